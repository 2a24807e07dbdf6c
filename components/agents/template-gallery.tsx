'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { KeyOf } from '@/messages/keys';
import { useSearchWords } from '@/components/shell/use-search-words';
import { useUrlState } from '@/components/shell/url-state';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { SearchField } from '@/components/ui/search-field';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { Skeleton } from '@/components/ui/surface';
import { useTemplates } from '@/lib/templates/hooks';
import type { TemplateResponse } from '@/lib/templates/schema';
import { AgentIcon } from './agent-icon';
import { translatedTemplate } from './catalogue-words';

function matches(template: TemplateResponse, words: string): boolean {
  const text = [template.name, template.tagline, template.description, ...template.interests].join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function Filters({ categories }: { categories: string[] }) {
  const t = useTranslations();
  const [chosen, choose] = useUrlState('category');
  return (
    <div
      role="group"
      aria-label={t('create.categories')}
      className="-mx-4 flex gap-1.5 overflow-x-auto px-4 pb-1 sm:mx-0 sm:flex-wrap sm:px-0"
    >
      {['', ...categories].map((category) => (
        <button
          key={category}
          type="button"
          aria-pressed={chosen === category}
          onClick={() => choose(category)}
          className={classNames(
            'h-control-small rounded-full border px-3 text-label whitespace-nowrap transition-colors hover:bg-raised',
            chosen === category && 'border-accent bg-accent-soft font-medium text-accent-strong',
          )}
        >
          {category === '' ? t('create.allCategories') : t(`templateCategories.${category}` as KeyOf<'templateCategories'>)}
        </button>
      ))}
    </div>
  );
}

function TemplateCard({ template, onPreview }: { template: TemplateResponse; onPreview: () => void }) {
  const { name, tagline } = translatedTemplate(useTranslations(), template);
  return (
    <li className="min-w-0">
      <button
        type="button"
        onClick={onPreview}
        className="flex h-full w-full items-start gap-3.5 rounded-lg border bg-surface p-4 text-start transition-colors hover:border-border-strong hover:bg-raised active:bg-pressed"
      >
        <span className="grid size-10 shrink-0 place-items-center rounded-md bg-accent-soft text-accent-strong">
          <AgentIcon name={template.icon} className="size-5" />
        </span>
        <span className="grid min-w-0 gap-0.5">
          <span className="text-title font-semibold">{name}</span>
          <span className="text-body text-muted-foreground">{tagline}</span>
        </span>
      </button>
    </li>
  );
}

type GroupProps = { category: string; templates: TemplateResponse[]; onPreview: (template: TemplateResponse) => void };

// Small groups stand side by side. Fallback: the whole width, and as many columns as there are.
const groupWidths: Record<number, string> = { 1: 'sm:col-span-1', 2: 'sm:col-span-2' };
const listWidths: Record<number, string> = { 1: '', 2: 'sm:grid-cols-2' };

function Group({ category, templates, onPreview }: GroupProps) {
  const t = useTranslations();
  const title = t(`templateCategories.${category}` as KeyOf<'templateCategories'>);
  return (
    <section aria-label={title} className={classNames('grid content-start gap-3', groupWidths[templates.length] ?? 'sm:col-span-full')}>
      <h2 className="text-label font-medium text-muted-foreground">{title}</h2>
      <ul className={classNames('grid gap-3', listWidths[templates.length] ?? 'sm:grid-cols-2 xl:grid-cols-3')}>
        {templates.map((template) => (
          <TemplateCard key={template.id} template={template} onPreview={() => onPreview(template)} />
        ))}
      </ul>
    </section>
  );
}

function GallerySkeleton() {
  const t = useTranslations();
  return (
    <div role="status" aria-label={t('common.loading')} className="grid gap-5">
      <Skeleton className="h-control" />
      <Skeleton className="h-8 max-w-lg" />
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {Array.from({ length: 9 }, (_, index) => (
          <Skeleton key={index} className="h-20" />
        ))}
      </div>
    </div>
  );
}

/** All templates by category and words; choosing one opens its preview. */
export function TemplateGallery({ onPreview }: { onPreview: (template: TemplateResponse) => void }) {
  const t = useTranslations();
  const templates = useTemplates();
  const { typed: words, change: setWords } = useSearchWords();
  const [category] = useUrlState('category');
  if (templates.isPending) return <GallerySkeleton />;
  if (!templates.data) return <ErrorState error={templates.error} onRetry={() => void templates.refetch()} />;
  const all = templates.data.templates;
  const shown = all.filter(
    (template) => (category === '' || template.category === category) && (words === '' || matches(translatedTemplate(t, template), words)),
  );
  const categories = [...new Set(all.map((template) => template.category))];
  return (
    <div className="grid gap-5">
      <SearchField label={t('create.search')} clearLabel={t('create.clearSearch')} value={words} onChange={setWords} />
      <Filters categories={categories} />
      <p role="status" className="sr-only">
        {t('create.found', { count: shown.length })}
      </p>
      {shown.length === 0 && (
        <EmptyState
          icon={<Search aria-hidden />}
          title={t('create.noneTitle')}
          action={
            <Button variant="secondary" size="small" onClick={() => setWords('')}>
              {t('create.clearSearch')}
            </Button>
          }
        >
          {t('create.noneText')}
        </EmptyState>
      )}
      <div className="grid gap-x-3 gap-y-8 sm:grid-cols-2 xl:grid-cols-3">
        {categories
          .map((name) => ({ name, members: shown.filter((template) => template.category === name) }))
          .filter(({ members }) => members.length > 0)
          .map(({ name, members }) => (
            <Group key={name} category={name} templates={members} onPreview={onPreview} />
          ))}
      </div>
    </div>
  );
}
