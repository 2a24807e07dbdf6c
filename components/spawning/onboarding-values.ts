import type { CreateAgentBody } from '@/lib/agents/hooks';

/** What an owner says about themselves in the form that makes an agent; everything may stay empty. */
export type OnboardingValues = {
  ownerName: string;
  xHandle: string;
  linkedinUrl: string;
  urls: string[];
  location: string;
  domain: string;
  goals: string;
  challenges: string;
  targetAudience: string;
  experienceLevel: string;
  budget: string;
  languages: string[];
};

export const emptyOnboarding: OnboardingValues = {
  ownerName: '',
  xHandle: '',
  linkedinUrl: '',
  urls: [],
  location: '',
  domain: '',
  goals: '',
  challenges: '',
  targetAudience: '',
  experienceLevel: '',
  budget: '',
  languages: [],
};

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** People leave it out. */
const withScheme = (address: string) => (/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`);

/** The fields as they are sent: what is empty is left out. */
export function onboardingBody(values: OnboardingValues): Partial<CreateAgentBody> {
  const linkedin = values.linkedinUrl.trim();
  const body = {
    ...values,
    linkedinUrl: linkedin === '' ? '' : withScheme(linkedin),
    urls: values.urls.map(withScheme),
    goals: linesOf(values.goals),
    challenges: linesOf(values.challenges),
  };
  const told = Object.entries(body).filter(([, value]) => (typeof value === 'string' ? value.trim() : value).length > 0);
  return Object.fromEntries(told) as Partial<CreateAgentBody>;
}
