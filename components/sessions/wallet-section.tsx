'use client';

import { useMutation } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { signInProblem } from '@/components/auth/sign-in-problem';
import { shortAddress } from '@/components/shell/format';
import { loadPage } from '@/components/shell/load-page';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorState } from '@/components/ui/states';
import { Badge, Card, Section, Skeleton } from '@/components/ui/surface';
import { useErrorText } from '@/components/ui/use-error-text';
import { useMe } from '@/lib/auth/hooks';
import { signInWith, useOtherAccount } from './browser-wallet';

const AFTER_SWITCH = '/agents';

const SignInPanel = dynamic(() => import('@/components/auth/sign-in-panel').then((module) => module.SignInPanel), {
  ssr: false,
  loading: () => <Skeleton className="h-12" />,
});

/** Says that the wallet shows another account than the one that is signed in, and offers to change over. */
function OtherAccount({ signedInAs }: { signedInAs: string }) {
  const t = useTranslations();
  const errorText = useErrorText();
  const other = useOtherAccount(signedInAs);
  const change = useMutation({ mutationFn: signInWith, onSuccess: () => loadPage(AFTER_SWITCH) });
  if (!other) return null;
  const problem = change.error ? signInProblem(t, errorText, change.error) : undefined;
  return (
    <Callout
      tone="info"
      role="status"
      title={t('account.otherTitle', { address: shortAddress(other.address) })}
      actions={
        <Button size="small" busy={change.isPending} onClick={() => change.mutate(other)}>
          {t('account.otherAction')}
        </Button>
      }
    >
      {problem ? (
        <span role="alert">
          {problem.title} {problem.text}
        </span>
      ) : (
        t('account.otherText', { address: shortAddress(signedInAs) })
      )}
    </Callout>
  );
}

function WalletCard() {
  const t = useTranslations();
  const format = useFormat();
  const me = useMe();
  const [changing, setChanging] = useState(false);
  if (me.isPending) return <Skeleton className="h-31" />;
  if (!me.data) return me.error ? <ErrorState error={me.error} onRetry={() => void me.refetch()} /> : null;
  return (
    <>
      <OtherAccount signedInAs={me.data.walletAddress} />
      <Card className="grid gap-3 p-4">
        <div className="flex items-start justify-between gap-2">
          <code className="min-w-0 pt-1 font-mono text-body break-all">{me.data.walletAddress}</code>
          <CopyButton text={me.data.walletAddress} label={t('account.copyAddress')} />
        </div>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="flex flex-wrap items-center gap-2 text-label text-muted-foreground">
            {t('account.since', { date: format.date(me.data.createdAt) })}
            {me.data.isOperator && <Badge tone="accent">{t('account.operator')}</Badge>}
          </p>
          <Button variant="secondary" size="small" onClick={() => setChanging(true)}>
            {t('account.changeWallet')}
          </Button>
        </div>
      </Card>
      {changing && (
        <Dialog open onOpenChange={setChanging} title={t('account.changeWallet')} description={t('account.changeWalletText')}>
          <SignInPanel next={AFTER_SWITCH} />
        </Dialog>
      )}
    </>
  );
}

/** Which wallet is signed in, and the way to another one. */
export function WalletSection() {
  const t = useTranslations();
  return (
    <Section title={t('account.wallet')} description={t('account.walletText')}>
      <WalletCard />
    </Section>
  );
}
