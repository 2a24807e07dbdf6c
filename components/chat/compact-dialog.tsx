'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Stat, StatList } from '@/components/ui/stat';
import { Notice } from '@/components/ui/surface';
import { useErrorText } from '@/components/ui/use-error-text';
import { useCompactConversation } from '@/lib/compaction/hooks';
import type { CompactAnswer } from '@/lib/compaction/schema';
import type { ConversationWire } from '@/lib/conversations/schema';

function Result({ answer }: { answer: CompactAnswer }) {
  const t = useTranslations();
  const format = useFormat();
  if (!answer.method || !answer.summary) return <Notice role="status">{t('compaction.nothing')}</Notice>;
  return (
    <div role="status" className="grid gap-4">
      <StatList>
        <Stat label={t('compaction.before')} value={format.count(answer.tokensBefore)} />
        <Stat label={t('compaction.after')} value={format.count(answer.tokensAfter)} />
        <Stat label={t('compaction.saved')} value={format.count(answer.estimatedTokensSaved)} />
      </StatList>
      <p className="text-caption text-muted-foreground">{t('compaction.tokens')}</p>
      <p className="text-body">{t('compaction.done', { compacted: answer.messagesCompacted, total: answer.totalMessages })}</p>
      <div className="grid gap-2 rounded-md bg-raised p-3 text-label">
        <p className="wrap-anywhere whitespace-pre-line">{answer.summary}</p>
        <p className="text-caption text-muted-foreground">{t(`compaction.by.${answer.method}`)}</p>
      </div>
    </div>
  );
}

type CompactDialogProps = { agentId: string; conversation: ConversationWire; title: string; onClose: () => void; returnFocus: () => void };

/** Lets a summary stand for the older messages of a conversation, and says what it saves. */
export function CompactDialog({ agentId, conversation, title, onClose, returnFocus }: CompactDialogProps) {
  const t = useTranslations();
  const errorText = useErrorText();
  const { mutate, data, error, isPending } = useCompactConversation(agentId);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      returnFocus={returnFocus}
      title={t('compaction.title', { title })}
      description={t('compaction.text')}
      footer={
        data ? (
          <Button onClick={onClose}>{t('common.close')}</Button>
        ) : (
          <>
            <Button variant="secondary" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button busy={isPending} busyLabel={t('compaction.working')} onClick={() => mutate(conversation.id)}>
              {t('compaction.act')}
            </Button>
          </>
        )
      }
    >
      {error && (
        <Notice tone="danger" role="alert">
          {errorText(error)}
        </Notice>
      )}
      {data && <Result answer={data} />}
    </Dialog>
  );
}
