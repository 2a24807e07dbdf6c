'use client';

import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge, Section } from '@/components/ui/surface';
import type { SpawningStatusWire } from '@/lib/spawning/schema';

type Research = NonNullable<SpawningStatusWire['research']>;
type Source = Research['sources'][number];

function Words({ title, words }: { title: string; words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <div className="grid gap-1.5">
      <h3 className="text-body font-medium">{title}</h3>
      <ul className="flex flex-wrap gap-1.5">
        {words.map((word) => (
          <li key={word} className="min-w-0">
            <Badge className="wrap-anywhere whitespace-normal">{word}</Badge>
          </li>
        ))}
      </ul>
    </div>
  );
}

function SourceItem({ source: { url, title, read, reason, code } }: { source: Source }) {
  const t = useTranslations();
  return (
    <li className="min-w-0 py-1.5">
      <a
        href={url}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="inline-flex max-w-full items-center gap-1.5 underline decoration-current/40 underline-offset-4 hover:decoration-current"
      >
        <span className="truncate">{title}</span>
        <ExternalLink aria-hidden className="size-3.5 shrink-0" />
      </a>
      <p className="truncate text-caption text-muted-foreground">{url}</p>
      {!read && (
        <p className="text-label text-warning">
          {t('spawning.unread')} {code ? t(`spawning.unreadCodes.${code}`) : <span lang="en">{reason}</span>}
        </p>
      )}
    </li>
  );
}

/** What research found, with where it was found. */
export function ResearchReport({ research }: { research: Research }) {
  const t = useTranslations();
  const { summary, personalContext, interests, skills, recentActivity, sources } = research;
  const hasFound = summary !== '' || [interests, skills, recentActivity].some((list) => list.length > 0);
  return (
    <Section title={t('spawning.found')} description={hasFound ? t('spawning.foundText') : undefined}>
      {summary && <p className="max-w-reading text-reading wrap-anywhere">{summary}</p>}
      {personalContext && <p className="max-w-reading text-body wrap-anywhere text-muted-foreground">{personalContext}</p>}
      <Words title={t('spawning.interests')} words={interests} />
      <Words title={t('spawning.skills')} words={skills} />
      <Words title={t('spawning.activity')} words={recentActivity} />
      {sources.length > 0 && (
        <div className="grid grid-cols-1 gap-1">
          <h3 className="text-body font-medium">{t('spawning.sources')}</h3>
          <ul className="grid grid-cols-1 divide-y border-y text-body">
            {sources.map((source) => (
              <SourceItem key={source.url} source={source} />
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
