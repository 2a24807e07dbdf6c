import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { chatGptConversation, claudeConversation, jsonBytes, zipBytes } from '@/tests/exports';
import { ExportError, type ExportFailure } from './export';
import { readExportFile } from './export-file';
import { IMPORT_MESSAGES, MESSAGE_CHARACTERS, UNPACKED_BYTES } from './limits';

const contents = (bytes: Uint8Array) => readExportFile(bytes).messages.map(({ content }) => content);

function failureOf(bytes: Uint8Array): ExportFailure | undefined {
  try {
    readExportFile(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof ExportError) return error.failure;
    throw error;
  }
}

/** An archive whose entries say that they unpack into so many bytes. */
function claiming(archive: Uint8Array, bytes: number): Uint8Array {
  const changed = Buffer.from(archive);
  const mark = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
  for (let at = changed.indexOf(mark); at !== -1; at = changed.indexOf(mark, at + 1)) changed.writeUInt32LE(bytes, at + 24);
  return changed;
}

const home = chatGptConversation('Home', ['I live in Porto', { role: 'assistant', text: 'You live in Madrid' }, 'I have two dogs']);

describe('an export of ChatGPT', () => {
  it('gives what the person wrote, the newest first, with its date and conversation, and nothing that others wrote', () => {
    const later = chatGptConversation(
      'Work',
      [{ role: 'system', text: 'You are helpful' }, { role: 'tool', text: 'I like tools' }, 'I am a nurse'],
      1,
    );
    expect(readExportFile(jsonBytes([home, later]))).toEqual({
      format: 'chatgpt',
      conversations: 2,
      messages: [
        { title: 'Work', content: 'I am a nurse', saidAt: '2025-01-02T12:00:02.250Z' },
        { title: 'Home', content: 'I have two dogs', saidAt: '2025-01-01T12:00:02.250Z' },
        { title: 'Home', content: 'I live in Porto', saidAt: '2025-01-01T12:00:00.250Z' },
      ],
      unread: 0,
      older: 0,
    });
  });

  it('gives nothing that stands there unseen in the name of the person, and no date that is still to come', () => {
    const settings = chatGptConversation('Settings', ['I am hidden', 'I am shown']);
    const mapping = settings.mapping as Record<string, { message: Record<string, unknown> }>;
    mapping.n0!.message.metadata = { is_visually_hidden_from_conversation: true };
    mapping.n1!.message.create_time = 4_000_000_000;
    const context = chatGptConversation('Context', ['I like short answers', 'I am a nurse']);
    (context.mapping as typeof mapping).n0!.message.content = { content_type: 'user_editable_context', user_profile: 'I like tea' };
    const read = readExportFile(jsonBytes([settings, context]));
    expect(read).toMatchObject({ conversations: 2, unread: 0 });
    expect(read.messages.map(({ content, saidAt }) => [content, saidAt])).toEqual([
      ['I am a nurse', '2025-01-01T12:00:01.250Z'],
      ['I am shown', '2025-01-01T12:00:00.000Z'],
    ]);
  });

  it('is read along the branch that was seen last: what was edited away is not there', () => {
    const edited = structuredClone(home) as typeof home & { mapping: Record<string, object> };
    edited.mapping.n9 = {
      ...edited.mapping.n0,
      id: 'n9',
      message: { author: { role: 'user' }, create_time: null, content: { content_type: 'text', parts: ['I live in Lisbon'] } },
    };
    edited.current_node = 'n9';
    expect(readExportFile(jsonBytes([edited])).messages).toEqual([
      { title: 'Home', content: 'I live in Lisbon', saidAt: '2025-01-01T12:00:00.000Z' },
    ]);
  });

  it('whose nodes lead in a circle, or to nowhere, comes to an end', () => {
    const circle = structuredClone(home) as typeof home & { mapping: Record<string, { parent?: string }> };
    circle.mapping.n0!.parent = 'n2';
    expect(contents(jsonBytes([circle]))).toEqual(['I have two dogs', 'I live in Porto']);
    const lost = { ...home, current_node: 'gone' };
    const inherited = { ...home, current_node: 'constructor' };
    expect(readExportFile(jsonBytes([lost, inherited, home]))).toMatchObject({ conversations: 3, unread: 2 });
  });

  it('gives the words beside pictures, and counts what has none', () => {
    const parts = [{ content_type: 'image_asset_pointer', asset_pointer: 'file-service://x' }, 'This is my dog Rex'];
    const mixed = structuredClone(home) as unknown as { mapping: Record<string, { message: { content: object } }> };
    mixed.mapping.n0!.message.content = { content_type: 'multimodal_text', parts };
    mixed.mapping.n2!.message.content = { content_type: 'multimodal_text', parts: parts.slice(0, 1) };
    expect(readExportFile(jsonBytes([mixed]))).toMatchObject({ messages: [{ content: 'This is my dog Rex' }], unread: 1 });
  });

  it('of odd shapes is read as far as it is known, and the rest is counted', () => {
    const odd = [
      null,
      'text',
      [],
      {},
      { mapping: null },
      { mapping: { a: null }, current_node: 'a' },
      { mapping: { a: { message: { author: null } } }, current_node: 'a' },
      { mapping: { a: { message: { author: { role: 'user' }, create_time: 1e300, content: null } } }, current_node: 'a' },
      home,
    ];
    const read = readExportFile(jsonBytes(odd));
    expect(read).toMatchObject({ conversations: 4, unread: 7 });
    expect(read.messages).toHaveLength(2);
  });
});

