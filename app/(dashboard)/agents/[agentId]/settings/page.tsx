import { AgentSettingsPage } from '@/components/agents/settings-page';
import { titledBy } from '@/messages/server';

export const generateMetadata = titledBy('settings.title');

export default async function Page({ params }: { params: Promise<{ agentId: string }> }) {
  return <AgentSettingsPage agentId={(await params).agentId} />;
}
