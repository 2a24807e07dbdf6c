import type { Metadata } from 'next';
import { AgentSettingsPage } from '@/components/agents/settings-page';
import { t } from '@/messages/translate';

export const metadata: Metadata = { title: t('settings.title') };

export default async function Page({ params }: { params: Promise<{ agentId: string }> }) {
  return <AgentSettingsPage agentId={(await params).agentId} />;
}
