'use client';

import { ArrowUp, Square } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type ReactNode, useCallback, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Tooltip } from '@/components/ui/tooltip';
import { MESSAGE_MAXIMUM_LENGTH } from '@/lib/chat/limits';
import { columnStyles } from './column-styles';
import { useDraft, writeDraft } from './drafts';
import { focusWithMouse } from './focus-composer';

const COUNT_FROM = 1_600;

type ComposerProps = {
  draftKey: string;
  agentName: string;
  /** A reply is being written: sending waits, and stopping is offered. */
  replying: boolean;
  sending: boolean;
  stopping: boolean;
  /** Why nothing can be sent now; what is typed stays. */
  blockedReason?: ReactNode;
  /** A remark in the line below. */
  note?: ReactNode;
  /** What stands at the start of the lower line, such as the choice of the model. */
  tools?: ReactNode;
  onSend: (message: string) => void;
  onStop: () => void;
};

/** The field for the next message. Its text survives a reload, per conversation. */
export function Composer(props: ComposerProps) {
  const { draftKey, agentName, replying, sending, stopping, blockedReason, note, tools, onSend, onStop } = props;
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
  const ready = message !== '' && !tooLong && !replying && !sending && !blockedReason;
  const send = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (!ready) return;
    onSend(message);
    focusWithMouse(field.current);
  };
  return (
    <form onSubmit={send} className={classNames(columnStyles, 'grid gap-1.5 pt-1.5 pb-[max(0.75rem,env(safe-area-inset-bottom))]')}>
      <div className="grid gap-1 rounded-xl border border-input bg-surface p-1.5 transition-colors has-[textarea:focus-visible]:border-ring has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-ring/40">
        <textarea
          ref={begin}
          data-composer
          rows={1}
          enterKeyHint="send"
          aria-label={t('chat.messageTo', { name: agentName })}
          aria-describedby={hintId}
          aria-invalid={tooLong || undefined}
          placeholder={t('chat.messageTo', { name: agentName })}
          value={text}
          onChange={(event) => writeDraft(draftKey, event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
          }}
          className="field-sizing-content max-h-[min(13rem,32dvh)] min-h-10 w-full resize-none bg-transparent px-2.5 py-2 text-base leading-relaxed outline-none placeholder:text-muted-foreground sm:text-reading"
        />
        <div className="flex items-center gap-2">
          {tools}
          <span className="ms-auto flex items-center gap-2">
            {text.length >= COUNT_FROM && (
              <span className={classNames('text-caption text-muted-foreground tabular-nums', tooLong && 'font-medium text-danger')}>
                {format.integer(text.length)} / {format.integer(MESSAGE_MAXIMUM_LENGTH)}
              </span>
            )}
            {replying ? (
              <Tooltip label={t('chat.stop')}>
                <Button variant="secondary" size="icon" aria-label={t('chat.stop')} busy={stopping} onClick={stop}>
                  <Square aria-hidden className="!size-3 fill-current" />
                </Button>
              </Tooltip>
            ) : (
              <Button type="submit" size="icon" aria-label={t('chat.send')} disabled={!ready}>
                <ArrowUp aria-hidden />
              </Button>
            )}
          </span>
        </div>
      </div>
      <p id={hintId} className="flex flex-wrap sm:min-h-4 justify-between gap-x-4 px-1.5 text-caption text-muted-foreground">
        <span role="status" className={blockedReason ? 'font-medium text-warning' : undefined}>
          {blockedReason ?? note}
        </span>
        <span className="max-sm:sr-only coarse:sr-only">{t('chat.keys')}</span>
      </p>
    </form>
  );
}
