'use client';

import { BookOpen, KeyRound, Plus, SearchX } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { useLoadAhead } from '@/components/shell/use-load-ahead';
import { useSearchWords } from '@/components/shell/use-search-words';
import { useUrlState } from '@/components/shell/url-state';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { SearchField } from '@/components/ui/search-field';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { Card, Skeleton } from '@/components/ui/surface';
import { useApiKeys } from '@/lib/api-keys/hooks';
import { API_KEY_LIMIT } from '@/lib/api-keys/limits';
import type { ApiKeyWire } from '@/lib/api-keys/schema';
import { KeyItem } from './key-item';
import { liveKeys, matchingKeys } from './key-usage';

const CreateKeyDialog = dynamic(() => import('./create-key-dialog').then((module) => module.CreateKeyDialog), { ssr: false });

const loadDialog = () => import('./create-key-dialog');

/** From so many keys on, a search is worth its place. */
const WORTH_SEARCHING = 6;

function LoadingKeys() {
  const t = useTranslations();
  return (
    <Card role="status" aria-label={t('common.loading')} className="divide-y">
      {[0, 1, 2].map((index) => (
        <div key={index} className="grid gap-2 px-4 py-3.5">
          <Skeleton className="h-4.5 w-44" />
          <Skeleton className="h-4 w-72 max-w-full" />
          <Skeleton className="h-3.5 w-56" />
        </div>
      ))}
    </Card>
  );
}

function KeyList({ keys }: { keys: ApiKeyWire[] }) {
  const t = useTranslations();
  const { typed: words, change: setWords } = useSearchWords();
  const shown = matchingKeys(keys, words);
  return (
    <div className="grid gap-3">
      {(keys.length >= WORTH_SEARCHING || words !== '') && (
        <SearchField label={t('apiKeys.search')} clearLabel={t('memory.clearSearch')} value={words} onChange={setWords} />
      )}
      <p role="status" className="text-label text-muted-foreground">
        {t('apiKeys.count', { count: liveKeys(keys), limit: API_KEY_LIMIT })}
      </p>
      {shown.length === 0 ? (
        <EmptyState icon={<SearchX aria-hidden />} title={t('apiKeys.noneTitle')}>
          {t('apiKeys.noneText')}
        </EmptyState>
      ) : (
        <Card>
          <ul aria-label={t('apiKeys.title')} className="divide-y">
            {shown.map((apiKey) => (
              <KeyItem key={apiKey.id} apiKey={apiKey} />
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

function Keys({ onCreate }: { onCreate: () => void }) {
  const t = useTranslations();
  const keys = useApiKeys();
  if (keys.isPending) return <LoadingKeys />;
  if (!keys.data) return <ErrorState error={keys.error} onRetry={() => void keys.refetch()} />;
  const known = keys.data.apiKeys;
  if (known.length === 0) {
    return (
      <EmptyState
        icon={<KeyRound aria-hidden />}
        title={t('apiKeys.emptyTitle')}
        action={<Button onClick={onCreate}>{t('apiKeys.create')}</Button>}
      >
        {t('apiKeys.emptyText')}
      </EmptyState>
    );
  }
  return (
    <>
      {liveKeys(known) >= API_KEY_LIMIT && (
        <Callout tone="warning" title={t('apiKeys.fullTitle', { limit: API_KEY_LIMIT })}>
          {t('apiKeys.fullText')}
        </Callout>
      )}
      <KeyList keys={known} />
    </>
  );
}

/** The keys with which programs act for the owner. */
export function ApiKeysPage() {
  const t = useTranslations();
  const [creating, setCreating] = useUrlState('create');
  useLoadAhead(loadDialog);
  const full = liveKeys(useApiKeys().data?.apiKeys ?? []) >= API_KEY_LIMIT;
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-7 sm:px-8 sm:py-10">
      <PageHeader
        title={t('apiKeys.title')}
        description={t('apiKeys.text')}
        action={
          <>
            <Button asChild variant="secondary">
              <Link href="/docs/api" prefetch={false}>
                <BookOpen aria-hidden />
                {t('shell.apiReference')}
              </Link>
            </Button>
            <Button disabled={full} onClick={() => setCreating('1')}>
              <Plus aria-hidden />
              {t('apiKeys.create')}
            </Button>
          </>
        }
      />
      <Keys onCreate={() => setCreating('1')} />
      {creating && <CreateKeyDialog onClose={() => setCreating('')} />}
    </div>
  );
}
