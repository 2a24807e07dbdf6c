import { SoulHistoryPage } from '@/components/soul/soul-history-page';
import { PageMessages } from '@/components/shell/page-messages';
import { titledBy } from '@/messages/server';

export const generateMetadata = titledBy('soulHistory.title');

export default async function Page({ params }: { params: Promise<{ agentId: string }> }) {
  return (
    <PageMessages groups={['soulHistory']}>
      <SoulHistoryPage agentId={(await params).agentId} />
    </PageMessages>
  );
}
