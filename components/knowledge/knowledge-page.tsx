'use client';

import dynamic from 'next/dynamic';
import { useUrlState } from '@/components/shell/url-state';
import { KnowledgeList } from './knowledge-list';

const KnowledgeEntry = dynamic(() => import('./knowledge-entry').then((module) => module.KnowledgeEntry), { ssr: false });

/** What the agent was given to answer from: the list, or one text of it that the address names, at a passage. */
export function KnowledgePage({ agentId }: { agentId: string }) {
  const [entry] = useUrlState('entry');
  const [passage] = useUrlState('passage');
  return (
    <div className="mx-auto grid w-full max-w-3xl grid-cols-1 gap-6 px-4 py-7 sm:px-8 sm:py-9">
      {entry ? <KnowledgeEntry key={entry} agentId={agentId} knowledgeId={entry} passage={passage} /> : <KnowledgeList agentId={agentId} />}
    </div>
  );
}
