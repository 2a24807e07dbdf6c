'use client';

import { useQueryClient } from '@tanstack/react-query';
import { route } from '@/lib/api/client';
import { queryKey, useEndpointMutation, useEndpointQuery } from '@/lib/api/query';
import type * as contract from './contract';

const path = '/v1/hosted-agents/:id/grants';
const listGrants = route<typeof contract.listGrants>('GET', path);
const putGrant = route<typeof contract.putGrant>('PUT', path);
const deleteGrant = route<typeof contract.deleteGrant>('DELETE', path);

/** Partners that may use the agent, and those that could. */
export function useGrants(agentId: string) {
  return useEndpointQuery(listGrants, { params: { id: agentId } });
}

/** Lets a partner in, or takes over an agent that a partner made. */
export function usePutGrant(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(putGrant, (body: { partnerId: string } | { adopt: true }) => ({ params: { id: agentId }, body }), {
    onSuccess: (answer) => client.setQueryData(queryKey(listGrants, { params: { id: agentId } }), answer),
  });
}

/** Ends a partner's access. */
export function useDeleteGrant(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(deleteGrant, (partnerId: string) => ({ params: { id: agentId }, query: { partnerId } }), {
    onSuccess: (answer) => client.setQueryData(queryKey(listGrants, { params: { id: agentId } }), answer),
  });
}
