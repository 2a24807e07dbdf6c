import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Translate } from '@/messages/keys';
import { CodeBlock, CodeText } from './code-text';

const scopes = ['read', 'chat', 'write', 'approve', 'chain'] as const;
const buckets = ['read', 'write', 'chat', 'nonce'] as const;

/** Figures of this install that the introduction names. */
export type ReferenceFacts = {
  origin: string;
  errors: { code: string; status: number }[];
  permitsAMinute: Record<(typeof buckets)[number], number>;
  dailyTokens: number;
  bodyBytes: number;
};

/** The parts of the introduction, in their order; each is an anchor. */
export const introductionParts = ['authentication', 'keys', 'errors', 'limits', 'idempotency', 'replies', 'versions'] as const;

type Part = (typeof introductionParts)[number];

function PartSection({ part, t, children }: { part: Part; t: Translate; children: ReactNode }) {
  return (
    <section className="grid grid-cols-1 gap-3">
      <h3 id={part} tabIndex={-1} className="scroll-mt-24 rounded-sm text-title font-semibold">
        {t(`docs.section.${part}`)}
      </h3>
      {children}
    </section>
  );
}

function Text({ children }: { children: string }) {
  return (
    <p className="max-w-reading text-body leading-relaxed">
      <CodeText text={children} />
    </p>
  );
}

function Figures({ label, head, rows }: { label: string; head: [string, string]; rows: [string, ReactNode][] }) {
  return (
    <table aria-label={label} className="w-full max-w-xl text-body">
      <thead>
        <tr className="border-b text-left text-label text-muted-foreground">
          <th scope="col" className="py-1.5 pe-4 font-medium">
            {head[0]}
          </th>
          <th scope="col" className="py-1.5 font-medium">
            {head[1]}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y">
        {rows.map(([name, value]) => (
          <tr key={name}>
            <td className="py-1.5 pe-4">
              <CodeText text={name} />
            </td>
            <td className="py-1.5 tabular-nums">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const STREAM = `data: {"keepalive":true,"messageId":"0197c2f4-6c1e-7d3a-9b52-4f0e8a7c6d21","conversationId":2001}

id: 17
data: {"content":"You are allergic "}

id: 28
data: {"content":"to peanuts."}

data: {"done":true,"conversationId":2001,"suggestedChips":[],"messageId":"0197c2f4-6c1e-7d3a-9b52-4f0e8a7c6d21"}`;

const REFUSAL = `{
  "error": "Message is required",
  "code": "BAD_REQUEST",
  "details": [{ "field": "message", "message": "Message is required" }]
}`;

/** What one has to know before the first call. */
export function Introduction({ facts, t }: { facts: ReferenceFacts; t: Translate }) {
  const { origin, errors, permitsAMinute, dailyTokens, bodyBytes } = facts;
  const sample = (text: string, part: Part) => (
    <CodeBlock
      text={text}
      label={`${t('docs.operation.example')}: ${t(`docs.section.${part}`)}`}
      copyLabel={t('docs.copy')}
      className="max-w-3xl"
    />
  );
  return (
    <div className="grid grid-cols-1 gap-10">
      <PartSection t={t} part="authentication">
        <Text>{t('docs.text.authKey')}</Text>
        {sample(`curl '${origin}/api/selfclaw/v1/hosted-agents' \\\n  -H "Authorization: Bearer $SELFCLAW_API_KEY"`, 'authentication')}
        <Text>{t('docs.text.authSession')}</Text>
        <Text>{t('docs.text.authNone')}</Text>
      </PartSection>
      <PartSection t={t} part="keys">
        <Text>{t('docs.text.keysPersonal')}</Text>
        <Text>{t('docs.text.keysScopes')}</Text>
        <dl className="grid max-w-xl gap-x-4 gap-y-1 text-body sm:grid-cols-[6rem_1fr]">
          {scopes.map((scope) => (
            <div key={scope} className="contents">
              <dt>
                <CodeText text={`\`${scope}\``} />
              </dt>
              <dd className="text-muted-foreground">{t(`scopes.${scope}`)}</dd>
            </div>
          ))}
        </dl>
        <p>
          <Link href="/settings/api-keys" prefetch={false} className="text-body text-accent-strong underline underline-offset-4">
            {t('docs.text.keysLink')}
          </Link>
        </p>
      </PartSection>
      <PartSection t={t} part="errors">
        <Text>{t('docs.text.errors')}</Text>
        {sample(REFUSAL, 'errors')}
        <Figures
          label={t('docs.section.errors')}
          head={[t('docs.text.errorsCode'), t('docs.text.errorsStatus')]}
          rows={errors.map(({ code, status }) => [`\`${code}\``, status])}
        />
      </PartSection>
      <PartSection t={t} part="limits">
        <Text>{t('docs.text.limitsRate')}</Text>
        <Figures
          label={t('docs.section.limits')}
          head={[t('docs.text.limitsBucket'), t('docs.text.limitsPermits')]}
          rows={buckets.map((bucket) => [t(`docs.bucket.${bucket}`), permitsAMinute[bucket]])}
        />
        <Text>{t('docs.text.limitsQuota', { tokens: dailyTokens })}</Text>
        <Text>{t('docs.text.limitsBody', { kilobytes: Math.round(bodyBytes / 1_024) })}</Text>
      </PartSection>
      <PartSection t={t} part="idempotency">
        <Text>{t('docs.text.idempotency')}</Text>
      </PartSection>
      <PartSection t={t} part="replies">
        <Text>{t('docs.text.repliesPoll')}</Text>
        <Text>{t('docs.text.repliesStream')}</Text>
        {sample(STREAM, 'replies')}
        <Text>{t('docs.text.repliesResume')}</Text>
      </PartSection>
      <PartSection t={t} part="versions">
        <Text>{t('docs.text.versions')}</Text>
      </PartSection>
    </div>
  );
}
