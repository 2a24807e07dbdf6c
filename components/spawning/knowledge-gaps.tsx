'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Field, Input, Select, Textarea } from '@/components/ui/field';
import { Section } from '@/components/ui/surface';
import { toast } from '@/components/ui/toast';
import { useErrorText } from '@/components/ui/use-error-text';
import { useConfirmKnowledge } from '@/lib/spawning/hooks';
import type { KnowledgeGapWire } from '@/lib/spawning/schema';
import { LevelOptions } from './onboarding-fields';

const ofLines = new Set<string>(['goals', 'challenges']);

function Gap({ agentId, gap }: { agentId: string; gap: KnowledgeGapWire }) {
  const t = useTranslations();
  const errorText = useErrorText();
  const confirm = useConfirmKnowledge(agentId);
  const { field, inferredValue = '' } = gap;
  const [value, setValue] = useState(inferredValue);
  const given = value.trim();
  const change = { value, onChange: (event: { target: { value: string } }) => setValue(event.target.value) };
  return (
    <li>
      <form
        className="grid gap-3 py-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (given === '' || confirm.isPending) return;
          confirm.mutate({ field, confirmedValue: given }, { onSuccess: () => toast.success(t('spawning.confirmed')) });
        }}
      >
        <Field
          label={t(`spawning.ask.${field}`)}
          hint={inferredValue ? t('spawning.guess', { value: inferredValue }) : ofLines.has(field) ? t('spawning.lines') : undefined}
          error={confirm.error ? errorText(confirm.error) : undefined}
        >
          {(control) =>
            field === 'experienceLevel' ? (
              <Select {...control} {...change}>
                <LevelOptions />
              </Select>
            ) : ofLines.has(field) ? (
              <Textarea {...control} {...change} rows={2} maxLength={1_000} />
            ) : (
              <Input {...control} {...change} maxLength={300} />
            )
          }
        </Field>
        <Button
          type="submit"
          variant="secondary"
          size="small"
          className="justify-self-start"
          disabled={given === ''}
          busy={confirm.isPending}
        >
          {t(inferredValue && given === inferredValue ? 'spawning.confirm' : 'spawning.save')}
        </Button>
      </form>
    </li>
  );
}

/** What the agent would like to know, each to be confirmed, corrected or answered. */
export function KnowledgeGaps({ agentId, gaps }: { agentId: string; gaps: readonly KnowledgeGapWire[] }) {
  const t = useTranslations();
  return (
    <Section title={t('spawning.gaps')} description={gaps.length > 0 ? t('spawning.gapsText') : undefined}>
      <p role="status" className="text-label text-muted-foreground">
        {gaps.length > 0 ? t('spawning.gapCount', { count: gaps.length }) : t('spawning.noGaps')}
      </p>
      {gaps.length > 0 && (
        <ul className="grid divide-y border-y">
          {gaps.map((gap) => (
            <Gap key={gap.field} agentId={agentId} gap={gap} />
          ))}
        </ul>
      )}
    </Section>
  );
}
