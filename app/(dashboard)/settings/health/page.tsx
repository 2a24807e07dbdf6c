import { HealthPage } from '@/components/health/health-page';
import { titledBy } from '@/messages/server';

export const generateMetadata = titledBy('health.title');

export default function Page() {
  return <HealthPage />;
}
