import type { OwnerId } from '@/lib/auth/principal';
import { providers } from '@/lib/llm/runtime';
import { AppError } from '@/lib/platform/errors';
import { readSteps, writeSteps } from './queries';
import { type FirstStepsWire, type StepId, stepIds } from './schema';

/** How far a new owner has come. A connected language model counts as much as a key of one's own. */
export async function readFirstSteps({ ownerId }: { ownerId: OwnerId }): Promise<FirstStepsWire> {
  const row = await readSteps(ownerId);
  if (!row) throw new AppError('UNAUTHENTICATED', 'The owner is gone');
  const hasModel = async () => (await providers().resolveChatModel(null)).provider !== 'embedded';
  const done: Record<StepId, boolean> = { ...row, connect: row.apiKey || (await hasModel()) };
  return {
    steps: stepIds.map((id) => ({ id, done: done[id] })),
    doneCount: stepIds.filter((id) => done[id]).length,
    agentId: row.agentId === null ? null : Number(row.agentId),
    dismissed: row.dismissed,
  };
}

/** Puts the list away or brings it back, and notes that a memory was looked at. */
export async function changeFirstSteps(owner: { ownerId: OwnerId }, change: { dismissed?: boolean; memorySeen?: true }) {
  await writeSteps(owner.ownerId, { dismissed: change.dismissed ?? null, memorySeen: change.memorySeen ?? false });
  return readFirstSteps(owner);
}
