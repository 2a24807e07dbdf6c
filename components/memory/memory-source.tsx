'use client';

import { MessageSquare } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { MemoryWire } from '@/lib/memories/schema';
import type { KeyOf } from '@/messages/keys';

type SourcedMemory = Pick<MemoryWire, 'source' | 'sourceConversationId' | 'sourceMessageId'>;

/** The place in its conversation where a memory was said; `undefined` when that is gone. */
export function sourceAddress(agentId: string, memory: Pick<MemoryWire, 'sourceConversationId' | 'sourceMessageId'>): string | undefined {
  if (memory.sourceConversationId === null) return undefined;
  const place = memory.sourceMessageId ? `?message=${memory.sourceMessageId}` : '';
  return `/agents/${agentId}/chat/${memory.sourceConversationId}${place}`;
}

/** Where a memory comes from: a link to the message, or words. */
export function MemorySourceNote({ agentId, memory }: { agentId: string; memory: SourcedMemory }) {
  const t = useTranslations();
  const address = sourceAddress(agentId, memory);
  if (address) {
    return (
      <Link
        href={address}
        prefetch={false}
        className="inline-flex min-h-6 items-center gap-1 rounded-sm underline decoration-current/40 underline-offset-3 hover:text-foreground hover:decoration-current"
      >
        <MessageSquare aria-hidden className="size-3" />
        {t('memory.fromChat')}
      </Link>
    );
  }
  const key = `memorySources.${memory.source}` as KeyOf<'memorySources'>;
  return <span>{t.has(key) ? t(key) : memory.source}</span>;
}
