'use client';

import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import { classNames } from './class-names';
import { modalStyles, overlayStyles } from './layer-styles';

export const DialogTrigger = Primitive.Trigger;
export const DialogClose = Primitive.Close;

type DialogProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  /** `centre` comes from below on a phone; `side` holds navigation at the start edge, `end` details beside what they belong to. */
  placement?: 'centre' | 'side' | 'end';
  /** The actions, which stay in sight while the content scrolls. */
  footer?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A modal dialog: focus stays inside, Escape closes, and focus returns to where it was. */
export function Dialog({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  placement = 'centre',
  footer,
  className,
  children,
}: DialogProps) {
  const t = useTranslations();
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className={overlayStyles} />
        <Primitive.Content
          className={classNames(modalStyles({ placement }), className)}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <div className="flex items-start justify-between gap-4">
            <div className="grid min-w-0 gap-1">
              <Primitive.Title className="text-lead font-semibold tracking-[-0.01em]">{title}</Primitive.Title>
              {description && <Primitive.Description className="text-body text-muted-foreground">{description}</Primitive.Description>}
            </div>
            <Primitive.Close asChild>
              <Button
                variant="ghost"
                size="icon-small"
                aria-label={t('common.close')}
                className="-me-1.5 -mt-0.5 max-sm:-me-2.5 max-sm:-mt-2 text-muted-foreground"
              >
                <X aria-hidden />
              </Button>
            </Primitive.Close>
          </div>
          {children}
          {footer && (
            <div className="sticky -bottom-5 -mx-5 mt-auto -mb-5 flex flex-wrap justify-end gap-2 border-t bg-surface px-5 py-3.5 sm:-bottom-6 sm:-mx-6 sm:-mb-6 sm:px-6">
              {footer}
            </div>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
