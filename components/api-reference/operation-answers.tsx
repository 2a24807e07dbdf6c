import { Badge } from '@/components/ui/surface';
import type { Translate } from '@/messages/keys';
import { CodeBlock } from './code-text';
import { anchorOf, type Operation, type ResponseHeader, type Schemas } from './document';
import { exampleOf } from './example';
import { parameterRow } from './schema-rows';
import { SchemaRows, SchemaTree } from './schema-tree';

/** The shared schema of every plain refusal. */
const REFUSAL_SCHEMA = 'Error';

function Headers({ headers, t }: { headers: Record<string, ResponseHeader> | undefined; t: Translate }) {
  const rows = Object.entries(headers ?? {}).map(([name, { description, schema = {} }]) => parameterRow({ name, description, schema }));
  if (rows.length === 0) return null;
  return (
    <details>
      <summary className="text-caption text-accent-strong">
        {t('docs.operation.headers')} ({rows.length})
      </summary>
      <SchemaRows rows={rows} t={t} />
    </details>
  );
}

const isSuccess = ({ status }: { status: number }) => status < 300;

/** Whether an answer has a shape of its own: every plain refusal has that of the others. */
const hasOwnShape = ({ status, response }: Operation['responses'][number]) =>
  isSuccess({ status }) || Object.values(response.content ?? {}).some(({ schema }) => !schema?.$ref?.endsWith(`/${REFUSAL_SCHEMA}`));

/** Answers with a shape of their own, by status. */
export function OperationAnswers({ operation, t }: { operation: Operation; t: Translate }) {
  return (
    <div className="grid gap-3">
      <h4 className="text-body font-semibold">{t('docs.operation.answers')}</h4>
      {operation.responses.filter(hasOwnShape).map(({ status, response }) => (
        <div key={status} className="grid gap-1.5">
          <p className="flex flex-wrap items-baseline gap-2 text-body">
            <Badge tone={isSuccess({ status }) ? 'positive' : 'danger'}>{status}</Badge>
            <span lang="en">{response.description}</span>
            <span className="font-mono text-caption text-muted-foreground">{Object.keys(response.content ?? {}).join(', ')}</span>
          </p>
          {Object.entries(response.content ?? {}).map(([type, { schema = {} }]) => (
            <SchemaTree key={type} schema={schema} t={t} />
          ))}
          <Headers headers={response.headers} t={t} />
        </div>
      ))}
    </div>
  );
}

/** Statuses with which a call may be refused, all in the one shape. */
export function OperationRefusals({ operation, t }: { operation: Operation; t: Translate }) {
  const refusals = operation.responses.filter((answer) => !hasOwnShape(answer));
  if (refusals.length === 0) return null;
  return (
    <details>
      <summary className="text-body">
        <h4 className="inline font-semibold">{t('docs.operation.refusals')}</h4>{' '}
        <span className="font-mono text-caption text-muted-foreground">{refusals.map(({ status }) => status).join(' ')}</span>
      </summary>
      <ul className="mt-2 grid gap-1 border-s ps-3 text-label">
        {refusals.map(({ status, response }) => (
          <li key={status} className="flex gap-2">
            <code className="font-mono">{status}</code>
            <span lang="en">{response.description}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-label text-muted-foreground">
        <a href={`#${anchorOf('schema', REFUSAL_SCHEMA)}`} className="text-accent-strong underline underline-offset-2">
          {REFUSAL_SCHEMA}
        </a>
      </p>
    </details>
  );
}

/** What a successful answer looks like. */
export function AnswerExample({ operation, schemas, t }: { operation: Operation; schemas: Schemas; t: Translate }) {
  const answers = operation.responses.filter(isSuccess).flatMap(({ status, response }) =>
    Object.entries(response.content ?? {}).map(([type, { schema = {}, example }]) => {
      const value = example ?? exampleOf(schema, schemas);
      return { key: `${status} ${type}`, status, text: typeof value === 'string' ? value : JSON.stringify(value, null, 2) };
    }),
  );
  return answers.map(({ key, status, text }) => (
    <div key={key} className="grid grid-cols-1 gap-1.5">
      <p className="text-label text-muted-foreground">
        {t('docs.operation.example')} <span className="font-mono">{key}</span>
      </p>
      <CodeBlock text={text} label={`${t('docs.operation.example')} ${status}, ${operation.summary}`} copyLabel={t('docs.copy')} />
    </div>
  ));
}
