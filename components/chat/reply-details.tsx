'use client';

import { Info } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import type { MessageWire } from '@/lib/conversations/schema';
import { RecallExplanation } from './recall-banner';

const ReplySources = dynamic(() => import('./reply-sources').then((module) => module.ReplySources), { ssr: false });
const PromptDialog = dynamic(() => import('./prompt-dialog').then((module) => module.PromptDialog), { ssr: false });

function Row({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-muted-foreground">{label}</dt>
      <dd className="text-right font-medium tabular-nums">{value}</dd>
    </div>
  );
}

type ReplyDetailsProps = { agentId: string; message: MessageWire };

function Details({ agentId, message, onPrompt }: ReplyDetailsProps & { onPrompt: () => void }) {
  const t = useTranslations();
  const format = useFormat();
  const { usage } = message;
  return (
    <>
      <dl className="grid gap-1.5">
        {usage && (
          <>
            <Row label={t('details.model')} value={usage.model} />
            <Row label={t('details.tier')} value={usage.tier} />
            <Row
              label={t('details.tokens')}
              value={t('details.tokensInOut', { input: format.count(usage.inputTokens), output: format.count(usage.outputTokens) })}
            />
            <Row label={t('details.cost')} value={format.usd(usage.costUsd)} />
            {usage.latencyMs !== null && <Row label={t('details.time')} value={format.duration(usage.latencyMs)} />}
            {usage.firstTokenMs !== null && <Row label={t('details.firstToken')} value={format.duration(usage.firstTokenMs)} />}
            {usage.finishReason && <Row label={t('details.finish')} value={usage.finishReason} />}
          </>
        )}
        <Row label={t('details.written')} value={format.dateTime(message.completedAt ?? message.createdAt)} />
      </dl>
      <h3 className="mt-4 mb-1.5 text-caption font-medium text-muted-foreground">{t('details.memories')}</h3>
      {message.memoriesUsed.length === 0 ? (
        <p className="text-muted-foreground">{t('details.noMemories')}</p>
      ) : (
        <ul className="grid gap-1.5">
          {message.memoriesUsed.map((memory) => (
            <li key={memory.id} className="border-s-2 ps-2.5 text-label">
              {memory.content}
            </li>
          ))}
        </ul>
      )}
      {message.knowledgeUsed.length > 0 && (
        <>
          <h3 className="mt-4 mb-1.5 text-caption font-medium text-muted-foreground">{t('details.knowledge')}</h3>
          <ReplySources agentId={agentId} passages={message.knowledgeUsed} />
        </>
      )}
      {usage?.provider === 'embedded' && (
        <>
          <h3 className="mt-4 mb-1.5 text-caption font-medium text-muted-foreground">{t('recall.title')}</h3>
          <RecallExplanation />
        </>
      )}
      <Button variant="secondary" size="small" className="mt-4" onClick={onPrompt}>
        {t('details.prompt')}
      </Button>
    </>
  );
}

/** How a reply came about: model, tokens, cost, time, and the memories that stood in its prompt. */
export function ReplyDetails({ agentId, message }: ReplyDetailsProps) {
  const t = useTranslations();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<'details' | 'prompt'>();
  return (
    <>
      <Popover
        open={open === 'details'}
        onOpenChange={(next) => setOpen(next ? 'details' : undefined)}
        label={t('details.title')}
        trigger={
          <Button
            ref={button}
            variant="ghost"
            size="icon-small"
            aria-label={t('details.title')}
            title={t('details.title')}
            className="text-muted-foreground"
          >
            <Info aria-hidden />
          </Button>
        }
      >
        <Details agentId={agentId} message={message} onPrompt={() => setOpen('prompt')} />
      </Popover>
      {open === 'prompt' && (
        <PromptDialog
          agentId={agentId}
          messageId={message.id}
          onClose={() => setOpen(undefined)}
          returnFocus={() => button.current?.focus()}
        />
      )}
    </>
  );
}
