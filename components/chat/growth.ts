import { late } from '@/components/ui/late';
import type { settleGrowing } from './growing-markdown';

export type Settle = typeof settleGrowing;

/** What the end of a growing reply needs to be shown; finished replies do without it, so that most visits never fetch it. */
export const growth = late(async () => (await import('./growing-markdown')).settleGrowing);
