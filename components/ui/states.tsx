'use client';

import { CircleAlert, CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import { useErrorText } from './use-error-text';

type EmptyStateProps = { icon?: ReactNode; title: string; children: ReactNode; action?: ReactNode };

/** What a screen shows while it has nothing: says what would be here, and the next step. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center rounded-lg border border-dashed border-border-strong px-6 py-12 text-center">
      {icon && (
        <div className="mb-3.5 grid size-11 place-items-center rounded-lg border bg-surface text-muted-foreground [&_svg]:size-5">
          {icon}
        </div>
      )}
      <h2 className="text-title font-semibold">{title}</h2>
      <div className="mt-1 max-w-md text-body text-pretty text-muted-foreground">{children}</div>
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}

type Failure = { message: string; code?: string; requestId?: string };

/** What a screen shows when it could not be read: why, and a way to try again. */
export function ErrorState({ error, onRetry, title }: { error: Failure; onRetry?: () => void; title?: string }) {
  const t = useTranslations();
  const errorText = useErrorText();
  const offline = error.code === 'NETWORK';
  return (
    <div role="alert" className="grid justify-items-center rounded-lg border bg-surface px-6 py-12 text-center">
      <div
        className={`mb-3.5 grid size-11 place-items-center rounded-lg [&_svg]:size-5 ${offline ? 'bg-warning-soft text-warning' : 'bg-danger-soft text-danger'}`}
      >
        {offline ? <CloudOff aria-hidden /> : <CircleAlert aria-hidden />}
      </div>
      <h2 className="text-title font-semibold">{title ?? t(offline ? 'common.offlineTitle' : 'common.errorTitle')}</h2>
      <p className="mt-1 max-w-md text-body text-pretty text-muted-foreground">{offline ? t('common.offlineText') : errorText(error)}</p>
      {error.requestId && (
        <p className="mt-2 font-mono text-caption text-muted-foreground">{t('common.requestId', { id: error.requestId })}</p>
      )}
      {onRetry && (
        <Button variant="secondary" className="mt-5" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </div>
  );
}
