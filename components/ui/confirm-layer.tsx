'use client';

import { AlertDialog } from 'radix-ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import type { ConfirmProps } from './confirm';
import { Field, Input } from './field';
import { modalStyles, overlayStyles } from './layer-styles';
import { closeWith } from './return-focus';

/** The question itself, open from the beginning unless it is told: it is fetched when it is first asked. */
export function ConfirmLayer({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  confirmLabel,
  cancelLabel,
  tone = 'danger',
  typeToConfirm,
  onConfirm,
  returnFocus,
}: ConfirmProps) {
  const t = useTranslations();
  const [typed, setTyped] = useState('');
  const ready = typeToConfirm === undefined || typed.trim() === typeToConfirm;
  const change = (next: boolean) => {
    setTyped('');
    onOpenChange?.(next);
  };
  return (
    <AlertDialog.Root open={open} defaultOpen onOpenChange={change}>
      {trigger && <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>}
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={overlayStyles} />
        <AlertDialog.Content className={modalStyles({ className: 'sm:max-w-md' })} onCloseAutoFocus={returnFocus && closeWith(returnFocus)}>
          <div className="grid gap-1.5">
            <AlertDialog.Title className="text-lead font-semibold tracking-[-0.01em]">{title}</AlertDialog.Title>
            <AlertDialog.Description className="text-body text-muted-foreground">{description}</AlertDialog.Description>
          </div>
          {typeToConfirm !== undefined && (
            <Field label={t('common.typeToConfirm', { text: typeToConfirm })}>
              {(control) => <Input {...control} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />}
            </Field>
          )}
          <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
            <AlertDialog.Cancel asChild>
              <Button variant="secondary">{cancelLabel ?? t('common.cancel')}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button variant={tone} disabled={!ready} onClick={onConfirm}>
                {confirmLabel}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
