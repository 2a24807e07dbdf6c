'use client';

import { useEffect } from 'react';
import { useChangeFirstSteps, useFirstSteps } from '@/lib/first-steps/hooks';

/** Notes, once, that the owner looks at a memory: a step of the first run. */
export function useNoteMemorySeen(looking: boolean): void {
  const { data } = useFirstSteps();
  const { mutate, isIdle } = useChangeFirstSteps();
  const isOpen = data?.steps.some(({ id, done }) => id === 'memory' && !done) ?? false;
  useEffect(() => {
    if (looking && isOpen && isIdle) mutate({ memorySeen: true });
  }, [looking, isOpen, isIdle, mutate]);
}
