'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { route } from '@/lib/api/client';
import { endpointPages, queryKey, useEndpointMutation, useEndpointPages, useEndpointQuery } from '@/lib/api/query';
import type * as contract from './contract';

const path = '/v1/hosted-agents/:id/soul';
const getSoul = route<typeof contract.getSoul>('GET', path);
const putSoul = route<typeof contract.putSoul>('PUT', path);
const listSoulVersions = route<typeof contract.listSoulVersions>('GET', '/v1/hosted-agents/:id/soul/versions');
const restoreSoul = route<typeof contract.restoreSoul>('POST', '/v1/hosted-agents/:id/soul/restore');

const PAGE = 20;

/** Who the agent is, in its own words. */
export function useSoul(agentId: string) {
  return useEndpointQuery(getSoul, { params: { id: agentId } }, { refetchOnWindowFocus: false });
}

/** What every change of the soul does to what is known of it. */
function followChange(client: QueryClient, agentId: string) {
  const params = { id: agentId };
  const key = queryKey(getSoul, { params });
  return {
    onSuccess: ({ soul, updatedAt }: { soul: string; updatedAt: string }) => {
      client.setQueryData(key, { soul, updatedAt });
      return client.invalidateQueries({ queryKey: queryKey(listSoulVersions, { params }) });
    },
    onError: async (error: { status: number }) => {
      if (error.status !== 409) return;
      await Promise.all([key, queryKey(listSoulVersions, { params })].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  };
}

/** Saves the soul; refused with 409 when it has changed since `expectedUpdatedAt`. */
export function usePutSoul(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(
    putSoul,
    (body: { soul: string; expectedUpdatedAt?: string }) => ({ params: { id: agentId }, body }),
    followChange(client, agentId),
  );
}

/** Every text that the soul had, newest first, page by page. */
export function useSoulVersions(agentId: string) {
  const pages = endpointPages(listSoulVersions, { params: { id: agentId }, query: { limit: PAGE } }, (page) =>
    page.offset + page.versions.length < page.total ? { offset: page.offset + page.versions.length } : undefined,
  );
  return useEndpointPages({
    ...pages,
    select: (data) => ({ versions: data.pages.flatMap((page) => page.versions), total: data.pages[0]?.total ?? 0 }),
  });
}

/** Brings an earlier text back; refused with 409 when the soul has changed since `expectedUpdatedAt`. */
export function useRestoreSoul(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(
    restoreSoul,
    (body: { versionId: string; expectedUpdatedAt?: string }) => ({ params: { id: agentId }, body }),
    followChange(client, agentId),
  );
}
