import { ImportPage } from '@/components/memory-import/import-page';
import { PageMessages } from '@/components/shell/page-messages';
import { env } from '@/lib/platform/env';
import { titledBy } from '@/messages/server';

export const generateMetadata = titledBy('memoryImport.title');

export default async function Page({ params }: { params: Promise<{ agentId: string }> }) {
  return (
    <PageMessages groups={['memoryImport']}>
      <ImportPage agentId={(await params).agentId} readsSentences={env().EMBEDDER === 'embedded'} />
    </PageMessages>
  );
}
