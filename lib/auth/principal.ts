import type { Scope } from '@/lib/api/endpoint';

declare const brand: unique symbol;

/** The id of a signed-in person. Only `lib/auth` mints it, so a query that takes one was authenticated. */
export type OwnerId = string & { readonly [brand]: 'OwnerId' };

/** The id of an agent that the caller may use. Only `lib/auth` mints it, so a query that takes one was authorised. */
export type OwnedAgentId = bigint & { readonly [brand]: 'OwnedAgentId' };

/** An agent that the caller may use, with the owner whose rows are meant, and the partner that asks when it is not the owner. */
export type OwnedAgent = { id: OwnedAgentId; ownerId: OwnerId; name: string; status: string; askingPartnerId?: string | null };

type Person = { ownerId: OwnerId; walletAddress: string; createdAt: Date };

/** Who is calling. */
export type Principal =
  | (Person & { kind: 'session'; sessionId: string })
  | (Person & { kind: 'personal-key'; keyId: string; scopes: readonly Scope[] })
  | (Person & { kind: 'partner-key'; keyId: string; partnerId: string; scopes: readonly Scope[] });

/** A stable name of the caller for budgets and idempotency: the session, or the key and the wallet it acts for. */
export function principalKey(principal: Principal): string {
  if (principal.kind === 'session') return `session:${principal.sessionId}`;
  if (principal.kind === 'personal-key') return `key:${principal.keyId}`;
  return `key:${principal.keyId}:${principal.ownerId}`;
}

/** Who stands in histories and the audit log. */
export function actorOf(principal: Principal): 'owner' | 'key' {
  return principal.kind === 'session' ? 'owner' : 'key';
}
