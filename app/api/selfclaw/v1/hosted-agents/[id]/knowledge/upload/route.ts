import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { uploadKnowledge } from '@/lib/knowledge/contract';
import * as knowledge from '@/lib/knowledge/service';

export const POST = handle(uploadKnowledge, ({ agent, body, markDone }) => knowledge.uploadKnowledge(agent, body, markDone));

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
