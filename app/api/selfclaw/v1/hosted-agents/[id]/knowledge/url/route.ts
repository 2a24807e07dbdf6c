import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { readUrl } from '@/lib/knowledge/contract';
import * as knowledge from '@/lib/knowledge/service';

export const POST = handle(readUrl, ({ agent, body, markDone }) => knowledge.readUrl(agent, body, markDone));

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
