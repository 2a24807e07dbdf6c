import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createApiReference } from '@/lib/api/reference';
import { contract } from '@/lib/contract';

writeFileSync(path.join(import.meta.dirname, '..', 'docs', 'api.md'), createApiReference(contract));
