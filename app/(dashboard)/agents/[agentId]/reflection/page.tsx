import { ReflectionPage } from '@/components/reflection/reflection-page';
import { PageMessages } from '@/components/shell/page-messages';
import { titledBy } from '@/messages/server';

export const generateMetadata = titledBy('reflection.title');

export default async function Page({ params }: { params: Promise<{ agentId: string }> }) {
  return (
    <PageMessages groups={['reflection']}>
      <ReflectionPage agentId={(await params).agentId} />
    </PageMessages>
  );
}
