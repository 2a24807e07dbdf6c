import { ChatPage } from '@/components/chat/chat-page';
import { titledBy } from '@/messages/server';

export const generateMetadata = titledBy('nav.chat');

export default async function Page({ params }: { params: Promise<{ agentId: string }> }) {
  return <ChatPage agentId={(await params).agentId} />;
}
