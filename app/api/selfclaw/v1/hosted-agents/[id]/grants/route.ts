import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { deleteGrant, listGrants, putGrant } from '@/lib/grants/contract';
import * as grants from '@/lib/grants/service';

export const GET = handle(listGrants, ({ principal, agent }) => grants.listGrants(principal, agent));
export const PUT = handle(putGrant, ({ principal, agent, body }) => grants.putGrant(principal, agent, body));
export const DELETE = handle(deleteGrant, ({ principal, agent, query }) => grants.deleteGrant(principal, agent, query.partnerId));
export const { POST, PATCH, OPTIONS } = otherMethods('GET', 'PUT', 'DELETE');
