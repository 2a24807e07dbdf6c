import path from 'node:path';
import { Client } from 'pg';
import { createDatabaseLog } from '@/database/database-log';
import { startEmbeddedDatabase } from '@/database/embedded/start';
import { newNumericId } from '@/lib/platform/ids';

/** Replies with what makes rows costly: paragraphs, lists, now and then a table or code. */
const REPLY = `'Answer number ' || s || E'. ' || repeat('Here is a sentence of a usual length. ', 1 + (s * 7) % 9)
  || case s % 10 when 0 then E'\\n\\n\`\`\`ts\\nconst answer = ' || s || E';\\nconsole.log(answer * 2);\\n\`\`\`'
     when 4 then E'\\n\\n- one\\n- two\\n- three' when 8 then E'\\n\\n| Key | Value |\\n| --- | --- |\\n| a | ' || s || E' |' else '' end`;

/** Writes a conversation of `count` messages, question and answer in turn, into the database of a running embedded install. Gives its id. */
export async function writeLongConversation(dataDir: string, agentId: string, count: number): Promise<string> {
  const database = await startEmbeddedDatabase({ dataDir: path.join(dataDir, 'database'), log: createDatabaseLog('seed') });
  const client = new Client({ connectionString: database.url });
  const id = String(newNumericId());
  try {
    await client.connect();
    await client.query(
      `insert into conversations (id, owner_id, agent_id, title, message_count, last_sequence)
       select $1::int8, owner_id, id, 'A very long conversation', $3::int, $3::int from agents where id = $2::int8`,
      [id, agentId, count],
    );
    await client.query(
      `insert into messages (id, owner_id, agent_id, conversation_id, sequence, role, status, content, created_at, completed_at)
       select gen_random_uuid(), c.owner_id, c.agent_id, c.id, s, case when s % 2 = 1 then 'user' else 'assistant' end, 'completed',
              case when s % 2 = 1 then 'Question number ' || s || ', is it?' else ${REPLY} end,
              now() - make_interval(mins => $2::int - s), now() - make_interval(mins => $2::int - s)
       from conversations c, generate_series(1, $2::int) s where c.id = $1::int8`,
      [id, count],
    );
  } finally {
    await client.end();
    await database.stop();
  }
  return id;
}
