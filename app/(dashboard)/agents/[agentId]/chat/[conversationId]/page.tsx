import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ChatPage } from '@/components/chat/chat-page';
import { t } from '@/messages/translate';

export const metadata: Metadata = { title: t('nav.chat') };

export default async function Page({ params }: { params: Promise<{ agentId: string; conversationId: string }> }) {
  const { agentId, conversationId } = await params;
  if (!/^[1-9]\d{0,15}$/.test(conversationId)) notFound();
  return <ChatPage agentId={agentId} conversationId={conversationId} />;
}
