import { MINUTE_MS } from '@/lib/platform/clock';
import type { RateBudget } from '@/lib/platform/rate-limit';
import type { Limit } from './endpoint';

/** Requests a minute: by address for `nonce`, by principal (or address, without one) for the others. */
export const limitBudgets: Record<Exclude<Limit, 'none'>, RateBudget> = {
  read: { permits: 600, windowMs: MINUTE_MS },
  write: { permits: 120, windowMs: MINUTE_MS },
  chat: { permits: 30, windowMs: MINUTE_MS },
  nonce: { permits: 20, windowMs: MINUTE_MS },
};

/** Refused credentials a minute and address. */
export const failureBudget: RateBudget = { permits: 30, windowMs: MINUTE_MS };

/** The largest body that is read, in bytes, where an endpoint names no other. 5,000 characters may take six bytes each as JSON. */
export const BODY_LIMIT_BYTES = 256 * 1024;
