'use client';

import { ArrowUp, Square } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useCallback, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { MESSAGE_MAXIMUM_LENGTH } from '@/lib/chat/limits';
import { useDraft, writeDraft } from './drafts';

const COUNT_FROM = 1_600;

type ComposerProps = {
  draftKey: string;
  agentName: string;
  /** A reply is being written: sending waits, and stopping is offered. */
  replying: boolean;
  sending: boolean;
  stopping: boolean;
  disabledReason?: string;
  onSend: (message: string) => void;
  onStop: () => void;
};

/** Where a phone would cover half the page with its keyboard, the field waits to be touched. */
function focusWithMouse(field: HTMLTextAreaElement | null | undefined): void {
  if (field && window.matchMedia('(pointer: fine)').matches) field.focus({ preventScroll: true });
}

/** The field for the next message. Its text survives a reload, per conversation. */
export function Composer({ draftKey, agentName, replying, sending, stopping, disabledReason, onSend, onStop }: ComposerProps) {
  const t = useTranslations();
  const format = useFormat();
  const text = useDraft(draftKey);
  const hintId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const begin = useCallback((element: HTMLTextAreaElement | null) => {
    field.current = element;
    focusWithMouse(element);
  }, []);
  // The button that stops leaves the page with the reply; the keyboard stays where the next message is written.
  const stop = () => {
    onStop();
    focusWithMouse(field.current);
  };
  const message = text.trim();
  const tooLong = text.length > MESSAGE_MAXIMUM_LENGTH;
  const ready = message !== '' && !tooLong && !replying && !sending && !disabledReason;
  const send = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (ready) onSend(message);
  };
  return (
    <form onSubmit={send} className="mx-auto grid w-full max-w-3xl gap-1.5 px-4 pt-2 pb-4 sm:px-6">
      <div className="flex items-end gap-2 rounded-xl border border-input bg-surface p-2 has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-offset-1 has-[textarea:focus-visible]:outline-ring">
        <textarea
          ref={begin}
          rows={1}
          aria-label={t('chat.messageTo', { name: agentName })}
          aria-describedby={hintId}
          aria-invalid={tooLong || undefined}
          placeholder={disabledReason ?? t('chat.messageTo', { name: agentName })}
          disabled={Boolean(disabledReason)}
          value={text}
          onChange={(event) => writeDraft(draftKey, event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
          }}
          className="field-sizing-content max-h-52 min-h-9 flex-1 resize-none bg-transparent px-2 py-1.5 text-base leading-relaxed outline-none placeholder:text-muted-foreground"
        />
        {replying ? (
          <Button variant="secondary" size="icon" className="size-9" aria-label={t('chat.stop')} busy={stopping} onClick={stop}>
            {!stopping && <Square aria-hidden className="!size-3.5 fill-current" />}
          </Button>
        ) : (
          <Button type="submit" size="icon" className="size-9" aria-label={t('chat.send')} busy={sending} disabled={!ready}>
            {!sending && <ArrowUp aria-hidden />}
          </Button>
        )}
      </div>
      <p id={hintId} className="flex justify-between gap-4 px-1 text-xs text-muted-foreground">
        <span className="max-sm:sr-only">{t('chat.keys')}</span>
        {text.length >= COUNT_FROM && (
          <span className={`ms-auto tabular-nums ${tooLong ? 'font-medium text-danger' : ''}`}>
            {format.integer(text.length)} / {format.integer(MESSAGE_MAXIMUM_LENGTH)}
          </span>
        )}
      </p>
    </form>
  );
}
