'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import { usePutSoul } from '@/lib/soul/hooks';
import { SOUL_MAXIMUM_LENGTH, SOUL_MINIMUM_LENGTH } from '@/lib/soul/limits';
import { keepSoulDraft, readSoulDraft, type SoulDraft } from './soul-draft';

export type Soul = { soul: string; updatedAt: string };

/** Whether a text may be saved as it is. */
export function lengthProblem(text: string): 'tooShort' | 'tooLong' | undefined {
  const { length } = text.trim();
  if (length < SOUL_MINIMUM_LENGTH) return 'tooShort';
  return length > SOUL_MAXIMUM_LENGTH ? 'tooLong' : undefined;
}

/**
 * The text in the editor. It begins from the text that stood when the typing began; what others saved meanwhile is found when
 * it is saved, and then both texts are kept until one is chosen.
 */
export function useSoulEditor(agentId: string, current: Soul) {
  const t = useTranslations();
  const [draft, setDraft] = useState<SoulDraft | undefined>(() => readSoulDraft(agentId));
  // From the refusal on until a choice is kept, also while it is being saved.
  const [comparing, setComparing] = useState(false);
  const put = usePutSoul(agentId);
  const keep = (next: SoulDraft | undefined) => {
    setDraft(next);
    keepSoulDraft(agentId, next);
  };
  const text = draft?.text ?? current.soul;
  const changed = draft !== undefined && draft.text.trim() !== draft.base.soul.trim();
  const problem = changed ? lengthProblem(text) : undefined;
  const discard = () => {
    setComparing(false);
    keep(undefined);
    put.reset();
  };
  const write = (expectedUpdatedAt: string) => {
    const sent = text.trim();
    put.mutate(
      { soul: sent, expectedUpdatedAt },
      {
        onSuccess: (answer) => {
          const saved = { soul: answer.soul, updatedAt: answer.updatedAt };
          // What was typed while the answer was on its way stays, and now begins from what was saved.
          setDraft((now) => {
            const next = now && now.text.trim() !== sent ? { text: now.text, base: saved } : undefined;
            keepSoulDraft(agentId, next);
            return next;
          });
          setComparing(false);
          put.reset();
          toast.success(t('soul.saved'));
        },
        onError: (error) => error.status === 409 && setComparing(true),
      },
    );
  };
  return {
    text,
    changed,
    problem,
    saving: put.isPending,
    conflict: comparing,
    error: put.error && put.error.status !== 409 ? put.error : undefined,
    type: (typed: string) => keep({ text: typed, base: draft?.base ?? current }),
    save: () => changed && !problem && !put.isPending && write(draft.base.updatedAt),
    discard,
    keepMine: () => write(current.updatedAt),
    editFurther: () => {
      setComparing(false);
      keep({ text, base: current });
      put.reset();
    },
  };
}
