'use client';

import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import { classNames } from './class-names';
import type { DialogProps } from './dialog';
import { modalStyles, overlayStyles } from './layer-styles';
import { closeWith } from './return-focus';

/** The dialog itself, open from the beginning unless it is told: it is fetched when somebody opens it. */
export function DialogLayer({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  placement = 'centre',
  footer,
  className,
  returnFocus,
  children,
}: DialogProps) {
  const t = useTranslations();
  return (
    <Primitive.Root open={open} defaultOpen onOpenChange={onOpenChange}>
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className={overlayStyles} />
        <Primitive.Content
          className={classNames(modalStyles({ placement }), className)}
          {...(description ? {} : { 'aria-describedby': undefined })}
          onCloseAutoFocus={returnFocus && closeWith(returnFocus)}
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
                className="-me-1.5 -mt-0.5 text-muted-foreground max-sm:-me-2.5 max-sm:-mt-2"
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
