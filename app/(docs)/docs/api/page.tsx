import type { Metadata } from 'next';
import { readReference, type Reference } from '@/components/api-reference/document';
import type { ReferenceFacts } from '@/components/api-reference/introduction';
import { ReferencePage } from '@/components/api-reference/reference-page';
import { httpStatusOf } from '@/lib/api/errors';
import { BODY_LIMIT_BYTES, limitBudgets } from '@/lib/api/limits';
import { publicUrl } from '@/lib/auth/public-address';
import { readOpenApiDocument } from '@/lib/gateway/openapi-document';
import { env } from '@/lib/platform/env';
import { getTranslations } from '@/messages/server';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t('docs.title'), description: t('docs.lead') };
}

let read: { document: Record<string, unknown>; reference: Reference } | undefined;

function readOnce(document: Record<string, unknown>): Reference {
  if (read?.document !== document) read = { document, reference: readReference(document) };
  return read.reference;
}

function readFacts(): ReferenceFacts {
  const { read: reading, write, chat, nonce } = limitBudgets;
  return {
    origin: publicUrl().origin,
    errors: Object.entries(httpStatusOf).map(([code, status]) => ({ code, status })),
    permitsAMinute: { read: reading.permits, write: write.permits, chat: chat.permits, nonce: nonce.permits },
    dailyTokens: env().DAILY_TOKEN_LIMIT,
    bodyBytes: BODY_LIMIT_BYTES,
  };
}

export default async function ApiReferencePage() {
  return <ReferencePage reference={readOnce(readOpenApiDocument())} facts={readFacts()} t={await getTranslations()} />;
}
