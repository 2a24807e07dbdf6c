'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';

/** Copies the code beside a pressed button. */
async function copyBeside(button: Element): Promise<boolean> {
  const text = button.parentElement?.querySelector('pre')?.textContent ?? '';
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Opens what an anchor lies in, so that a link into something folded shows it. */
function unfoldTarget(): void {
  const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  target?.closest('details')?.setAttribute('open', '');
}

/**
 * What scripts add to the page, for all of it at once: copying, and one choice of language for every sample. Hundreds of buttons
 * stay plain HTML that way.
 */
export function PageBehaviour() {
  const t = useTranslations();
  const [said, setSaid] = useState('');
  useEffect(() => {
    const onClick = async (event: MouseEvent) => {
      const button = event.target instanceof Element ? event.target.closest('button[data-copy]') : null;
      if (!button) return;
      setSaid('');
      if (!(await copyBeside(button))) {
        toast.error(t('common.copyFailed'));
        return;
      }
      const label = button.textContent;
      button.textContent = t('docs.copied');
      setSaid(t('docs.copied'));
      setTimeout(() => (button.textContent = label === t('docs.copied') ? t('docs.copy') : label), 1_800);
    };
    const onChange = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || !target.matches('input[data-sample]')) return;
      const before = target.getBoundingClientRect().top;
      for (const other of document.querySelectorAll<HTMLInputElement>(`input[data-sample][value="${target.value}"]`)) other.checked = true;
      // Samples above may have changed their height: what was pressed stays where it was.
      window.scrollBy({ top: target.getBoundingClientRect().top - before, behavior: 'instant' });
    };
    const copy = (event: MouseEvent) => void onClick(event);
    document.addEventListener('click', copy);
    document.addEventListener('change', onChange);
    window.addEventListener('hashchange', unfoldTarget);
    unfoldTarget();
    return () => {
      document.removeEventListener('click', copy);
      document.removeEventListener('change', onChange);
      window.removeEventListener('hashchange', unfoldTarget);
    };
  }, [t]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
