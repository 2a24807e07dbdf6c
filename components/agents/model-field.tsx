'use client';

import type { UseFormRegister } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/surface';
import type { SettingsValues } from './settings-values';

type ModelInfo = {
  chat: string;
  tier: string;
  provider: string;
  availableModels: { id: string; label: string; tier: 'free' | 'premium'; provider: string }[];
};

const premiumChoices = ['grok-4.20', 'gpt-5.4', 'gpt-5-mini'];

function Choice({
  value,
  label,
  note,
  register,
}: {
  value: string;
  label: string;
  note: string;
  register: UseFormRegister<SettingsValues>;
}) {
  return (
    <label className="flex min-h-control cursor-pointer items-center gap-3 rounded-lg border border-border-strong bg-surface px-3.5 py-2.5 text-body transition-colors duration-state hover:bg-raised has-checked:border-accent has-checked:bg-accent-soft">
      <input type="radio" value={value} {...register('premiumModel')} className="size-4 accent-accent" />
      <span className="font-medium">{label}</span>
      <Badge className="ms-auto">{note}</Badge>
    </label>
  );
}

/** Which model the agent should use, and which one answers now. */
export function ModelField({ register, modelInfo }: { register: UseFormRegister<SettingsValues>; modelInfo: ModelInfo }) {
  const t = useTranslations();
  const recall = modelInfo.provider === 'embedded';
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-3 text-body text-muted-foreground">
        {recall ? t('settings.answersRecall') : t('settings.answers', { model: modelInfo.chat, tier: modelInfo.tier })}
      </legend>
      <Choice value="none" label={t('settings.freeModel')} note={t('settings.tierFree')} register={register} />
      {modelInfo.availableModels
        .filter((model) => premiumChoices.includes(model.id))
        .map((model) => (
          <Choice
            key={model.id}
            value={model.id}
            label={model.label}
            note={t(model.tier === 'premium' ? 'settings.tierPremium' : 'settings.tierFree')}
            register={register}
          />
        ))}
      {modelInfo.tier.includes('fallback') && (
        <p className="text-label text-warning">{t('settings.fallback', { model: modelInfo.chat })}</p>
      )}
    </fieldset>
  );
}
