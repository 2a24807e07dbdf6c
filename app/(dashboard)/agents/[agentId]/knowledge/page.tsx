import { KnowledgePage } from '@/components/knowledge/knowledge-page';
import { PageMessages } from '@/components/shell/page-messages';
import { titledBy } from '@/messages/server';

export const generateMetadata = titledBy('nav.knowledge');

export default async function Page({ params }: { params: Promise<{ agentId: string }> }) {
  return (
    <PageMessages groups={['knowledge']}>
      <KnowledgePage agentId={(await params).agentId} />
    </PageMessages>
  );
}
