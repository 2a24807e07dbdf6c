import { HealthPage } from '@/components/health/health-page';
import { PageMessages } from '@/components/shell/page-messages';
import { titledBy } from '@/messages/server';

export const generateMetadata = titledBy('health.title');

export default function Page() {
  return (
    <PageMessages groups={['health']}>
      <HealthPage />
    </PageMessages>
  );
}
