import { PageMessages } from '@/components/shell/page-messages';
import { OnboardingPage } from '@/components/spawning/onboarding-page';
import { titledBy } from '@/messages/server';

export const generateMetadata = titledBy('spawning.title');

export default async function Page({ params }: { params: Promise<{ agentId: string }> }) {
  return (
    <PageMessages groups={['spawning']}>
      <OnboardingPage agentId={(await params).agentId} />
    </PageMessages>
  );
}
