import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { deleteKnowledge, patchKnowledge } from '@/lib/knowledge/contract';
import * as knowledge from '@/lib/knowledge/service';

export const PATCH = handle(patchKnowledge, ({ agent, params, body }) => knowledge.patchKnowledge(agent, params.knowledgeId, body));

export const DELETE = handle(deleteKnowledge, ({ agent, params }) => knowledge.deleteKnowledge(agent, params.knowledgeId));

export const { GET, POST, PUT, OPTIONS } = otherMethods('PATCH', 'DELETE');
