import { headers } from 'next/headers';
import { cache } from 'react';
import { readSession } from '@/lib/auth/session';

/** The session of the page that is being made; read once, however many parts of the page ask. */
export const readPageSession = cache(async () => {
  const cookie = (await headers()).get('cookie') ?? '';
  return readSession(new Request('http://localhost/', { headers: { cookie } }));
});
