// Exports of other assistants' conversations, in the shapes in which these give them out.
import { strToU8, zipSync } from 'fflate';

export type Turn = { role?: 'user' | 'assistant' | 'system' | 'tool'; text: string };

const START_SECONDS = 1_735_732_800;

/** A conversation of ChatGPT whose turns follow each other; the conversations of an export are a day apart. */
export function chatGptConversation(title: string, turns: readonly (string | Turn)[], day = 0) {
  const mapping: Record<string, object> = { root: { id: 'root', parent: null, children: turns.length > 0 ? ['n0'] : [], message: null } };
  turns.forEach((turn, index) => {
    const { role = 'user', text } = typeof turn === 'string' ? { text: turn } : turn;
    mapping[`n${index}`] = {
      id: `n${index}`,
      parent: index === 0 ? 'root' : `n${index - 1}`,
      children: index + 1 < turns.length ? [`n${index + 1}`] : [],
      message: {
        id: `n${index}`,
        author: { role, metadata: {} },
        create_time: START_SECONDS + day * 86_400 + index + 0.25,
        content: { content_type: 'text', parts: [text] },
        metadata: {},
      },
    };
  });
  return {
    title,
    create_time: START_SECONDS + day * 86_400,
    update_time: START_SECONDS + day * 86_400,
    mapping,
    current_node: turns.length === 0 ? 'root' : `n${turns.length - 1}`,
  };
}

/** A conversation of Claude. */
export function claudeConversation(name: string, turns: readonly { sender?: 'human' | 'assistant'; text: string }[], day = 0) {
  const at = (second: number) => new Date((START_SECONDS + day * 86_400 + second) * 1_000).toISOString();
  return {
    uuid: `c-${name}`,
    name,
    created_at: at(0),
    updated_at: at(0),
    chat_messages: turns.map(({ sender = 'human', text }, index) => ({
      uuid: `m-${index}`,
      text,
      sender,
      created_at: at(index),
      content: [{ type: 'text', text }],
    })),
  };
}

/** The bytes of a file that holds a value. */
export const jsonBytes = (value: unknown): Uint8Array => strToU8(JSON.stringify(value));

/** The bytes of an archive; values go into it as JSON. */
export function zipBytes(files: Record<string, unknown>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, value]) => [name, jsonBytes(value)])));
}
