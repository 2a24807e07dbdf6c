'use client';

import { memo, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { type HighlightedLine, tokenStyles } from './code-tokens';
import { highlightAside } from './highlighting';

/** Longer code stays plain: colouring it would hold up the page. */
const HIGHLIGHTED_AT_MOST = 20_000;

/** Colours code once it is whole and near the screen; the first such block starts the highlighter. */
function useHighlighted(code: string, language: string, whole: boolean) {
  const place = useRef<HTMLElement>(null);
  const [result, setResult] = useState<{ code: string; lines: HighlightedLine[] }>();
  const due = whole && language !== '' && code !== '' && code.length <= HIGHLIGHTED_AT_MOST;
  useEffect(() => {
    if (!due || !place.current) return;
    let left = false;
    const colour = async () => {
      const lines = await highlightAside(code, language);
      if (!left && lines) setResult({ code, lines });
    };
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        seen.disconnect();
        void colour();
      },
      { rootMargin: '200px' },
    );
    seen.observe(place.current);
    return () => {
      left = true;
      seen.disconnect();
    };
  }, [due, code, language]);
  return { place, lines: result?.code === code ? result.lines : undefined };
}

function Lines({ lines }: { lines: HighlightedLine[] }) {
  return lines.map((line, index) => (
    <span key={index}>
      {line.map((token, position) => (
        <span key={position} className={tokenStyles[token.kind]}>
          {token.text}
        </span>
      ))}
      {index < lines.length - 1 && '\n'}
    </span>
  ));
}

/** A block of code with its language and a button that copies it. `whole` is false while it is being written. */
export const CodeBlock = memo(function CodeBlock({ code, language, whole }: { code: string; language: string; whole: boolean }) {
  const t = useTranslations();
  const { place, lines } = useHighlighted(code, language, whole);
  return (
    <figure ref={place} className="grid min-w-0 grid-cols-1 overflow-hidden rounded-md border bg-surface">
      <figcaption className="flex h-9 items-center justify-between border-b bg-raised ps-3 pe-1 text-xs text-muted-foreground">
        <span className="font-mono">{language || t('chat.code')}</span>
        {whole && <CopyButton text={code} label={t('chat.copyCode')} />}
      </figcaption>
      <pre tabIndex={0} className="overflow-x-auto px-3 py-2.5 font-mono text-[0.8125rem] leading-relaxed wrap-normal whitespace-pre">
        <code>{lines ? <Lines lines={lines} /> : code}</code>
      </pre>
    </figure>
  );
});
