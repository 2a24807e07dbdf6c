import { Badge } from '@/components/ui/surface';
import type { Translate } from '@/messages/keys';
import { CodeText } from './code-text';
import { anchorOf, referenceOf, type Schema } from './document';
import { schemaRows, type SchemaRow, typeOf } from './schema-rows';

function TypeText({ type, reference }: { type: string; reference?: string }) {
  if (!reference) return <span className="font-mono text-caption text-muted-foreground">{type}</span>;
  const [before, after] = type.split(reference);
  return (
    <span className="font-mono text-caption text-muted-foreground">
      {before}
      <a href={`#${anchorOf('schema', reference)}`} className="text-accent-strong underline underline-offset-2">
        {reference}
      </a>
      {after}
    </span>
  );
}

function Facts({ row, t }: { row: SchemaRow; t: Translate }) {
  const facts = [
    ...row.limits.map(({ kind, value }) => t(`docs.limit.${kind}`, { value })),
    ...(row.fallback === undefined ? [] : [`${t('docs.row.default')} \`${row.fallback}\``]),
    ...(row.pattern === undefined ? [] : [`${t('docs.row.pattern')} \`${row.pattern}\``]),
  ];
  if (facts.length === 0) return null;
  return (
    <p className="text-caption text-muted-foreground">
      <CodeText text={facts.join(' · ')} />
    </p>
  );
}

function Choices({ choices, t }: { choices: string[]; t: Translate }) {
  if (choices.length === 0) return null;
  return (
    <p lang="en" className="text-caption leading-relaxed text-muted-foreground">
      {t('docs.row.oneOf')} <CodeText text={choices.map((choice) => `\`${choice}\``).join(' ')} />
    </p>
  );
}

function Nested({ row, t }: { row: SchemaRow; t: Translate }) {
  if (row.reference || (row.children.length === 0 && row.variants.length === 0)) return null;
  return (
    <details className="mt-1">
      <summary className="text-caption text-accent-strong">{t('docs.row.fields', { name: row.name })}</summary>
      {row.children.length > 0 && <SchemaRows rows={row.children} t={t} />}
      {row.variants.map((rows, index) => (
        <div key={index} className="mt-2">
          <p className="text-caption font-medium">{t('docs.row.variant', { number: index + 1 })}</p>
          <SchemaRows rows={rows} t={t} />
        </div>
      ))}
    </details>
  );
}

/** Fields of a schema: name, type, whether needed, limits, and what is inside them. */
export function SchemaRows({ rows, t }: { rows: SchemaRow[]; t: Translate }) {
  return (
    <ul className="divide-y border-s ps-3 text-body">
      {rows.map((row) => (
        <li key={row.name} className="grid gap-0.5 py-2">
          <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
            <code className="font-mono text-label font-medium">{row.name === '*' ? t('docs.row.anyName') : row.name}</code>
            <TypeText type={row.type} reference={row.reference} />
            {row.required && <Badge tone="warning">{t('docs.row.required')}</Badge>}
          </p>
          {row.description && (
            <p lang="en" className="text-label leading-snug">
              <CodeText text={row.description} />
            </p>
          )}
          <Choices choices={row.choices} t={t} />
          <Facts row={row} t={t} />
          <Nested row={row} t={t} />
        </li>
      ))}
    </ul>
  );
}

/** A schema as a tree; a shared one is named and shown in its own place. */
export function SchemaTree({ schema, t }: { schema: Schema; t: Translate }) {
  const rows = schemaRows(schema);
  if (rows.length > 0) return <SchemaRows rows={rows} t={t} />;
  const options = (schema.anyOf ?? schema.oneOf ?? []).filter((option) => option.type !== 'null');
  const reference = referenceOf(schema) ?? referenceOf(schema.items ?? {}) ?? options.map(referenceOf).find(Boolean);
  const inner = schema.items ?? (options.length === 1 ? options[0] : undefined);
  return (
    <div className="grid gap-1">
      <p>
        <TypeText type={typeOf(schema)} reference={reference} />
      </p>
      {!reference && inner?.properties && <SchemaRows rows={schemaRows(inner)} t={t} />}
      {schema.description && (
        <p lang="en" className="text-label leading-snug">
          <CodeText text={schema.description} />
        </p>
      )}
    </div>
  );
}
