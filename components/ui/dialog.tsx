'use client';

import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { t } from '@/messages/translate';
import { Button } from './button';
import { classNames } from './class-names';

export const DialogTrigger = Primitive.Trigger;
export const DialogClose = Primitive.Close;

type DialogProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  /** `side` slides in from the left edge, for lists on small screens. */
  placement?: 'centre' | 'side';
  className?: string;
  children: ReactNode;
};

const placements = {
  centre:
    'inset-x-4 top-1/2 mx-auto max-h-[88dvh] w-auto max-w-lg -translate-y-1/2 rounded-xl p-6 data-[state=open]:animate-in data-[state=open]:fade-in-0 data-[state=open]:zoom-in-98',
  side: 'inset-y-0 left-0 h-dvh w-[min(22rem,88vw)] border-r p-4 data-[state=open]:animate-in data-[state=open]:slide-in-from-left-8 data-[state=open]:fade-in-0',
};

/** A modal dialog: focus stays inside, Escape closes, and focus returns to where it was. */
export function Dialog({ open, onOpenChange, trigger, title, description, placement = 'centre', className, children }: DialogProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-overlay data-[state=open]:animate-in data-[state=open]:fade-in-0" />
        <Primitive.Content
          className={classNames(
            'fixed z-50 flex flex-col gap-4 overflow-y-auto border bg-surface shadow-xl outline-none',
            placements[placement],
            className,
          )}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <div className="flex items-start justify-between gap-4">
            <div className="grid gap-1">
              <Primitive.Title className="text-lg leading-snug font-semibold">{title}</Primitive.Title>
              {description && (
                <Primitive.Description className="text-sm leading-relaxed text-muted-foreground">{description}</Primitive.Description>
              )}
            </div>
            <Primitive.Close asChild>
              <Button variant="ghost" size="icon-small" aria-label={t('common.close')} className="-mt-1 -mr-2">
                <X aria-hidden />
              </Button>
            </Primitive.Close>
          </div>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
