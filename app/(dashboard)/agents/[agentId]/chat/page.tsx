import type { Metadata } from 'next';
import { ChatPage } from '@/components/chat/chat-page';
import { t } from '@/messages/translate';

export const metadata: Metadata = { title: t('nav.chat') };

export default async function Page({ params }: { params: Promise<{ agentId: string }> }) {
  return <ChatPage agentId={(await params).agentId} />;
}
