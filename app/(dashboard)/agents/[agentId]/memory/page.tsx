import type { Metadata } from 'next';
import { MemoryPage } from '@/components/memory/memory-page';
import { t } from '@/messages/translate';

export const metadata: Metadata = { title: t('memory.title') };

export default async function Page({ params }: { params: Promise<{ agentId: string }> }) {
  return <MemoryPage agentId={(await params).agentId} />;
}
