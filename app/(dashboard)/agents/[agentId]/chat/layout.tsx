import type { ReactNode } from 'react';
import { ChatFrame } from '@/components/chat/chat-frame';
import { PageMessages } from '@/components/shell/page-messages';

export default async function ChatLayout({ children, params }: { children: ReactNode; params: Promise<{ agentId: string }> }) {
  return (
    <PageMessages groups={['compaction', 'promptView']}>
      <ChatFrame agentId={(await params).agentId}>{children}</ChatFrame>
    </PageMessages>
  );
}
