'use client';

import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { defaultLocale } from '@/messages/locales';
import type { KeyOf } from '@/messages/keys';
import { toast } from './toast';

type Failure = { message: string; code?: string; retryAfterMs?: number };

/** Refusals whose English sentence tells more than its code does. */
const particular = new Set(['BAD_REQUEST', 'CONFLICT', 'FORBIDDEN', 'NOT_FOUND', 'PAYMENT_REQUIRED']);

/**
 * The sentence for a refused or failed call, in the reader's language. The API speaks English; a known code has its own text
 * here, and English readers see the server's sentence where it is more exact.
 */
export function useErrorText(): (error: Failure) => string {
  const t = useTranslations();
  const locale = useLocale();
  return useMemo(
    () => (error: Failure) => {
      const key = `errors.${error.code}` as KeyOf<'errors'>;
      if (!error.code || !t.has(key)) return error.message;
      if (locale === defaultLocale && particular.has(error.code)) return error.message;
      return t(key);
    },
    [t, locale],
  );
}

/** Says a mutation's failure in a toast: `mutate(body, useErrorToast())`. */
export function useErrorToast(): { onError: (error: Failure) => void } {
  const errorText = useErrorText();
  return useMemo(() => ({ onError: (error: Failure) => void toast.error(errorText(error)) }), [errorText]);
}
