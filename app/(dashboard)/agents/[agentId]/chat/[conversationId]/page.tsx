import { notFound } from 'next/navigation';
import { ChatPage } from '@/components/chat/chat-page';
import { titledBy } from '@/messages/server';
import { readNewestMessages } from '../../../../page-answers';

export const generateMetadata = titledBy('nav.chat');

type PageProps = {
  params: Promise<{ agentId: string; conversationId: string }>;
  searchParams: Promise<{ message?: string | string[] }>;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export default async function Page({ params, searchParams }: PageProps) {
  const { agentId, conversationId } = await params;
  if (!/^[1-9]\d{0,15}$/.test(conversationId)) notFound();
  const { message } = await searchParams;
  const soughtId = typeof message === 'string' && UUID.test(message) ? message : undefined;
  const newest = await readNewestMessages(agentId, conversationId);
  return <ChatPage agentId={agentId} conversationId={conversationId} soughtId={soughtId} newest={newest} />;
}
