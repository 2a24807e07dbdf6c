'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Badge } from '@/components/ui/surface';
import { useSkills } from '@/lib/skills/hooks';
import type { TemplateResponse } from '@/lib/templates/schema';
import { translatedSkill, translatedTemplate } from './catalogue-words';

export type SampleExchange = { user: string; agent: string };

function SkillNames({ ids }: { ids: readonly string[] }) {
  const t = useTranslations();
  const { data } = useSkills();
  return (
    <ul className="flex flex-wrap gap-1.5">
      {ids.map((id) => (
        <li key={id}>
          <Badge>{translatedSkill(t, data?.find((skill) => skill.id === id) ?? { id, name: id, description: '' }).name}</Badge>
        </li>
      ))}
    </ul>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-2">
      <h3 className="text-xs font-medium tracking-wide text-muted-foreground">{title}</h3>
      {children}
    </div>
  );
}

type TemplatePreviewProps = { template: TemplateResponse; sample?: SampleExchange; onClose: () => void; onChoose: () => void };

/** What an agent from this template is like: its voice in an example, its skills, and how one would begin. */
export function TemplatePreview({ template, sample, onClose, onChoose }: TemplatePreviewProps) {
  const t = useTranslations();
  const { name, description } = translatedTemplate(t, template);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={name} description={description} className="max-w-xl">
      {sample && (
        <Part title={t('create.sample')}>
          <div className="grid gap-2 text-sm leading-relaxed">
            <p className="max-w-[85%] justify-self-end rounded-lg bg-raised px-3 py-2">{sample.user}</p>
            <p className="max-w-[92%] border-s-2 border-accent ps-3">{sample.agent}</p>
          </div>
        </Part>
      )}
      <Part title={t('create.skills')}>
        <SkillNames ids={template.skills} />
      </Part>
      <Part title={t('create.beginnings')}>
        <ul className="grid gap-1 text-sm sm:grid-cols-2">
          {template.suggestedChips.map((chip) => (
            <li key={chip} className="text-muted-foreground">
              {chip}
            </li>
          ))}
        </ul>
      </Part>
      <div className="flex flex-wrap justify-end gap-2 pt-1">
        <Button variant="secondary" onClick={onClose}>
          {t('common.back')}
        </Button>
        <Button onClick={onChoose}>{t('create.choose')}</Button>
      </div>
    </Dialog>
  );
}
