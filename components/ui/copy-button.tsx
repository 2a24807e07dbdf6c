'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, type ButtonProps } from './button';
import { toast } from './toast';

const CONFIRMATION_MS = 1_800;

/** Copies a text to the clipboard and says that it did. */
export function CopyButton({
  text,
  label,
  showLabel = false,
  ...props
}: ButtonProps & { text: string; label: string; showLabel?: boolean }) {
  const t = useTranslations();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), CONFIRMATION_MS);
    } catch {
      toast.error(t('common.copyFailed'));
    }
  };
  return (
    <Button variant="ghost" size={showLabel ? 'small' : 'icon-small'} aria-label={label} onClick={() => void copy()} {...props}>
      {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      {showLabel && <span>{copied ? t('common.copied') : label}</span>}
      <span role="status" className="sr-only">
        {copied ? t('common.copied') : ''}
      </span>
    </Button>
  );
}
