import { ChevronRight, CircleAlert, LoaderCircle, Wrench } from 'lucide-react';
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
      <p className="text-xs text-muted-foreground">{label}</p>
      <pre className="max-h-48 overflow-auto rounded-md bg-raised p-2 font-mono text-xs whitespace-pre-wrap">{text}</pre>
    </div>
  );
}

/** One thing that the agent did while answering; opened, it shows with what and to what end. */
export function ToolCard({ call, running }: { call: ToolCall; running: boolean }) {
  const t = useTranslations();
  const format = useFormat();
  const failed = Boolean(call.error);
  return (
    <details className="group rounded-md border bg-surface text-sm">
      <summary className="flex list-none items-center gap-2 rounded-md px-3 py-2 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground">
        {running ? <LoaderCircle aria-hidden className="animate-spin" /> : failed ? <CircleAlert aria-hidden /> : <Wrench aria-hidden />}
        <span className="truncate">{toolTitle(t, call.name)}</span>
        {failed && <span className="text-xs text-danger">{t('chat.toolFailed')}</span>}
        <span className="ms-auto flex items-center gap-2 text-xs text-muted-foreground tabular-nums">
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
