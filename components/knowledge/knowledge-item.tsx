'use client';

import Link from 'next/link';
import type { KnowledgeWire } from '@/lib/knowledge/schema';
import { excerptOf } from './excerpt';
import { KnowledgeActions } from './knowledge-actions';
import { KnowledgeFacts } from './knowledge-facts';

/** The address of a text on the knowledge page, at a passage of it. */
export function knowledgeAddress(agentId: string, knowledgeId: string, passage?: number): string {
  return `/agents/${agentId}/knowledge?entry=${knowledgeId}${passage === undefined ? '' : `&passage=${passage}`}`;
}

/** One text of the list: its title leads to its passages. */
export function KnowledgeItem({ agentId, text }: { agentId: string; text: KnowledgeWire }) {
  return (
    <li className="flex items-start gap-2 border-b py-3.5 last:border-b-0">
      <div className="grid min-w-0 flex-1 grid-cols-1 gap-1.5">
        <Link
          href={knowledgeAddress(agentId, text.id)}
          className="justify-self-start rounded-sm text-body font-medium wrap-anywhere underline-offset-3 hover:underline"
        >
          {text.title}
        </Link>
        <p className="line-clamp-2 max-w-reading text-label wrap-anywhere text-muted-foreground">{excerptOf(text.content, text.title)}</p>
        <KnowledgeFacts text={text} />
      </div>
      <KnowledgeActions agentId={agentId} text={text} />
    </li>
  );
}
