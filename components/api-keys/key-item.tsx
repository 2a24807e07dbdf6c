'use client';

import { useTranslations } from 'use-intl';
import { isPast } from '@/components/shell/format';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { Badge } from '@/components/ui/surface';
import { toast } from '@/components/ui/toast';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useRevokeApiKey } from '@/lib/api-keys/hooks';
import type { ApiKeyWire } from '@/lib/api-keys/schema';

const SOON_MS = 7 * 86_400_000;

function Expiry({ expiresAt }: { expiresAt: string | null }) {
  const t = useTranslations();
  const format = useFormat();
  if (expiresAt === null) return <span>{t('apiKeys.neverExpires')}</span>;
  if (isPast(expiresAt)) return <span>{t('apiKeys.expiredOn', { date: format.date(expiresAt) })}</span>;
  const soon = isPast(new Date(Date.parse(expiresAt) - SOON_MS).toISOString());
  return <span className={soon ? 'font-medium text-warning' : undefined}>{t('apiKeys.expires', { date: format.date(expiresAt) })}</span>;
}

/** One key: what it may do, when it was used, and its end. */
export function KeyItem({ apiKey }: { apiKey: ApiKeyWire }) {
  const report = useErrorToast();
  const t = useTranslations();
  const format = useFormat();
  const revoke = useRevokeApiKey();
  const expired = apiKey.expiresAt !== null && isPast(apiKey.expiresAt);
  const onConfirm = () => revoke.mutateAndTell(apiKey.id, { ...report, onSuccess: () => void toast.success(t('apiKeys.revoked')) });
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2.5 px-4 py-3.5">
      <div className="grid min-w-0 flex-1 basis-64 gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-body font-medium">
          <span className="wrap-anywhere">{apiKey.name}</span>
          <span className="font-mono text-caption font-normal text-muted-foreground">{apiKey.prefix}…</span>
          {apiKey.kind !== 'personal' && <Badge tone="accent">{t(apiKey.kind === 'partner' ? 'apiKeys.partner' : 'apiKeys.agent')}</Badge>}
          {expired && <Badge tone="danger">{t('apiKeys.expired')}</Badge>}
        </p>
        <p className="text-label text-muted-foreground">
          {t('apiKeys.may', { scopes: apiKey.scopes.map((scope) => t(`scopes.${scope}`)).join(', ') })}
        </p>
        <p className="flex flex-wrap gap-x-2 text-caption text-muted-foreground">
          <span>{apiKey.lastUsedAt ? t('apiKeys.lastUsed', { ago: format.ago(apiKey.lastUsedAt) }) : t('apiKeys.neverUsed')}</span>
          <span aria-hidden>·</span>
          <Expiry expiresAt={apiKey.expiresAt} />
          <span aria-hidden>·</span>
          <span>{t('apiKeys.made', { date: format.date(apiKey.createdAt) })}</span>
        </p>
      </div>
      <Confirm
        trigger={
          <Button variant="secondary" size="small" busy={revoke.isPending} aria-label={t('apiKeys.revokeOf', { name: apiKey.name })}>
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
