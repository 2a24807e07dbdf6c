import type { OwnerId } from '@/lib/auth/principal';
import { pool } from '@/lib/platform/database';

export type FirstStepsRow = {
  agent: boolean;
  hello: boolean;
  fact: boolean;
  memory: boolean;
  soul: boolean;
  apiKey: boolean;
  dismissed: boolean;
  agentId: bigint | null;
};

/** What the owner has done so far, read from the rows that it left. */
export async function readSteps(ownerId: OwnerId): Promise<FirstStepsRow | undefined> {
  const { rows } = await pool().query<FirstStepsRow>({
    name: 'first-steps-read',
    text: `select exists (select 1 from agents where owner_id = u.id) as agent,
                  exists (select 1 from agents a join agent_growth g on g.agent_id = a.id where a.owner_id = u.id and g.user_messages > 0) as hello,
                  exists (select 1 from agents a join memories m on m.agent_id = a.id
                          where a.owner_id = u.id and (m.source_message_id is not null or m.source in ('conversation', 'owner'))) as fact,
                  u.memory_seen_at is not null as memory,
                  exists (select 1 from agents a join soul_versions v on v.agent_id = a.id
                          where a.owner_id = u.id and v.author in ('owner', 'key')) as soul,
                  exists (select 1 from api_keys k where k.owner_id = u.id) as "apiKey",
                  u.first_steps_dismissed_at is not null as dismissed,
                  (select a.id from agents a where a.owner_id = u.id order by a.created_at, a.id limit 1) as "agentId"
           from users u where u.id = $1`,
    values: [ownerId],
  });
  return rows[0];
}

/** Notes what the owner did with the list; a memory is seen once, and what is not given stays. */
export async function writeSteps(ownerId: OwnerId, change: { dismissed: boolean | null; memorySeen: boolean }): Promise<void> {
  await pool().query(
    `update users set
       first_steps_dismissed_at = case when $2::bool is null then first_steps_dismissed_at when $2 then coalesce(first_steps_dismissed_at, now()) end,
       memory_seen_at = case when $3::bool then coalesce(memory_seen_at, now()) else memory_seen_at end
     where id = $1`,
    [ownerId, change.dismissed, change.memorySeen],
  );
}
