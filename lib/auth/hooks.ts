'use client';

import { useQueryClient } from '@tanstack/react-query';
import { route } from '@/lib/api/client';
import { api, queryKey, useEndpointMutation, useEndpointQuery } from '@/lib/api/query';
import type * as contract from './contract';

const me = route<typeof contract.me>('GET', '/api/auth/self/me');
const connectNonce = route<typeof contract.connectNonce>('POST', '/api/auth/self/wallet/connect-nonce');
const quickConnect = route<typeof contract.quickConnect>('POST', '/api/auth/self/wallet/quick-connect');
const logout = route<typeof contract.logout>('POST', '/api/auth/self/logout');
const listSessions = route<typeof contract.listSessions>('GET', '/v1/sessions');
const endSessions = route<typeof contract.endSessions>('DELETE', '/v1/sessions');

/** The signed-in person, or null. */
export function useMe() {
  return useEndpointQuery(me, {}, { staleTime: 5 * 60_000 });
}

/** The key of {@link useMe}, for a page that already knows the answer. */
export const meKey = queryKey(me);

/**
 * The exchange behind the sign-in button: asks for a challenge, has it signed, and opens the session.
 *
 * @param sign asks the wallet for a signature of the challenge
 */
export async function exchangeSignature(wallet: { address: string; chainId: number }, sign: (challenge: string) => Promise<string>) {
  const { nonce, challenge } = await api.call(connectNonce, { body: wallet });
  const signature = await sign(challenge);
  return api.call(quickConnect, { body: { address: wallet.address, signature, nonce } });
}

/** Ends this browser's session. */
export function useLogout() {
  const client = useQueryClient();
  return useEndpointMutation(logout, (_nothing: void) => ({}), { onSuccess: () => client.clear() });
}

/** The browsers that are signed in. */
export function useSessions() {
  return useEndpointQuery(listSessions, {});
}

/** Ends one session, the others, or all. */
export function useEndSessions() {
  const client = useQueryClient();
  return useEndpointMutation(endSessions, (which: { id?: string; scope?: 'all' | 'others' }) => ({ query: which }), {
    // Nobody is signed in to read the list once all are ended.
    onSettled: async (_answer, error, { scope }) => {
      if (error || scope !== 'all') await client.invalidateQueries({ queryKey: queryKey(listSessions) });
    },
  });
}
