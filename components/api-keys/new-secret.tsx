'use client';

import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { CopyButton } from '@/components/ui/copy-button';
import { DownloadButton } from '@/components/ui/download-button';
import { Notice } from '@/components/ui/surface';
import type { ApiKeyWire } from '@/lib/api-keys/schema';
import { curlSample, SAMPLE_TOOL, secretFileName } from './key-usage';

export type NewKey = { secret: string; apiKey: Pick<ApiKeyWire, 'name' | 'kind'> };

/** The secret of a new key, this one time, and a first call with it. */
export function NewSecret({ secret, apiKey, onClose }: NewKey & { onClose: () => void }) {
  const t = useTranslations();
  const [kept, setKept] = useState(false);
  const keep = () => setKept(true);
  return (
    <div className="grid gap-4">
      <Notice tone="warning">
        <TriangleAlert aria-hidden />
        <p>{t('apiKeys.once')}</p>
      </Notice>
      <code
        aria-label={t('apiKeys.secret')}
        className="block rounded-md border bg-raised p-3 font-mono text-label leading-relaxed break-all select-all"
      >
        {secret}
      </code>
      <div className="flex flex-wrap gap-2">
        <CopyButton variant="secondary" text={secret} label={t('apiKeys.copy')} showLabel onClickCapture={keep} />
        <DownloadButton text={`${secret}\n`} fileName={secretFileName(apiKey.name)} label={t('apiKeys.download')} onClickCapture={keep} />
      </div>
      <div className="grid gap-2 border-t pt-4">
        <h3 className="text-body font-medium">{t('apiKeys.tryTitle')}</h3>
        <CodeBlock
          title={SAMPLE_TOOL}
          copyLabel={t('apiKeys.copyCall')}
          code={curlSample({ origin: window.location.origin, secret, kind: apiKey.kind })}
          wrap
        />
        <p className="text-label text-muted-foreground">
          <Link href="/docs/api" prefetch={false} target="_blank" className="text-accent-strong underline underline-offset-3">
            {t('shell.apiReference')}
          </Link>
        </p>
      </div>
      <Button variant={kept ? 'primary' : 'secondary'} className="justify-self-end max-sm:w-full" onClick={onClose}>
        {t('apiKeys.done')}
      </Button>
    </div>
  );
}
