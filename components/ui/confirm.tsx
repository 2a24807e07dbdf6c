'use client';

import { AlertDialog } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { t } from '@/messages/translate';
import { Button } from './button';
import { Field, Input } from './field';

type ConfirmProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
  title: string;
  description: ReactNode;
  confirmLabel: string;
  /** Text that has to be typed before the button works, for what cannot be taken back. */
  typeToConfirm?: string;
  onConfirm: () => void;
};

/** Asks before something that is hard to take back. */
export function Confirm({ open, onOpenChange, trigger, title, description, confirmLabel, typeToConfirm, onConfirm }: ConfirmProps) {
  const [typed, setTyped] = useState('');
  const ready = typeToConfirm === undefined || typed.trim() === typeToConfirm;
  const change = (next: boolean) => {
    setTyped('');
    onOpenChange?.(next);
  };
  return (
    <AlertDialog.Root open={open} onOpenChange={change}>
      {trigger && <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>}
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-overlay data-[state=open]:animate-in data-[state=open]:fade-in-0" />
        <AlertDialog.Content className="fixed inset-x-4 top-1/2 z-50 mx-auto grid max-w-md -translate-y-1/2 gap-4 rounded-xl border bg-surface p-6 shadow-xl outline-none">
          <AlertDialog.Title className="text-lg leading-snug font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description className="text-sm leading-relaxed text-muted-foreground">{description}</AlertDialog.Description>
          {typeToConfirm !== undefined && (
            <Field label={t('common.typeToConfirm', { text: typeToConfirm })}>
              {(control) => <Input {...control} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />}
            </Field>
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button variant="secondary">{t('common.cancel')}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button variant="danger" disabled={!ready} onClick={onConfirm}>
                {confirmLabel}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
