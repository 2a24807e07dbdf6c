'use client';

import { Monitor, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { loadPage } from '@/components/shell/load-page';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { LoadMore } from '@/components/ui/pagination';
import { ErrorState } from '@/components/ui/states';
import { Badge, Card, Skeleton } from '@/components/ui/surface';
import { toast } from '@/components/ui/toast';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useEndSessions, useSessions } from '@/lib/auth/hooks';
import { browserName, isHandheld } from './browser-name';

type Session = NonNullable<ReturnType<typeof useSessions>['data']>['sessions'][number];

const SHOWN_AT_FIRST = 6;

function SessionRow({ session }: { session: Session }) {
  const t = useTranslations();
  const format = useFormat();
  const report = useErrorToast();
  const end = useEndSessions();
  const name = browserName(t, session.userAgent);
  const Icon = isHandheld(session.userAgent) ? Smartphone : Monitor;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <span className="grid size-9 shrink-0 place-items-center rounded-md border text-muted-foreground">
        <Icon aria-hidden className="size-4" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-body font-medium">
          {name}
          {session.current && <Badge tone="positive">{t('sessions.current')}</Badge>}
        </p>
        <p className="text-label text-muted-foreground">
          {session.ipAddress && session.ipAddress !== 'unknown' && <span className="font-mono text-caption">{session.ipAddress} · </span>}
          {t('sessions.signedIn', { date: format.date(session.createdAt) })}
          {' · '}
          <time dateTime={session.lastSeenAt}>{t('sessions.seen', { ago: format.ago(session.lastSeenAt) })}</time>
        </p>
      </div>
      {!session.current && (
        <Button
          variant="secondary"
          size="small"
          aria-label={t('sessions.endOf', { name })}
          busy={end.isPending}
          onClick={() =>
            end.mutateAndTell({ id: session.id }, { ...report, onSuccess: () => void toast.success(t('sessions.ended', { count: 1 })) })
          }
        >
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}

function LoadingSessions() {
  const t = useTranslations();
  return (
    <Card role="status" aria-label={t('common.loading')} className="divide-y">
      {[0, 1].map((index) => (
        <div key={index} className="flex items-center gap-3 px-4 py-3">
          <Skeleton className="size-9" />
          <div className="grid flex-1 gap-2">
            <Skeleton className="h-4 w-40" />
            <Skeleton className="h-3.5 w-56" />
          </div>
        </div>
      ))}
    </Card>
  );
}

function EndButtons({ others }: { others: number }) {
  const t = useTranslations();
  const report = useErrorToast();
  const end = useEndSessions();
  const endOthers = () =>
    end.mutate({ scope: 'others' }, { ...report, onSuccess: ({ ended }) => void toast.success(t('sessions.ended', { count: ended })) });
  const endAll = () => end.mutate({ scope: 'all' }, { ...report, onSuccess: () => loadPage('/sign-in') });
  return (
    <div className="flex flex-wrap gap-2">
      {others > 0 && (
        <Button variant="secondary" size="small" busy={end.isPending && end.variables?.scope === 'others'} onClick={endOthers}>
          {t('sessions.endOthers')}
        </Button>
      )}
      <Confirm
        trigger={
          <Button variant="secondary" size="small" className="text-danger" busy={end.isPending && end.variables?.scope === 'all'}>
            {t('sessions.endAll')}
          </Button>
        }
        title={t('sessions.endAllTitle')}
        description={t('sessions.endAllText')}
        confirmLabel={t('sessions.endAll')}
        onConfirm={endAll}
      />
    </div>
  );
}

/** The browsers that are signed in, this one first, and how to sign them out. */
export function SessionList() {
  const t = useTranslations();
  const sessions = useSessions();
  const [all, setAll] = useState(false);
  if (sessions.isPending) return <LoadingSessions />;
  if (!sessions.data) return <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />;
  const known = sessions.data.sessions.toSorted((one, other) => Number(other.current) - Number(one.current));
  const shown = all ? known : known.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <Card>
        <ul aria-label={t('sessions.title')} className="divide-y">
          {shown.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      </Card>
      {shown.length < known.length && (
        <LoadMore label={t('sessions.showAll', { count: known.length })} busy={false} onLoad={() => setAll(true)} />
      )}
      <EndButtons others={known.length - 1} />
    </>
  );
}
