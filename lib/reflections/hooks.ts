'use client';

import { useQueryClient } from '@tanstack/react-query';
import { route } from '@/lib/api/client';
import { queryKey, useEndpointMutation, useEndpointQuery } from '@/lib/api/query';
import type * as contract from './contract';

const startReflection = route<typeof contract.startReflection>('POST', '/v1/hosted-agents/:id/deep-reflection');
const getReflection = route<typeof contract.getReflection>('GET', '/v1/hosted-agents/:id/deep-reflection/:reflectionId');
const listReflections = route<typeof contract.listReflections>('GET', '/v1/hosted-agents/:id/deep-reflections');
const undoReflection = route<typeof contract.undoReflection>('POST', '/v1/hosted-agents/:id/deep-reflection/:reflectionId/undo');

const PROGRESS_INTERVAL_MS = 1_500;

/** The passes of an agent and what the next one needs; looked at again while one is under way. */
export function useReflections(agentId: string) {
  return useEndpointQuery(
    listReflections,
    { params: { id: agentId } },
    {
      refetchInterval: ({ state }) =>
        state.data?.reflections.some(({ status }) => status === 'processing') ? PROGRESS_INTERVAL_MS : false,
    },
  );
}

/** What one pass reports. */
export function useReflection(agentId: string, reflectionId: string) {
  return useEndpointQuery(getReflection, { params: { id: agentId, reflectionId } });
}

export function useStartReflection(agentId: string) {
  const client = useQueryClient();
  const params = { id: agentId };
  // Also when it was refused: then the page knew less than the server.
  return useEndpointMutation<typeof contract.startReflection, void>(startReflection, () => ({ params }), {
    onSettled: () => client.invalidateQueries({ queryKey: queryKey(listReflections, { params }) }),
  });
}

/** Takes a pass back; 409 when something was changed since, unless that is to stay. What else shows memories and the soul is read anew. */
export function useUndoReflection(agentId: string, reflectionId: string) {
  const client = useQueryClient();
  return useEndpointMutation(undoReflection, (keepChanges: boolean) => ({ params: { id: agentId, reflectionId }, body: { keepChanges } }), {
    onSuccess: () => client.invalidateQueries(),
  });
}
