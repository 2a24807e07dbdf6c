import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { EagerLink } from '@/components/ui/eager-link';
import { Badge, Card } from '@/components/ui/surface';
import type { AgentWire } from '@/lib/agents/schema';
import { AgentAvatar } from './avatar';
import { Phase } from './phase';

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div className="min-w-0">
      <dt className="truncate text-caption text-muted-foreground">{label}</dt>
      <dd className="truncate font-medium tabular-nums">{value}</dd>
    </div>
  );
}

function RuntimeBadge({ agent }: { agent: AgentWire }) {
  const t = useTranslations();
  if (agent.status === 'paused') return <Badge tone="warning">{t('agents.paused')}</Badge>;
  if (agent.runtimeStatus === 'idle') return <Badge tone="positive">{t('agents.ready')}</Badge>;
  return <Badge tone="accent">{t(agent.runtimeStatus === 'thinking' ? 'agents.thinking' : 'agents.running')}</Badge>;
}

/** One agent in the list: the whole card leads to its chat. */
export function AgentCard({ agent }: { agent: AgentWire }) {
  const t = useTranslations();
  const format = useFormat();
  return (
    <Card className="relative grid gap-5 p-5 transition-colors hover:border-input has-[a:focus-visible]:border-ring">
      <div className="flex items-start gap-3.5">
        <AgentAvatar publicKey={agent.publicKey} className="size-11 rounded-lg" />
        <div className="min-w-0 flex-1">
          <div className="flex items-center justify-between gap-2">
            <h2 className="truncate text-title font-semibold">
              <EagerLink
                href={`/agents/${agent.id}/chat`}
                className="outline-none after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-ring"
              >
                {agent.name}
              </EagerLink>
            </h2>
            <RuntimeBadge agent={agent} />
          </div>
          <p className="line-clamp-2 text-body text-muted-foreground">{agent.description || t('agents.noDescription')}</p>
        </div>
      </div>
      <Phase phase={agent.phase} progress={agent.phaseProgress} />
      <dl className="grid grid-cols-3 gap-3 text-body">
        <Figure label={t('agents.memories')} value={format.count(agent.memoriesCount)} />
        <Figure label={t('agents.tokensToday')} value={format.count(agent.tokensToday)} />
        <Figure label={t('agents.costTotal')} value={format.usd(agent.totalCostUsd)} />
      </dl>
      <div className="flex flex-wrap items-center gap-2 border-t pt-3.5 text-label text-muted-foreground">
        <span className="me-auto">
          {agent.lastActiveAt ? t('agents.active', { ago: format.ago(agent.lastActiveAt) }) : t('agents.neverActive')}
        </span>
        {agent.pendingTaskCount > 0 && <Badge tone="accent">{t('agents.pendingCount', { count: agent.pendingTaskCount })}</Badge>}
        {agent.createdByPartner && <Badge tone="warning">{t('agents.byPartner')}</Badge>}
      </div>
    </Card>
  );
}
