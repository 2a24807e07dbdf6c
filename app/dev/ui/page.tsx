import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PrimitivesPage } from '@/components/dev/primitives-page';
import { env } from '@/lib/platform/env';

export const metadata: Metadata = { title: 'Primitives', robots: { index: false } };

/** Every primitive in every state; for developers and tests alone. */
export default function DevelopmentPage() {
  const { NODE_ENV, SELFCLAW_DEV_PAGES } = env();
  if (NODE_ENV !== 'development' && !SELFCLAW_DEV_PAGES) notFound();
  return <PrimitivesPage />;
}
