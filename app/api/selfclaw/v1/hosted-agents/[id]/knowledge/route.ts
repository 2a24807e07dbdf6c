import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { addKnowledge, listKnowledge } from '@/lib/knowledge/contract';
import * as knowledge from '@/lib/knowledge/service';

export const GET = handle(listKnowledge, ({ agent }) => knowledge.listKnowledge(agent));

export const POST = handle(addKnowledge, ({ agent, body, markDone }) => knowledge.addKnowledge(agent, body, markDone));

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
