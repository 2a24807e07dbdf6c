'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { categories } from '@/components/memory/categories';
import { Button } from '@/components/ui/button';
import { CheckboxField } from '@/components/ui/checkbox';
import { Card } from '@/components/ui/surface';
import { useErrorText } from '@/components/ui/use-error-text';
import { useAcceptMemoryImport } from '@/lib/memory-imports/hooks';
import type { MemoryCandidateWire } from '@/lib/memory-imports/schema';
import { Candidate } from './candidate';

type ReviewProps = { agentId: string; importId: string; candidates: readonly MemoryCandidateWire[] };

/** The facts of an import by kind: chosen, put in other words, and remembered. What is new is chosen at first. */
export function Review({ agentId, importId, candidates }: ReviewProps) {
  const t = useTranslations();
  const errorText = useErrorText();
  const accept = useAcceptMemoryImport(agentId, importId);
  const [taken, take] = useState<ReadonlySet<string>>(
    () => new Set(candidates.filter(({ standing }) => standing === 'new').map(({ id }) => id)),
  );
  const [edits, edit] = useState<ReadonlyMap<string, string>>(new Map());
  const choose = (ids: readonly string[], isTaken: boolean) =>
    take((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (isTaken) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  const change = (id: string, content: string) => {
    edit((before) => new Map(before).set(id, content));
    choose([id], true);
  };
  const remember = () =>
    accept.mutate({
      ids: [...taken],
      edits: [...edits].filter(([id]) => taken.has(id)).map(([id, content]) => ({ id, content })),
    });
  const groups = categories
    .map((category) => ({ category, facts: candidates.filter((candidate) => candidate.category === category) }))
    .filter(({ facts }) => facts.length > 0);
  return (
    <div className="grid grid-cols-1 gap-5">
      <p className="max-w-reading text-body">{t('memoryImport.reviewText')}</p>
      {groups.map(({ category, facts }) => {
        const ids = facts.map(({ id }) => id);
        const chosen = ids.filter((id) => taken.has(id)).length;
        return (
          <section key={category} aria-labelledby={`kind-${category}`}>
            <Card className="px-4 sm:px-5">
              <h3 id={`kind-${category}`} className="border-b py-3 font-semibold">
                <CheckboxField
                  checked={chosen === 0 ? false : chosen === ids.length ? true : 'indeterminate'}
                  onCheckedChange={(isTaken) => choose(ids, isTaken)}
                  label={t('memoryImport.allOf', { category: t(`memoryCategories.${category}`), chosen, count: ids.length })}
                />
              </h3>
              <ul aria-labelledby={`kind-${category}`} className="grid grid-cols-1 divide-y">
                {facts.map((candidate) => (
                  <Candidate
                    key={candidate.id}
                    candidate={candidate}
                    content={edits.get(candidate.id) ?? candidate.content}
                    taken={taken.has(candidate.id)}
                    onTake={(isTaken) => choose([candidate.id], isTaken)}
                    onChange={(content) => change(candidate.id, content)}
                  />
                ))}
              </ul>
            </Card>
          </section>
        );
      })}
      <div className="sticky bottom-0 grid gap-2 border-t bg-background py-3">
        {accept.error && (
          <p role="alert" className="text-body text-danger">
            {errorText(accept.error)}
          </p>
        )}
        <Button className="justify-self-start" busy={accept.isPending} disabled={taken.size === 0} onClick={remember}>
          {t('memoryImport.remember', { count: taken.size })}
        </Button>
      </div>
    </div>
  );
}
