'use client';

import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { useUrlState } from '@/components/shell/url-state';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { LoadMore } from '@/components/ui/pagination';
import { ErrorState } from '@/components/ui/states';
import { Skeleton } from '@/components/ui/surface';
import { useSoul, useSoulVersions } from '@/lib/soul/hooks';
import { SoulVersion } from './soul-version';
import { useRestore } from './use-restore';

function LoadingVersions() {
  const t = useTranslations();
  return (
    <div role="status" aria-label={t('common.loading')} className="grid gap-2.5">
      {[0, 1, 2].map((index) => (
        <Skeleton key={index} className="h-17 rounded-lg" />
      ))}
    </div>
  );
}

function Versions({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const soul = useSoul(agentId);
  const list = useSoulVersions(agentId);
  const { restore, restoring } = useRestore(agentId);
  const [opened, open] = useUrlState('version');
  if (list.isPending || soul.isPending) return <LoadingVersions />;
  const error = list.error ?? soul.error;
  if (!list.data || !soul.data) {
    return error && <ErrorState error={error} onRetry={() => void Promise.all([list.refetch(), soul.refetch()])} />;
  }
  const { versions } = list.data;
  const current = versions.find((version) => version.current) ?? versions[0];
  if (!current) return null;
  const { updatedAt } = soul.data;
  return (
    <div className="grid gap-4">
      <p role="status" className="text-label text-muted-foreground">
        {t('soulHistory.count', { count: list.data.total })}
      </p>
      <ol className="grid divide-y border-y">
        {versions.map((version, index) => (
          <SoulVersion
            key={version.id}
            version={version}
            previous={versions[index + 1]}
            current={current}
            open={opened === String(version.version)}
            restoring={restoring === version.id}
            onToggle={() => open(opened === String(version.version) ? '' : String(version.version))}
            onRestore={() => restore(version, current, updatedAt)}
          />
        ))}
      </ol>
      {list.hasNextPage && <LoadMore label={t('common.more')} busy={list.isFetchingNextPage} onLoad={() => void list.fetchNextPage()} />}
    </div>
  );
}

/** Every text that the soul ever had, and the way back to each. */
export function SoulHistoryPage({ agentId }: { agentId: string }) {
  const t = useTranslations();
  return (
    <div className="mx-auto grid w-full max-w-4xl gap-6 px-4 py-7 sm:px-8 sm:py-9">
      <PageHeader
        level="h2"
        title={t('soulHistory.title')}
        description={t('soulHistory.text')}
        above={
          <Breadcrumb
            label={t('soulHistory.place')}
            steps={[{ label: t('soul.title'), href: `/agents/${agentId}/soul` }, { label: t('soulHistory.title') }]}
          />
        }
      />
      <Versions agentId={agentId} />
    </div>
  );
}
