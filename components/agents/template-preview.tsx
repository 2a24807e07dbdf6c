'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { OwnBubble } from '@/components/chat/own-bubble';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useSkills } from '@/lib/skills/hooks';
import type { TemplateResponse } from '@/lib/templates/schema';
import { AgentIcon } from './agent-icon';
import { translatedSkill, translatedTemplate } from './catalogue-words';

export type SampleExchange = { user: string; agent: string };

function Skills({ ids }: { ids: readonly string[] }) {
  const t = useTranslations();
  const { data } = useSkills();
  return (
    <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
      {ids.map((id) => {
        const { name, description } = translatedSkill(t, data?.find((skill) => skill.id === id) ?? { id, name: id, description: '' });
        return (
          <li key={id} className="grid content-start text-body">
            <span className="font-medium">{name}</span>
            <span className="text-label text-muted-foreground">{description}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-2.5 border-t pt-4">
      <h3 className="text-label font-medium text-muted-foreground">{title}</h3>
      {children}
    </section>
  );
}

type TemplatePreviewProps = { template: TemplateResponse; sample?: SampleExchange; onClose: () => void; onChoose: () => void };

/** What an agent from this template is like: its voice in an example, its skills, and how one would begin. */
export function TemplatePreview({ template, sample, onClose, onChoose }: TemplatePreviewProps) {
  const t = useTranslations();
  const { name, description } = translatedTemplate(t, template);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={name}
      description={description}
      className="max-w-xl"
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t('common.back')}
          </Button>
          <Button onClick={onChoose}>{t('create.choose')}</Button>
        </>
      }
    >
      {sample && (
        <Part title={t('create.sample')}>
          <div className="grid gap-3.5" lang="en">
            <div className="grid justify-items-end">
              <OwnBubble content={sample.user} />
            </div>
            <div className="grid grid-cols-[1.75rem_1fr] gap-x-3">
              <span className="grid size-7 place-items-center rounded-md bg-accent-soft text-accent-strong">
                <AgentIcon name={template.icon} className="size-4" />
              </span>
              <p className="text-reading">{sample.agent}</p>
            </div>
          </div>
        </Part>
      )}
      <Part title={t('create.skills')}>
        <Skills ids={template.skills} />
      </Part>
      <Part title={t('create.beginnings')}>
        <ul className="flex flex-wrap gap-1.5" lang="en">
          {template.suggestedChips.map((chip) => (
            <li key={chip} className="rounded-full border px-3 py-1 text-label">
              {chip}
            </li>
          ))}
        </ul>
      </Part>
    </Dialog>
  );
}
