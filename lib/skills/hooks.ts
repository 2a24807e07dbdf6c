'use client';

import { route } from '@/lib/api/client';
import { useEndpointQuery } from '@/lib/api/query';
import type * as contract from './contract';

const listSkills = route<typeof contract.listSkills>('GET', '/v1/hosted-agents/skills');

/** All skills that an agent can have; they change with a release alone. */
export function useSkills() {
  return useEndpointQuery(listSkills, {}, { staleTime: Number.POSITIVE_INFINITY });
}
