import type { Metadata } from 'next';
import { SoulPage } from '@/components/soul/soul-page';
import { t } from '@/messages/translate';

export const metadata: Metadata = { title: t('soul.title') };

export default async function Page({ params }: { params: Promise<{ agentId: string }> }) {
  return <SoulPage agentId={(await params).agentId} />;
}
