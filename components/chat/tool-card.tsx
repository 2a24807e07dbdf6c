import { Check, ChevronRight, CircleAlert, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import type { KeyOf, Translate } from '@/messages/keys';

export type ToolCall = { id: string; name: string; input: unknown; output?: unknown; error?: string | null; durationMs?: number };

function toolTitle(t: Translate, name: string): string {
  const key = `tools.${name}` as KeyOf<'tools'>;
  return t.has(key) ? t(key) : name.replaceAll('_', ' ');
}

function Value({ label, value }: { label: string; value: unknown }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return (
    <div className="grid gap-1">
      <p className="text-caption text-muted-foreground">{label}</p>
      <pre tabIndex={0} className="max-h-48 overflow-auto rounded-md bg-raised p-2.5 font-mono text-caption whitespace-pre-wrap">
        {text}
      </pre>
    </div>
  );
}

function StateIcon({ state }: { state: 'running' | 'done' | 'failed' }) {
  if (state === 'running') return <LoaderCircle aria-hidden className="animate-spin text-muted-foreground" />;
  if (state === 'failed') return <CircleAlert aria-hidden className="text-danger" />;
  return <Check aria-hidden className="text-positive" />;
}

/** One thing that the agent did while answering; opened, it shows with what and to what end. */
export function ToolCard({ call, running }: { call: ToolCall; running: boolean }) {
  const t = useTranslations();
  const format = useFormat();
  const state = running ? 'running' : call.error ? 'failed' : 'done';
  const words = { running: 'chat.toolRunning', failed: 'chat.toolFailed', done: 'chat.toolDone' } as const;
  return (
    <details className="group rounded-md border bg-surface text-body">
      <summary className="flex min-h-9 list-none items-center gap-2.5 rounded-md px-3 py-1.5 transition-colors hover:bg-raised max-sm:min-h-10 [&_svg]:size-4 [&_svg]:shrink-0">
        <StateIcon state={state} />
        <span className="truncate">{toolTitle(t, call.name)}</span>
        <span className={state === 'failed' ? 'shrink-0 text-caption text-danger' : 'sr-only'}>{t(words[state])}</span>
        <span className="ms-auto flex shrink-0 items-center gap-2 text-caption text-muted-foreground tabular-nums">
          {call.durationMs !== undefined && format.duration(call.durationMs)}
          <ChevronRight aria-hidden className="transition-transform group-open:rotate-90" />
        </span>
      </summary>
      <div className="grid gap-3 border-t p-3">
        <Value label={t('chat.toolInput')} value={call.input} />
        {call.error ? (
          <Value label={t('chat.toolError')} value={call.error} />
        ) : (
          call.output !== undefined && <Value label={t('chat.toolOutput')} value={call.output} />
        )}
      </div>
    </details>
  );
}
