import { Download, KeyRound, ListTree } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import type { Translate } from '@/messages/keys';
import { CodeText } from './code-text';
import { anchorOf, type Reference } from './document';
import { Introduction, introductionParts, type ReferenceFacts } from './introduction';
import { Navigation, NAVIGATION_ID, type NavigationGroup } from './navigation';
import { OperationSection } from './operation-section';
import { PageBehaviour } from './page-behaviour';
import { SchemaTree } from './schema-tree';

function contentsOf({ groups, schemas }: Reference, t: Translate): NavigationGroup[] {
  return [
    {
      anchor: 'introduction',
      title: t('docs.introduction'),
      ofContract: false,
      entries: introductionParts.map((part) => ({ anchor: part, title: t(`docs.section.${part}`) })),
    },
    ...groups.map(({ anchor, name, operations }) => ({
      anchor,
      title: name,
      ofContract: true,
      entries: operations.map(({ id, summary, method, path }) => ({ anchor: id, title: summary, method, path })),
    })),
    {
      anchor: 'schemas',
      title: t('docs.schemas'),
      ofContract: false,
      entries: Object.keys(schemas).map((name) => ({ anchor: anchorOf('schema', name), title: name })),
    },
  ];
}

const groupHeading = 'scroll-mt-24 rounded-sm text-heading font-semibold tracking-tight';

function PageHead({ origin, t }: { origin: string; t: Translate }) {
  return (
    <header className="grid gap-4">
      <h1 className="text-3xl font-semibold tracking-tight text-balance">{t('docs.title')}</h1>
      <p className="max-w-reading text-reading leading-relaxed text-muted-foreground">{t('docs.lead')}</p>
      <p className="text-label text-muted-foreground">{t('docs.contractLanguage')}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button asChild variant="secondary" size="small">
          <a href="/api/openapi.json" download="selfclaw-openapi.json">
            <Download aria-hidden />
            {t('docs.download')}
          </a>
        </Button>
        <Button asChild variant="secondary" size="small">
          <Link href="/settings/api-keys" prefetch={false}>
            <KeyRound aria-hidden />
            {t('docs.keys')}
          </Link>
        </Button>
      </div>
      <p className="text-body">
        {t('docs.baseAddress')}: <CodeText text={`\`${origin}\``} />
      </p>
    </header>
  );
}

/** The whole reference of the API: introduction, operations by capability, and the shapes they share. */
export function ReferencePage({ reference, facts, t }: { reference: Reference; facts: ReferenceFacts; t: Translate }) {
  return (
    <div className="mx-auto w-full max-w-[90rem] px-4 sm:px-8 lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-10">
      <div>
        <Button
          variant="secondary"
          className="fixed right-4 bottom-4 z-30 shadow-lg lg:hidden"
          popoverTarget={NAVIGATION_ID}
          aria-label={t('docs.openContents')}
        >
          <ListTree aria-hidden />
          {t('docs.contents')}
        </Button>
        <Navigation groups={contentsOf(reference, t)} />
      </div>
      <main id="main" className="grid min-w-0 grid-cols-1 gap-12 pt-8 pb-24 sm:pt-10">
        <PageHead origin={facts.origin} t={t} />
        <section className="grid grid-cols-1 gap-8">
          <h2 id="introduction" tabIndex={-1} className={groupHeading}>
            {t('docs.introduction')}
          </h2>
          <Introduction facts={facts} t={t} />
        </section>
        {reference.groups.map((group) => (
          <section key={group.name}>
            <div className="grid gap-2 pb-6" lang="en">
              <h2 id={group.anchor} tabIndex={-1} className={groupHeading}>
                {group.name}
              </h2>
              {group.description && <p className="max-w-reading text-body leading-relaxed text-muted-foreground">{group.description}</p>}
            </div>
            {group.operations.map((operation) => (
              <OperationSection key={operation.id} operation={operation} reference={reference} origin={facts.origin} t={t} />
            ))}
          </section>
        ))}
        <section className="grid grid-cols-1 gap-8">
          <div className="grid gap-2">
            <h2 id="schemas" tabIndex={-1} className={groupHeading}>
              {t('docs.schemas')}
            </h2>
            <p className="text-body text-muted-foreground">{t('docs.schemasText')}</p>
          </div>
          {Object.entries(reference.schemas).map(([name, schema]) => (
            <section key={name} className="grid max-w-3xl gap-3 border-t pt-6">
              <h3 id={anchorOf('schema', name)} tabIndex={-1} className="scroll-mt-24 rounded-sm font-mono text-title font-semibold">
                {name}
              </h3>
              <SchemaTree schema={schema} t={t} />
            </section>
          ))}
        </section>
      </main>
      <PageBehaviour />
    </div>
  );
}
