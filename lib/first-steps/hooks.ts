'use client';

import { useQueryClient } from '@tanstack/react-query';
import { route } from '@/lib/api/client';
import { queryKey, useEndpointMutation, useEndpointQuery } from '@/lib/api/query';
import type * as contract from './contract';
import type { FirstStepsWire } from './schema';

const getFirstSteps = route<typeof contract.getFirstSteps>('GET', '/v1/first-steps');
const putFirstSteps = route<typeof contract.putFirstSteps>('PUT', '/v1/first-steps');

/** The key of {@link useFirstSteps}, for a page that already knows the answer. */
export const firstStepsKey = queryKey(getFirstSteps);

/**
 * How far a new owner has come.
 *
 * @param known what the server of the page knew of it already
 */
export function useFirstSteps(known?: FirstStepsWire) {
  return useEndpointQuery(getFirstSteps, {}, { initialData: known });
}

/** Puts the list away or brings it back, at once, and notes that a memory was looked at. */
export function useChangeFirstSteps() {
  const client = useQueryClient();
  return useEndpointMutation(putFirstSteps, (change: { dismissed?: boolean; memorySeen?: true }) => ({ body: change }), {
    onMutate: async ({ dismissed }) => {
      if (dismissed === undefined) return;
      await client.cancelQueries({ queryKey: firstStepsKey });
      client.setQueryData<FirstStepsWire>(firstStepsKey, (known) => known && { ...known, dismissed });
    },
    onSuccess: (answer) => client.setQueryData(firstStepsKey, answer),
    onError: () => client.invalidateQueries({ queryKey: firstStepsKey }),
  });
}