describe('an export of Claude', () => {
  it('gives what the person wrote, of its blocks of text or, without them, of its text', () => {
    const conversation = claudeConversation('Tea', [
      { text: 'I drink green tea' },
      { sender: 'assistant', text: 'I drink coffee' },
      { text: 'I have a sister' },
    ]);
    const [first] = conversation.chat_messages;
    const older = { ...first, content: [], text: 'I live in Kisumu' };
    const read = readExportFile(jsonBytes([{ ...conversation, chat_messages: [older, ...conversation.chat_messages] }]));
    expect(read).toMatchObject({ format: 'claude', conversations: 1, unread: 0 });
    expect(read.messages.map(({ content }) => content).sort()).toEqual(['I drink green tea', 'I have a sister', 'I live in Kisumu']);
    expect(read.messages[0]).toEqual({ title: 'Tea', content: 'I have a sister', saidAt: '2025-01-01T12:00:02.000Z' });
  });
});

describe('an archive', () => {
  it('is read for its conversations alone, also in parts and in a folder', () => {
    const archive = zipBytes({
      'export/conversations-000.json': [home],
      'export/conversations-001.json': [chatGptConversation('More', ['I play chess'], 3)],
      'export/memories.json': [claudeConversation('Not this', [{ text: 'I hate chess' }])],
      'export/user.json': { email: 'a@example.com' },
    });
    expect(contents(archive)).toEqual(['I play chess', 'I have two dogs', 'I live in Porto']);
    expect(contents(zipBytes({ 'conversations.json': [claudeConversation('C', [{ text: 'I sing' }])] }))).toEqual(['I sing']);
  });

  it('that unpacks into too much, in one entry or in several, is refused before it does', () => {
    const one = zipBytes({ 'conversations.json': [home] });
    const two = zipBytes({ 'conversations-0.json': [home], 'conversations-1.json': [home] });
    const before = process.memoryUsage().arrayBuffers;
    expect(failureOf(claiming(one, UNPACKED_BYTES + 1))).toBe('too-large');
    expect(failureOf(claiming(two, UNPACKED_BYTES / 2 + 1))).toBe('too-large');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(UNPACKED_BYTES);
  });

  it('that lies about the size of an entry gets no more room than it asked for', () => {
    const bomb = claiming(zipSync({ 'conversations.json': new Uint8Array(20_000_000) }, { level: 1 }), 10);
    const before = process.memoryUsage().arrayBuffers;
    expect(failureOf(bomb)).toBe('damaged');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000);
  });

  it('with too many entries, of another kind of packing, cut off, or without conversations is refused', () => {
    const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, index) => [`${index}`, new Uint8Array()]));
    expect(failureOf(zipSync(many, { level: 0 }))).toBe('too-large');
    const archive = Buffer.from(zipBytes({ 'conversations.json': [home] }));
    const aes = Buffer.from(archive);
    aes.writeUInt16LE(99, aes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 10);
    expect(failureOf(aes)).toBe('encrypted');
    expect(failureOf(archive.subarray(0, archive.length - 10))).toBe('damaged');
    expect(failureOf(zipBytes({ 'user.json': [home] }))).toBe('unknown');
    expect(failureOf(zipSync({}))).toBe('unknown');
  });
});

