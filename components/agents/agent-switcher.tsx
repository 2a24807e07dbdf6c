'use client';

import { Bot, Check, ChevronsUpDown, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { type AgentPart, useCurrentAgent } from '@/components/shell/current-agent';
import { useReadAhead } from '@/components/shell/use-read-ahead';
import { Avatar } from '@/components/ui/avatar';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import type { AgentWire } from '@/lib/agents/schema';
import { AgentAvatar } from './avatar';

function statusOf(agent: AgentWire, t: ReturnType<typeof useTranslations<never>>) {
  if (agent.status === 'paused') return { tone: 'warning', label: t('agents.paused') } as const;
  if (agent.runtimeStatus === 'idle') return { tone: 'positive', label: t('agents.ready') } as const;
  return { tone: 'positive', label: t(agent.runtimeStatus === 'thinking' ? 'agents.thinking' : 'agents.running') } as const;
}

function AgentChoice({ agent, current, part }: { agent: AgentWire; current: boolean; part: AgentPart }) {
  const t = useTranslations();
  const router = useRouter();
  const readAhead = useReadAhead();
  const id = String(agent.id);
  const status = statusOf(agent, t);
  return (
    <MenuItem
      textValue={agent.name}
      onFocus={() => {
        if (current) return;
        router.prefetch(`/agents/${id}/${part}`);
        readAhead(id, part);
      }}
      onSelect={() => !current && router.push(`/agents/${id}/${part}`)}
      className="min-w-60 py-2 [&_svg]:size-auto"
    >
      {/* What the dot says stands in words beside it. */}
      <span aria-hidden className="grid">
        <Avatar name={agent.name} status={status}>
          <AgentAvatar publicKey={agent.publicKey} className="size-8" />
        </Avatar>
      </span>
      <span className="grid min-w-0 flex-1">
        <span className="truncate font-medium">{agent.name}</span>
        <span className="truncate text-caption text-muted-foreground">
          {t(`phases.${agent.phase}`)} · {status.label}
        </span>
      </span>
      {current && <Check aria-hidden className="!size-4 !text-accent-strong" />}
    </MenuItem>
  );
}

/** The name of the agent on the page, which opens the list of the others. The part of the agent stays: memory leads to memory. */
export function AgentSwitcher({ name, publicKey }: { name: string; publicKey: string }) {
  const t = useTranslations();
  const router = useRouter();
  const { agents, agentId, part = 'chat' } = useCurrentAgent();
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          title={t('shell.agentMenu', { name })}
          className="flex h-10 max-w-full min-w-0 items-center gap-2.5 rounded-md ps-1.5 pe-2 transition-colors duration-state hover:bg-raised data-[state=open]:bg-raised"
        >
          <AgentAvatar publicKey={publicKey} className="size-7" />
          <span className="truncate">{name}</span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted-foreground" />
        </button>
      }
    >
      {agents.map((agent) => (
        <AgentChoice key={agent.id} agent={agent} current={String(agent.id) === agentId} part={part} />
      ))}
      <MenuSeparator />
      <MenuItem onSelect={() => router.push('/agents/new')}>
        <Plus aria-hidden />
        {t('nav.newAgent')}
      </MenuItem>
      <MenuItem onSelect={() => router.push('/agents')}>
        <Bot aria-hidden />
        {t('shell.allAgents')}
      </MenuItem>
    </Menu>
  );
}
