'use client';

import { CircleAlert, CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '@/messages/translate';
import { Button } from './button';

/** What a screen shows while it has nothing: says what would be here, and the next step. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode;
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-3 rounded-lg border border-dashed border-input/50 px-6 py-12 text-center">
      {icon && <div className="text-muted-foreground [&_svg]:size-7">{icon}</div>}
      <h2 className="text-base font-semibold">{title}</h2>
      <div className="max-w-md text-sm leading-relaxed text-muted-foreground">{children}</div>
      {action}
    </div>
  );
}

type Failure = { message: string; code?: string; requestId?: string };

/** What a screen shows when it could not be read: why, and a way to try again. */
export function ErrorState({ error, onRetry, title }: { error: Failure; onRetry?: () => void; title?: string }) {
  const offline = error.code === 'NETWORK';
  return (
    <div role="alert" className="grid justify-items-center gap-3 rounded-lg border border-danger/30 bg-danger-soft px-6 py-10 text-center">
      <div className="text-danger [&_svg]:size-6">{offline ? <CloudOff aria-hidden /> : <CircleAlert aria-hidden />}</div>
      <h2 className="text-base font-semibold">{title ?? t(offline ? 'common.offlineTitle' : 'common.errorTitle')}</h2>
      <p className="max-w-md text-sm leading-relaxed">{offline ? t('common.offlineText') : error.message}</p>
      {error.requestId && <p className="font-mono text-xs text-muted-foreground">{t('common.requestId', { id: error.requestId })}</p>}
      {onRetry && (
        <Button variant="secondary" size="small" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </div>
  );
}
