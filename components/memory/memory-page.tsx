'use client';

import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { useUrlState } from '@/components/shell/url-state';
import { Button } from '@/components/ui/button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { oneOf } from './categories';
import { LanguageNote } from './language-note';
import { MemoryFilters } from './memory-filters';
import { MemoryList } from './memory-list';

const MemoryForm = dynamic(() => import('./memory-form').then((module) => module.MemoryForm), { ssr: false });

const MemoryTimeline = dynamic(() => import('./memory-timeline').then((module) => module.MemoryTimeline), { ssr: false });

const views = ['list', 'timeline'] as const;

/**
 * What the agent remembers: to search, add, correct, pin and forget.
 *
 * @param readsEnglishOnly whether the embedder in use is the built-in one
 */
export function MemoryPage({ agentId, readsEnglishOnly }: { agentId: string; readsEnglishOnly: boolean }) {
  const t = useTranslations();
  const [adding, setAdding] = useUrlState('add');
  const [asked, setView] = useUrlState('view');
  const view = oneOf(views, asked) ?? 'list';
  const [draft, setDraft] = useState('');
  const close = (unsaved: string) => {
    setDraft(unsaved);
    setAdding('');
  };
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-7 sm:px-8 sm:py-9">
      <PageHeader
        level="h2"
        title={t('memory.title')}
        description={t('memory.text')}
        action={
          <>
            <Button asChild variant="secondary">
              <Link href={`/agents/${agentId}/memory/import`}>{t('memory.bring')}</Link>
            </Button>
            <Button onClick={() => setAdding('1')}>
              <Plus aria-hidden />
              {t('memory.add')}
            </Button>
          </>
        }
      />
      {readsEnglishOnly && <LanguageNote agentId={agentId} />}
      <SegmentedControl
        label={t('memory.view')}
        value={view}
        onChange={(next) => setView(next === 'timeline' ? next : '')}
        options={views.map((value) => ({ value, label: t(`memory.views.${value}`) }))}
        className="justify-self-start"
      />
      {view === 'timeline' ? (
        <MemoryTimeline agentId={agentId} />
      ) : (
        <>
          <MemoryFilters />
          <MemoryList agentId={agentId} onAdd={() => setAdding('1')} />
        </>
      )}
      {adding && <MemoryForm agentId={agentId} draft={draft} onClose={close} />}
    </div>
  );
}
