'use client';

import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { useUrlState } from '@/components/shell/url-state';
import { Button } from '@/components/ui/button';
import { useSkills } from '@/lib/skills/hooks';
import { useTemplates } from '@/lib/templates/hooks';
import type { TemplateResponse } from '@/lib/templates/schema';
import { CapNote } from './cap-note';
import { CreateForm, type CreatedAgent } from './create-form';
import { Created } from './created';
import { TemplateGallery } from './template-gallery';
import { type SampleExchange, TemplatePreview } from './template-preview';
import { useAgentCap } from './use-agent-cap';

/** From the gallery by way of the form to the new agent. The chosen template stands in the address. */
export function CreatePage({ samples }: { samples: Record<string, SampleExchange> }) {
  const t = useTranslations();
  const { data } = useTemplates();
  const { full } = useAgentCap();
  // The form shows them: asked for now, they do not wait for the templates.
  useSkills();
  const [templateId, chooseTemplate] = useUrlState('template');
  const [preview, setPreview] = useState<TemplateResponse>();
  const [created, setCreated] = useState<CreatedAgent>();
  const template = data?.templates.find((candidate) => candidate.id === templateId);
  // Said before somebody fills in a form for nothing.
  if (full && !created) {
    return (
      <div className="mx-auto grid w-full max-w-xl gap-7 px-4 py-7 sm:px-8 sm:py-10">
        <PageHeader title={t('create.title')} />
        <CapNote />
        <Button asChild variant="secondary" className="justify-self-start">
          <Link href="/agents">{t('agents.toList')}</Link>
        </Button>
      </div>
    );
  }
  const narrow = template || created ? 'max-w-xl' : 'max-w-5xl';
  return (
    <div className={`mx-auto grid w-full gap-7 px-4 py-7 sm:px-8 sm:py-10 ${narrow}`}>
      {created && <Created agent={created} />}
      {!created && <PageHeader title={t('create.title')} description={template ? t('create.personalise') : t('create.text')} />}
      {!created && template && (
        <CreateForm key={template.id} template={template} onBack={() => chooseTemplate('')} onCreated={setCreated} />
      )}
      {!created && !template && <TemplateGallery onPreview={setPreview} />}
      {!created && preview && !template && (
        <TemplatePreview
          template={preview}
          sample={samples[preview.id]}
          onClose={() => setPreview(undefined)}
          onChoose={() => {
            chooseTemplate(preview.id);
            setPreview(undefined);
          }}
        />
      )}
    </div>
  );
}
