import { AgentListPage } from '@/components/agents/agent-list';
import { titledBy } from '@/messages/server';

export const generateMetadata = titledBy('agents.title');

export default function Page() {
  return <AgentListPage />;
}
