import { MemoryPage } from '@/components/memory/memory-page';
import { env } from '@/lib/platform/env';
import { titledBy } from '@/messages/server';

export const generateMetadata = titledBy('memory.title');

export default async function Page({ params }: { params: Promise<{ agentId: string }> }) {
  return <MemoryPage agentId={(await params).agentId} readsEnglishOnly={env().EMBEDDER === 'embedded'} />;
}
