import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { endSessions, listSessions } from '@/lib/auth/contract';
import * as sessions from '@/lib/auth/service';

export const GET = handle(listSessions, ({ principal }) => sessions.listSessions(principal));
export const DELETE = handle(endSessions, ({ principal, query }) => sessions.endSessions(principal, query));
export const { POST, PUT, PATCH, OPTIONS } = otherMethods('GET', 'DELETE');
