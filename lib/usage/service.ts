import type { OwnedAgent } from '@/lib/auth/principal';
import { now } from '@/lib/platform/clock';
import { presentUsage } from './present';
import { readUsage } from './queries';
import { usageWindows } from './windows';

/** What an agent asked of its models in 30 days. One statement. */
export async function usageStats(agent: OwnedAgent) {
  const to = now();
  const windows = usageWindows(to);
  return presentUsage(agent, await readUsage(agent, windows), { from: windows.month, to });
}
