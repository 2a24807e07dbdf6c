'use client';

import { KeyRound, Plus } from 'lucide-react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { isPast } from '@/components/shell/format';
import { useFormat } from '@/components/shell/use-format';
import { PageHeader } from '@/components/shell/page-header';
import { useUrlState } from '@/components/shell/url-state';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { Badge, Card, Skeleton } from '@/components/ui/surface';
import { useErrorText } from '@/components/ui/use-error-text';
import { useApiKeys, useRevokeApiKey } from '@/lib/api-keys/hooks';
import type { ApiKeyWire } from '@/lib/api-keys/schema';
import { CreateKeyDialog } from './create-key-dialog';

function KeyItem({ apiKey }: { apiKey: ApiKeyWire }) {
  const errorText = useErrorText();
  const t = useTranslations();
  const format = useFormat();
  const revoke = useRevokeApiKey();
  const expired = apiKey.expiresAt !== null && isPast(apiKey.expiresAt);
  const onConfirm = () =>
    revoke.mutate(apiKey.id, {
      onSuccess: () => void toast.success(t('apiKeys.revoked')),
      onError: (error) => void toast.error(errorText(error)),
    });
  return (
    <li className="flex flex-wrap items-start gap-3 px-4 py-4">
      <div className="grid min-w-0 flex-1 basis-64 gap-1.5">
        <p className="flex flex-wrap items-center gap-2 text-sm font-medium">
          <span className="break-words">{apiKey.name}</span>
          {apiKey.kind !== 'personal' && <Badge tone="accent">{t(apiKey.kind === 'partner' ? 'apiKeys.partner' : 'apiKeys.agent')}</Badge>}
          {expired && <Badge tone="danger">{t('apiKeys.expired')}</Badge>}
        </p>
        <p className="font-mono text-[0.8125rem] text-muted-foreground">{apiKey.prefix}…</p>
        <p className="flex flex-wrap gap-1">
          {apiKey.scopes.map((scope) => (
            <Badge key={scope}>{scope}</Badge>
          ))}
        </p>
        <p className="text-xs text-muted-foreground">
          {apiKey.lastUsedAt ? t('apiKeys.lastUsed', { ago: format.ago(apiKey.lastUsedAt) }) : t('apiKeys.neverUsed')}
          {' · '}
          {apiKey.expiresAt ? t('apiKeys.expires', { date: format.dateTime(apiKey.expiresAt) }) : t('apiKeys.neverExpires')}
        </p>
      </div>
      <Confirm
        trigger={
          <Button variant="secondary" size="small" busy={revoke.isPending}>
            {t('apiKeys.revoke')}
          </Button>
        }
        title={t('apiKeys.revokeTitle', { name: apiKey.name })}
        description={t('apiKeys.revokeText')}
        confirmLabel={t('apiKeys.revoke')}
        onConfirm={onConfirm}
      />
    </li>
  );
}

function Keys({ onCreate }: { onCreate: () => void }) {
  const t = useTranslations();
  const keys = useApiKeys();
  if (keys.isPending) return <Skeleton className="h-40" />;
  if (!keys.data) return <ErrorState error={keys.error} onRetry={() => void keys.refetch()} />;
  if (keys.data.apiKeys.length === 0) {
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
    <Card>
      <ul className="divide-y">
        {keys.data.apiKeys.map((apiKey) => (
          <KeyItem key={apiKey.id} apiKey={apiKey} />
        ))}
      </ul>
    </Card>
  );
}

/** The keys with which programs act for the owner. */
export function ApiKeysPage() {
  const t = useTranslations();
  const [creating, setCreating] = useUrlState('create');
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-7 px-4 py-7 sm:px-8 sm:py-10">
      <PageHeader
        title={t('apiKeys.title')}
        description={t('apiKeys.text')}
        action={
          <Button onClick={() => setCreating('1')}>
            <Plus aria-hidden />
            {t('apiKeys.create')}
          </Button>
        }
      />
      <Keys onCreate={() => setCreating('1')} />
      {creating && <CreateKeyDialog onClose={() => setCreating('')} />}
    </div>
  );
}
