'use client';

import { useQueryClient } from '@tanstack/react-query';
import { route } from '@/lib/api/client';
import { queryKey, useEndpointMutation, useEndpointQuery } from '@/lib/api/query';
import type * as contract from './contract';

const path = '/v1/hosted-agents/:id/soul';
const getSoul = route<typeof contract.getSoul>('GET', path);
const putSoul = route<typeof contract.putSoul>('PUT', path);

/** Who the agent is, in its own words. */
export function useSoul(agentId: string) {
  return useEndpointQuery(getSoul, { params: { id: agentId } }, { refetchOnWindowFocus: false });
}

/** Saves the soul; refused with 409 when it has changed since `expectedUpdatedAt`. */
export function usePutSoul(agentId: string) {
  const client = useQueryClient();
  const key = queryKey(getSoul, { params: { id: agentId } });
  return useEndpointMutation(putSoul, (body: { soul: string; expectedUpdatedAt?: string }) => ({ params: { id: agentId }, body }), {
    onSuccess: ({ soul, updatedAt }) => client.setQueryData(key, { soul, updatedAt }),
    onError: (error) => (error.status === 409 ? client.invalidateQueries({ queryKey: key }) : undefined),
  });
}
