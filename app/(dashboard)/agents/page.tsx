import type { Metadata } from 'next';
import { AgentListPage } from '@/components/agents/agent-list';
import { t } from '@/messages/translate';

export const metadata: Metadata = { title: t('agents.title') };

export default function Page() {
  return <AgentListPage />;
}
