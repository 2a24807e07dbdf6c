import { SoulPage } from '@/components/soul/soul-page';
import { titledBy } from '@/messages/server';

export const generateMetadata = titledBy('soul.title');

export default async function Page({ params }: { params: Promise<{ agentId: string }> }) {
  return <SoulPage agentId={(await params).agentId} />;
}
