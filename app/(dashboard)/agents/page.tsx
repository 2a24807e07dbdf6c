import { AgentListPage } from '@/components/agents/agent-list';
import { readFirstSteps } from '@/lib/first-steps/service';
import { titledBy } from '@/messages/server';
import { readPageSession } from '../page-session';

export const generateMetadata = titledBy('agents.title');

export default async function Page() {
  const session = await readPageSession();
  return <AgentListPage firstSteps={session && (await readFirstSteps(session.principal))} />;
}
