import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { AgentFrame } from '@/components/agents/agent-frame';
import { readPageAgent } from '../../page-answers';

export default async function AgentLayout({ children, params }: { children: ReactNode; params: Promise<{ agentId: string }> }) {
  const { agentId } = await params;
  if (!/^[1-9]\d{0,15}$/.test(agentId)) notFound();
  return (
    <AgentFrame agentId={agentId} known={await readPageAgent(agentId)}>
      {children}
    </AgentFrame>
  );
}
