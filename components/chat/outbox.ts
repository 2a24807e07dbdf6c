'use client';

import { useMemo } from 'react';
import type { ApiError } from '@/lib/api/api-error';
import { createKeptTexts } from './kept-text';

const entries = createKeptTexts('selfclaw:outbox:');

/** A message on its way. The same attempt counts once on the server, however often it is sent. */
export type Unsent = { message: string; attempt: string };

/** What was kept, if it is whole. */
export function parseUnsent(text: string): Unsent | undefined {
  try {
    const { message, attempt } = JSON.parse(text) as Partial<Unsent>;
    return typeof message === 'string' && typeof attempt === 'string' ? { message, attempt } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a message until the server has it, across reloads. */
export function keepUnsent(key: string, unsent: Unsent): void {
  entries.write(key, JSON.stringify(unsent));
}

/** Forgets a message that the server has, or that its owner took back. */
export function forgetUnsent(key: string): void {
  entries.write(key, '');
}

/** The message of a conversation that the server may not have yet. */
export function useUnsent(key: string): Unsent | undefined {
  const text = entries.useText(key);
  return useMemo(() => parseUnsent(text), [text]);
}

/** What becomes of a message that was not taken in: it is sent again by itself, goes back to its field, or waits for a decision. */
export type Fate = 'again' | 'back' | 'decide';

const BACK = new Set(['QUOTA_EXCEEDED', 'CONFLICT', 'UNAUTHENTICATED']);

/** What an error means for the message that met it. */
export function fateOf({ status, code }: Pick<ApiError, 'status' | 'code'>): Fate {
  if (status === 0 || status === 502 || status === 503 || status === 504) return 'again';
  return BACK.has(code) ? 'back' : 'decide';
}

const LONGEST_PAUSE_MS = 30_000;

/** How long to wait before the next attempt. */
export function pauseBefore(failures: number, retryAfterMs = 0): number {
  return Math.max(retryAfterMs, Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** Math.min(failures, 10)));
}
