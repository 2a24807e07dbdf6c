import { redirect } from 'next/navigation';

export default async function Page({ params }: { params: Promise<{ agentId: string }> }) {
  redirect(`/agents/${(await params).agentId}/chat`);
}
