'use client';

import { useEffect } from 'react';
import { toast, Toaster as Sonner } from 'sonner';
import { showBy } from './toast';

/** Where short confirmations appear; errors that need a decision stay on the page instead. */
export function ToasterLayer() {
  useEffect(() => showBy(toast), []);
  return (
    <Sonner
      position="top-center"
      toastOptions={{
        classNames: {
          toast: '!rounded-lg !border !border-border !bg-surface !font-sans !text-body !text-foreground !shadow-floating',
          description: '!text-muted-foreground',
          actionButton: '!h-8 !rounded-md !bg-accent !px-3 !text-label !font-medium !text-accent-foreground',
          cancelButton: '!h-8 !rounded-md !bg-raised !px-3 !text-label !font-medium !text-foreground',
          success: '[&_[data-icon]]:!text-positive',
          error: '[&_[data-icon]]:!text-danger',
          warning: '[&_[data-icon]]:!text-warning',
        },
      }}
    />
  );
}
