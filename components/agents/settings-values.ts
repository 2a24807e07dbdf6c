import type { SettingsBody, useSettings } from '@/lib/agents/hooks';
import { profileBody, type ProfileValues } from './profile-fields';

export type Settings = NonNullable<ReturnType<typeof useSettings>['data']>;

export type SettingsValues = ProfileValues & {
  premiumModel: string;
  preferredLanguage: string;
  emoji: string;
  socialHandles: { network: string; handle: string }[];
};

/** What the form shows of the settings: no nulls, and pairs in place of a record. */
export function valuesOf(settings: Settings): SettingsValues {
  return {
    name: settings.name,
    icon: settings.icon,
    emoji: settings.emoji ?? '',
    description: settings.description,
    interests: settings.interests,
    topicsToWatch: settings.topicsToWatch,
    personalContext: settings.personalContext ?? '',
    humorStyle: settings.humorStyle ?? '',
    enabledSkills: settings.enabledSkills,
    preferredLanguage: settings.preferredLanguage ?? '',
    premiumModel: settings.premiumModel ?? 'none',
    socialHandles: Object.entries(settings.socialHandles).map(([network, handle]) => ({ network, handle })),
  };
}

/** What the form sends; rows of names that were left half empty are left out. */
export function bodyOf(values: SettingsValues): SettingsBody {
  const handles = values.socialHandles.filter(({ network, handle }) => network.trim() !== '' && handle.trim() !== '');
  return {
    ...profileBody(values),
    emoji: values.emoji.trim() || null,
    preferredLanguage: values.preferredLanguage || null,
    premiumModel: values.premiumModel,
    socialHandles: Object.fromEntries(handles.map(({ network, handle }) => [network.trim(), handle.trim()])),
  } as SettingsBody;
}
