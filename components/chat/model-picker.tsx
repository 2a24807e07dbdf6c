'use client';

import { ChevronDown, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Popover } from '@/components/ui/popover';
import { Badge } from '@/components/ui/surface';
import { useErrorToast } from '@/components/ui/use-error-text';
import { usePutSettings } from '@/lib/agents/hooks';
import type { AgentDetailWire } from '@/lib/agents/schema';
import { useInstallHealth } from '@/lib/health/hooks';
import { useModelName } from './use-model-name';

type ModelInfo = AgentDetailWire['modelInfo'];
type ModelId = 'none' | 'gpt-5-mini' | 'grok-4.20' | 'gpt-5.4';

/** What has to be set where SelfClaw runs for the models of a provider. */
const KEY_OF: Record<string, string> = { xai: 'XAI_API_KEY', openai: 'OPENAI_API_KEY' };

type ChoiceProps = {
  id: string;
  name: string;
  hint: string;
  tier: 'free' | 'premium';
  chosen: boolean;
  available: boolean;
  onChoose: () => void;
};

function Choice({ id, name, hint, tier, chosen, available, onChoose }: ChoiceProps) {
  const t = useTranslations();
  return (
    <label
      className={classNames(
        'flex items-start gap-3 rounded-md px-2.5 py-2 has-focus-visible:outline-2 has-focus-visible:outline-ring',
        available ? 'cursor-pointer hover:bg-raised' : 'cursor-not-allowed',
        chosen && 'bg-accent-soft hover:bg-accent-soft',
      )}
    >
      <input
        type="radio"
        name="model"
        value={id}
        checked={chosen}
        disabled={!available}
        onChange={onChoose}
        className="mt-1 size-4 shrink-0 outline-none"
      />
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className={classNames('text-body font-medium', !available && 'text-muted-foreground')}>{name}</span>
        <span className="text-caption text-muted-foreground">{hint}</span>
      </span>
      <Badge tone={tier === 'premium' ? 'accent' : 'neutral'} className="mt-0.5 shrink-0">
        {t(tier === 'premium' ? 'chat.tierPremium' : 'chat.tierFree')}
      </Badge>
    </label>
  );
}

function Choices({ agentId, agent }: { agentId: string; agent: AgentDetailWire }) {
  const t = useTranslations();
  const report = useErrorToast();
  const modelName = useModelName();
  const put = usePutSettings(agentId);
  const providers = useInstallHealth().data?.models.providers;
  const { modelInfo } = agent;
  const wanted = put.isPending ? (put.variables.premiumModel ?? 'none') : (agent.premiumModel ?? 'none');
  const isConfigured = (provider: string) => providers?.some(({ id, configured }) => id === provider && configured) ?? false;
  const hintOf = ({ id, provider }: ModelInfo['availableModels'][number]): string => {
    if (id === 'none') return wanted === 'none' ? t('chat.modelAnswersNow', { model: modelName(modelInfo) }) : t('chat.modelDefault');
    if (!providers) return t('common.loading');
    return isConfigured(provider) ? t('chat.modelAvailable') : t('chat.modelNeedsKey', { name: KEY_OF[provider] ?? provider });
  };
  return (
    <fieldset className="grid gap-0.5" aria-busy={put.isPending}>
      <legend className="px-2.5 pb-1.5 text-label font-medium">{t('chat.modelTitle', { name: agent.name })}</legend>
      {modelInfo.availableModels.map((model) => (
        <Choice
          key={model.id}
          id={model.id}
          name={model.id === 'none' ? t('chat.modelFree') : model.label}
          hint={hintOf(model)}
          tier={model.tier}
          chosen={wanted === model.id}
          available={model.id === 'none' || wanted === model.id || isConfigured(model.provider)}
          onChoose={() => put.mutateAndTell({ premiumModel: model.id as ModelId }, report)}
        />
      ))}
      {modelInfo.tier === 'premium (fallback)' && (
        <p className="px-2.5 pt-1.5 text-caption text-warning">{t('chat.modelFallback', { model: modelName(modelInfo) })}</p>
      )}
    </fieldset>
  );
}

/** Which model answers, and the choice of another for this agent. */
export function ModelPicker({ agentId, agent }: { agentId: string; agent: AgentDetailWire }) {
  const t = useTranslations();
  const modelName = useModelName();
  const [open, setOpen] = useState(false);
  const name = modelName(agent.modelInfo);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t('chat.modelTitle', { name: agent.name })}
      className="p-1.5 pt-3"
      trigger={
        <Button
          variant="ghost"
          size="small"
          aria-label={t('chat.modelButton', { model: name })}
          className="min-w-0 shrink px-2 font-normal text-muted-foreground"
        >
          <Sparkles aria-hidden className="!size-3.5" />
          <span className="truncate">{name}</span>
          <ChevronDown aria-hidden className="!size-3.5" />
        </Button>
      }
    >
      <Choices agentId={agentId} agent={agent} />
    </Popover>
  );
}
