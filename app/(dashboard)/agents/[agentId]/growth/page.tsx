import { GrowthPage } from '@/components/awareness/growth-page';
import { PageMessages } from '@/components/shell/page-messages';
import { titledBy } from '@/messages/server';

export const generateMetadata = titledBy('growth.title');

export default async function Page({ params }: { params: Promise<{ agentId: string }> }) {
  return (
    <PageMessages groups={['growth']}>
      <GrowthPage agentId={(await params).agentId} />
    </PageMessages>
  );
}
