'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type CallInput, route } from '@/lib/api/client';
import { queryKey, useEndpointMutation, useEndpointQuery } from '@/lib/api/query';
import type * as contract from './contract';

const listApiKeys = route<typeof contract.listApiKeys>('GET', '/v1/api-keys');
const createApiKey = route<typeof contract.createApiKey>('POST', '/v1/api-keys');
const revokeApiKey = route<typeof contract.revokeApiKey>('DELETE', '/v1/api-keys/:keyId');

export type CreateApiKeyBody = CallInput<typeof contract.createApiKey>['body'];

/** The owner's keys that are not revoked. */
export function useApiKeys() {
  return useEndpointQuery(listApiKeys, {});
}

/** Makes a key; the answer holds its secret, once. The same `attempt` never makes a second one. */
export function useCreateApiKey() {
  const client = useQueryClient();
  return useEndpointMutation(
    createApiKey,
    ({ body, attempt }: { body: CreateApiKeyBody; attempt: string }) => ({ body, idempotencyKey: attempt }),
    { gcTime: 0, onSettled: () => client.invalidateQueries({ queryKey: queryKey(listApiKeys) }) },
  );
}

/** Revokes a key at once. */
export function useRevokeApiKey() {
  const client = useQueryClient();
  return useEndpointMutation(revokeApiKey, (keyId: string) => ({ params: { keyId } }), {
    onSettled: () => client.invalidateQueries({ queryKey: queryKey(listApiKeys) }),
  });
}
