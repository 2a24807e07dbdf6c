import type { ReactNode } from 'react';
import { ChatFrame } from '@/components/chat/chat-frame';

export default async function ChatLayout({ children, params }: { children: ReactNode; params: Promise<{ agentId: string }> }) {
  return <ChatFrame agentId={(await params).agentId}>{children}</ChatFrame>;
}