describe('what is no export', () => {
  it.each<[string, Uint8Array, ExportFailure]>([
    ['nothing', new Uint8Array(), 'damaged'],
    ['half a file', jsonBytes([home]).subarray(0, 300), 'damaged'],
    ['a text', strToU8('hello'), 'damaged'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00]), 'damaged'],
    ['an object', jsonBytes({ conversations: [home] }), 'unknown'],
    ['an empty list', jsonBytes([]), 'unknown'],
    ['a list of other things', jsonBytes([{ name: 'Ada' }, 4]), 'unknown'],
    ['conversations without a word of the person', jsonBytes([chatGptConversation('Empty', [])]), 'no-messages'],
    [
      'conversations in which only others speak',
      jsonBytes([claudeConversation('C', [{ sender: 'assistant', text: 'Hi' }])]),
      'no-messages',
    ],
  ])('%s is refused', (_, bytes, failure) => {
    expect(failureOf(bytes)).toBe(failure);
  });
});

describe('what is kept of an export', () => {
  it('holds no secret, also where the end of a message would cut it in half', () => {
    const key = `sk-${'a1B2'.repeat(12)}`;
    const padding = 'x '.repeat(MESSAGE_CHARACTERS / 2 - 10);
    const messages = readExportFile(
      jsonBytes([chatGptConversation(`Key ${key}`, [`My key is ${key}`, `${padding}${key}`, 'My password is hunter2horse'])]),
    ).messages;
    expect(JSON.stringify(messages)).not.toMatch(/sk-a1B2|hunter2horse/);
    expect(messages.every(({ content }) => content.length <= MESSAGE_CHARACTERS)).toBe(true);
    const crowded = `${`${key} `.repeat(153)}0x${'9f'.repeat(32)}`;
    expect(crowded.length).toBeGreaterThan(2 * MESSAGE_CHARACTERS);
    const second = readExportFile(jsonBytes([chatGptConversation('Keys', [crowded, 'I like tea'])])).messages;
    expect(second.map(({ content }) => content)).toEqual(['I like tea']);
    expect(messages[2]).toMatchObject({ title: 'Key [secret removed]', content: 'My key is [secret removed]' });
  });

  it('can be stored: no NUL characters, no half characters', () => {
    const [message] = readExportFile(jsonBytes([chatGptConversation('a\u0000b\ud83d', ['I like\u0000 \ud83d tea'])])).messages;
    expect(message).toMatchObject({ title: 'ab\ufffd', content: 'I like \ufffd tea' });
  });

  it('is the newest of too many messages', () => {
    const turns = Array.from({ length: IMPORT_MESSAGES + 5 }, (_, index) => `Number ${index}`);
    const read = readExportFile(jsonBytes([chatGptConversation('Long', turns)]));
    expect(read.older).toBe(5);
    expect(read.messages).toHaveLength(IMPORT_MESSAGES);
    expect(read.messages.at(-1)?.content).toBe('Number 5');
  });
});
