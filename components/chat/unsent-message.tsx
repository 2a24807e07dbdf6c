'use client';

import { CircleAlert, CloudOff, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { useErrorText } from '@/components/ui/use-error-text';
import { OwnBubble } from './own-bubble';
import type { useSending } from './use-sending';

type UnsentMessageProps = Pick<ReturnType<typeof useSending>, 'state' | 'offline' | 'error' | 'retry' | 'takeBack'> & { message: string };

/** A message that the server has not confirmed: on its way, waiting for a connection, or refused. */
export function UnsentMessage({ message, state, offline, error, retry, takeBack }: UnsentMessageProps) {
  const t = useTranslations();
  const errorText = useErrorText();
  const refused = state === 'refused' && error;
  return (
    <article aria-label={t('chat.unsentMessage')} className="grid justify-items-end gap-1.5">
      <OwnBubble content={message} faint />
      <div role="status" className="flex min-h-control-small flex-wrap items-center justify-end gap-x-2.5 gap-y-1 text-label">
        {refused ? (
          <span className="flex items-center gap-1.5 text-danger">
            <CircleAlert aria-hidden className="size-4 shrink-0" />
            {t('chat.notSent', { reason: errorText(error) })}
          </span>
        ) : state === 'waiting' ? (
          <span className="flex items-center gap-1.5 text-muted-foreground">
            <CloudOff aria-hidden className="size-4 shrink-0 text-warning" />
            {t(offline ? 'chat.waitsForNetwork' : 'chat.waitsForServer')}
          </span>
        ) : (
          <span className="flex items-center gap-1.5 text-muted-foreground">
            <LoaderCircle aria-hidden className="size-3.5 shrink-0 animate-spin" />
            {t('chat.sending')}
          </span>
        )}
        {state !== 'sending' && (
          <span className="flex gap-1">
            <Button variant="ghost" size="small" onClick={takeBack}>
              {t('chat.takeBack')}
            </Button>
            <Button variant="secondary" size="small" onClick={retry}>
              {t('common.retry')}
            </Button>
          </span>
        )}
      </div>
    </article>
  );
}
