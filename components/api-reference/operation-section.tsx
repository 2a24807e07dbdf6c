import { Badge } from '@/components/ui/surface';
import type { Translate } from '@/messages/keys';
import { CodeBlock, CodeText } from './code-text';
import type { Operation, Parameter, Reference } from './document';
import { MethodBadge, PathText } from './method-badge';
import { AnswerExample, OperationAnswers, OperationRefusals } from './operation-answers';
import { codeSamples, sampleLanguages } from './samples';
import { parameterRow } from './schema-rows';
import { SchemaRows, SchemaTree } from './schema-tree';
import { describeForTrial } from './trial';
import { TryIt } from './try-it';

const places = ['path', 'query', 'header'] as const;
const languageNames = { curl: 'curl', javascript: 'JavaScript', python: 'Python' };

const callersOf = ({ callers }: Operation, t: Translate) => {
  if (callers === 'anybody') return [t('docs.operation.anybody')];
  const session = t('docs.operation.session');
  return callers === 'session' ? [session] : [session, t('docs.operation.personal'), t('docs.operation.partner')];
};

function OperationFacts({ operation, t }: { operation: Operation; t: Translate }) {
  const { scope, rateLimit } = operation;
  return (
    <ul className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-label text-muted-foreground">
      <li>
        {t('docs.operation.callers')}: <span className="text-foreground">{callersOf(operation, t).join(', ')}</span>
      </li>
      {scope && (
        <li>
          {t('docs.operation.scope')}: <code className="font-mono text-foreground">{scope}</code>
        </li>
      )}
      {rateLimit && <li>{t('docs.operation.rate', { count: rateLimit.permits })}</li>}
      {operation.idempotent && <li>{t('docs.operation.idempotent')}</li>}
      {operation.streams !== 'never' && (
        <li>
          <Badge tone="accent">{t('docs.operation.streams')}</Badge>
        </li>
      )}
      {operation.extension && (
        <li>
          <Badge>{t('docs.operation.extension')}</Badge>
        </li>
      )}
    </ul>
  );
}

function Parameters({ place, parameters, t }: { place: (typeof places)[number]; parameters: Parameter[]; t: Translate }) {
  const here = parameters.filter((parameter) => parameter.in === place);
  if (here.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h4 className="text-body font-semibold">{t(`docs.operation.${place}`)}</h4>
      <SchemaRows rows={here.map(parameterRow)} t={t} />
    </div>
  );
}

/** Samples side by side; the choice of a language is a radio group, so it needs no script. */
function Samples({ operation, samples, t }: { operation: Operation; samples: ReturnType<typeof codeSamples>; t: Translate }) {
  return (
    <fieldset className="group/samples grid min-w-0 grid-cols-1 gap-2">
      <legend className="sr-only">{t('docs.operation.language')}</legend>
      <div className="flex flex-wrap gap-1">
        {sampleLanguages.map((language) => (
          <label
            key={language}
            className="cursor-pointer rounded-sm px-2.5 py-1 text-label text-muted-foreground hover:text-foreground has-checked:bg-raised has-checked:font-medium has-checked:text-foreground has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring"
          >
            <input
              type="radio"
              name={`sample-${operation.id}`}
              value={language}
              data-sample
              defaultChecked={language === 'curl'}
              className="sr-only"
            />
            {languageNames[language]}
          </label>
        ))}
      </div>
      {sampleLanguages.map((language) => (
        <CodeBlock
          key={language}
          text={samples[language]}
          label={`${t('docs.operation.sample')}: ${languageNames[language]}, ${operation.summary}`}
          copyLabel={t('docs.copy')}
          className={`hidden ${shownWhenChosen[language]}`}
        />
      ))}
    </fieldset>
  );
}

const shownWhenChosen = {
  curl: 'group-has-[input[value=curl]:checked]/samples:block',
  javascript: 'group-has-[input[value=javascript]:checked]/samples:block',
  python: 'group-has-[input[value=python]:checked]/samples:block',
};

type OperationSectionProps = { operation: Operation; reference: Reference; origin: string; t: Translate };

/** One operation: what it does, who may call it, what goes in and what comes out, and how to call it. */
export function OperationSection({ operation, reference, origin, t }: OperationSectionProps) {
  const { id, method, path, summary, description, body, form, parameters } = operation;
  const sent = body ?? (form && { ...form, required: true });
  return (
    <section data-operation={id} className="grid grid-cols-1 gap-x-10 gap-y-6 border-t py-10 xl:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
      <div className="grid min-w-0 content-start gap-6">
        <div className="grid gap-3">
          <h3 id={id} lang="en" tabIndex={-1} className="scroll-mt-24 rounded-sm text-title font-semibold tracking-tight">
            <a href={`#${id}`} className="hover:underline">
              {summary}
            </a>
          </h3>
          <p className="flex items-start gap-2">
            <MethodBadge method={method} />
            <code className="min-w-0 font-mono text-label leading-6 break-words">
              <PathText path={path} />
            </code>
          </p>
          {description && (
            <p lang="en" className="max-w-reading text-body leading-relaxed">
              <CodeText text={description} />
            </p>
          )}
          <OperationFacts operation={operation} t={t} />
        </div>
        {places.map((place) => (
          <Parameters key={place} place={place} parameters={parameters} t={t} />
        ))}
        {sent && (
          <div className="grid gap-2">
            <h4 className="text-body font-semibold">{t('docs.operation.body')}</h4>
            {!sent.required && <p className="text-label text-muted-foreground">{t('docs.operation.bodyOptional')}</p>}
            <SchemaTree schema={sent.schema} t={t} />
          </div>
        )}
        <OperationAnswers operation={operation} t={t} />
        <OperationRefusals operation={operation} t={t} />
      </div>
      <div className="min-w-0">
        <div className="grid grid-cols-1 gap-4 xl:sticky xl:top-20">
          <Samples operation={operation} samples={codeSamples(operation, reference.schemas, origin)} t={t} />
          <AnswerExample operation={operation} schemas={reference.schemas} t={t} />
          {!form && <TryIt operation={describeForTrial(operation, reference.schemas)} />}
        </div>
      </div>
    </section>
  );
}
