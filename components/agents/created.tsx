'use client';

import { Download, KeyRound } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SpawningLive } from '@/components/spawning/spawning-live';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Card, Notice } from '@/components/ui/surface';
import { AgentAvatar } from './avatar';
import type { CreatedAgent } from './create-form';

function download(agent: CreatedAgent): void {
  const text = `${JSON.stringify({ agentId: agent.id, name: agent.name, algorithm: 'Ed25519', publicKey: agent.publicKey, privateKey: agent.privateKey }, null, 2)}\n`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `selfclaw-agent-${agent.id}-key.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}

/** The agent is there: its private key, this one time, and the way to the first message. */
export function Created({ agent }: { agent: CreatedAgent }) {
  const t = useTranslations();
  const [saved, setSaved] = useState(false);
  return (
    <div className="grid gap-6">
      <div className="flex items-center gap-4">
        <AgentAvatar publicKey={agent.publicKey} className="size-16 rounded-xl" />
        <div className="min-w-0">
          <h1 className="text-2xl font-semibold tracking-tight">{t('created.title', { name: agent.name })}</h1>
          <p className="text-muted-foreground">{t(agent.isLearning ? 'created.learning' : 'created.text')}</p>
        </div>
      </div>
      <Card className="grid gap-4 p-5">
        <h2 className="flex items-center gap-2 font-semibold">
          <KeyRound aria-hidden className="size-4 text-muted-foreground" />
          {t('created.keyTitle')}
        </h2>
        <p className="text-sm leading-relaxed text-muted-foreground">{t('created.keyText')}</p>
        <code
          aria-label={t('created.keyTitle')}
          className="block rounded-md bg-raised p-3 font-mono text-[0.8125rem] leading-relaxed break-all select-all"
        >
          {agent.privateKey}
        </code>
        <div className="flex flex-wrap gap-2">
          <CopyButton
            variant="secondary"
            text={agent.privateKey}
            label={t('created.copy')}
            showLabel
            onClickCapture={() => setSaved(true)}
          />
          <Button
            variant="secondary"
            size="small"
            onClick={() => {
              download(agent);
              setSaved(true);
            }}
          >
            <Download aria-hidden />
            {t('created.download')}
          </Button>
        </div>
        {!saved && <Notice tone="warning">{t('created.once')}</Notice>}
      </Card>
      {agent.isLearning && <SpawningLive agentId={String(agent.id)} />}
      <div className="flex justify-end">
        <Button asChild size="large">
          <Link href={`/agents/${agent.id}/chat`}>{t('created.talk', { name: agent.name })}</Link>
        </Button>
      </div>
    </div>
  );
}
