import type { ReactNode } from 'react';
import { ChatFrame } from '@/components/chat/chat-frame';
import { PageMessages } from '@/components/shell/page-messages';
import { readFirstConversations } from '../../../page-answers';

export default async function ChatLayout({ children, params }: { children: ReactNode; params: Promise<{ agentId: string }> }) {
  const { agentId } = await params;
  return (
    <PageMessages groups={['compaction', 'promptView']}>
      <ChatFrame agentId={agentId} known={await readFirstConversations(agentId)}>
        {children}
      </ChatFrame>
    </PageMessages>
  );
}
