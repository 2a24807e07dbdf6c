'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { loadPage } from '@/components/shell/load-page';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { CopyButton } from '@/components/ui/copy-button';
import { ErrorState } from '@/components/ui/states';
import { Badge, Card, Section, Skeleton } from '@/components/ui/surface';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useEndSessions, useMe, useSessions } from '@/lib/auth/hooks';
import { browserName } from './browser-name';

function WalletCard() {
  const t = useTranslations();
  const format = useFormat();
  const me = useMe();
  if (me.isPending) return <Skeleton className="h-20" />;
  if (!me.data) return me.error ? <ErrorState error={me.error} onRetry={() => void me.refetch()} /> : null;
  return (
    <Card className="grid gap-3 p-4">
      <div className="flex items-center gap-2">
        <code className="min-w-0 font-mono text-sm break-all">{me.data.walletAddress}</code>
        <CopyButton text={me.data.walletAddress} label={t('account.copyAddress')} />
      </div>
      <p className="flex flex-wrap items-center gap-2 text-sm text-muted-foreground">
        {t('account.since', { date: format.dateTime(me.data.createdAt) })}
        {me.data.isOperator && <Badge tone="accent">{t('account.operator')}</Badge>}
      </p>
      <p className="text-sm leading-relaxed text-muted-foreground">{t('account.switchWallet')}</p>
    </Card>
  );
}

function SessionList() {
  const report = useErrorToast();
  const t = useTranslations();
  const format = useFormat();
  const sessions = useSessions();
  const end = useEndSessions();
  if (sessions.isPending) return <Skeleton className="h-28" />;
  if (!sessions.data) return <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />;
  return (
    <Card>
      <ul className="divide-y">
        {sessions.data.sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-3 px-4 py-3">
            <div className="min-w-0 flex-1 basis-56">
              <p className="flex flex-wrap items-center gap-2 text-sm font-medium">
                {browserName(t, session.userAgent)}
                {session.current && <Badge tone="positive">{t('sessions.current')}</Badge>}
              </p>
              <p className="text-xs text-muted-foreground">
                {session.ipAddress ? `${session.ipAddress} · ` : ''}
                {t('sessions.seen', { ago: format.ago(session.lastSeenAt) })}
              </p>
            </div>
            {!session.current && (
              <Button
                variant="secondary"
                size="small"
                busy={end.isPending && end.variables?.id === session.id}
                onClick={() => end.mutate({ id: session.id }, report)}
              >
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Who is signed in, and where else. */
export function AccountPage() {
  const report = useErrorToast();
  const t = useTranslations();
  const end = useEndSessions();
  const endAll = () => end.mutate({ scope: 'all' }, { ...report, onSuccess: () => loadPage('/sign-in') });
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-9 px-4 py-7 sm:px-8 sm:py-10">
      <PageHeader title={t('account.title')} />
      <Section title={t('account.wallet')}>
        <WalletCard />
      </Section>
      <Section title={t('sessions.title')} description={t('sessions.text')}>
        <SessionList />
        <div className="flex flex-wrap gap-2">
          <Button
            variant="secondary"
            size="small"
            busy={end.isPending && end.variables?.scope === 'others'}
            onClick={() => end.mutate({ scope: 'others' }, report)}
          >
            {t('sessions.endOthers')}
          </Button>
          <Confirm
            trigger={
              <Button variant="secondary" size="small" className="text-danger">
                {t('sessions.endAll')}
              </Button>
            }
            title={t('sessions.endAllTitle')}
            description={t('sessions.endAllText')}
            confirmLabel={t('sessions.endAll')}
            onConfirm={endAll}
          />
        </div>
      </Section>
    </div>
  );
}
