import { notFound } from 'next/navigation';
import { ChatPage } from '@/components/chat/chat-page';
import { titledBy } from '@/messages/server';

export const generateMetadata = titledBy('nav.chat');

export default async function Page({ params }: { params: Promise<{ agentId: string; conversationId: string }> }) {
  const { agentId, conversationId } = await params;
  if (!/^[1-9]\d{0,15}$/.test(conversationId)) notFound();
  return <ChatPage agentId={agentId} conversationId={conversationId} />;
}
