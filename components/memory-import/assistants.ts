import type { MemoryImportWire } from '@/lib/memory-imports/schema';

/** What the assistants are called, in every language. */
export const assistants: Record<MemoryImportWire['format'], string> = { chatgpt: 'ChatGPT', claude: 'Claude' };
