import { UsagePage } from '@/components/usage/usage-page';
import { PageMessages } from '@/components/shell/page-messages';
import { titledBy } from '@/messages/server';

export const generateMetadata = titledBy('usage.title');

export default async function Page({ params }: { params: Promise<{ agentId: string }> }) {
  return (
    <PageMessages groups={['usage']}>
      <UsagePage agentId={(await params).agentId} />
    </PageMessages>
  );
}
