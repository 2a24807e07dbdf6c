import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { listPassages } from '@/lib/knowledge/contract';
import * as knowledge from '@/lib/knowledge/service';

export const GET = handle(listPassages, ({ agent, params }) => knowledge.listPassages(agent, params.knowledgeId));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
