import { redactSecrets } from '@/lib/memories/secrets';
import { ExportError, type ExportFormat, type OwnMessage, type ReadExport } from './export';
import { IMPORT_CHARACTERS, IMPORT_MESSAGES, MESSAGE_CHARACTERS, TITLE_CHARACTERS } from './limits';

type Fields = Record<string, unknown>;
type Conversation = { format: ExportFormat; messages: OwnMessage[]; unread: number };

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function dateOf(value: unknown): string | null {
  const milliseconds = typeof value === 'number' ? value * 1_000 : typeof value === 'string' ? Date.parse(value) : NaN;
  // What would be said in the future is of a clock that goes wrong.
  return milliseconds > 0 && milliseconds <= Date.now() ? new Date(milliseconds).toISOString() : null;
}

/**
 * Text as PostgreSQL can store it, no longer than `limit`, without secrets. It is looked through a little further: what a cut may have
 * halved is never kept, however much of the text went with its secrets.
 */
function clean(text: string, limit: number): string {
  const whole = text
    .slice(0, 2 * limit)
    .replaceAll('\u0000', '')
    .toWellFormed();
  const redacted = redactSecrets(whole);
  const kept = text.length > 2 * limit ? Math.max(0, Math.min(limit, redacted.length - limit)) : limit;
  return redacted.slice(0, kept).toWellFormed().trim();
}

const titleOf = (value: unknown) => clean(textOf(value).replace(/\s+/g, ' '), TITLE_CHARACTERS);

/** The messages of the branch that was last seen, the oldest first: an edited message and what followed it are on another. */
function liveBranch(mapping: Fields, current: unknown): Fields[] {
  const branch: Fields[] = [];
  const seen = new Set<unknown>();
  let at = current;
  while (typeof at === 'string' && Object.hasOwn(mapping, at) && !seen.has(at)) {
    seen.add(at);
    const node = mapping[at];
    if (!isFields(node)) break;
    if (isFields(node.message)) branch.push(node.message);
    at = node.parent;
  }
  return branch.reverse();
}

/** What stands in the person's name without them having written it there: their settings, and what the page adds unseen. */
function isHidden({ content, metadata }: Fields): boolean {
  if (isFields(content) && content.content_type === 'user_editable_context') return true;
  return isFields(metadata) && metadata.is_visually_hidden_from_conversation === true;
}

function readChatGpt(conversation: Fields): Conversation | undefined {
  if (!isFields(conversation.mapping)) return undefined;
  const found: Conversation = { format: 'chatgpt', messages: [], unread: 0 };
  const title = titleOf(conversation.title);
  const branch = liveBranch(conversation.mapping, conversation.current_node);
  if (branch.length === 0 && Object.keys(conversation.mapping).length > 0) found.unread += 1;
  for (const message of branch) {
    if (!isFields(message.author) || message.author.role !== 'user' || isHidden(message)) continue;
    const content = isFields(message.content) ? message.content : {};
    const isWritten = content.content_type === 'text' || content.content_type === 'multimodal_text';
    // Pictures and recordings are objects among the parts.
    const text = isWritten ? listOf(content.parts).filter((part) => typeof part === 'string') : [];
    add(found, title, text.join('\n'), dateOf(message.create_time) ?? dateOf(conversation.create_time));
  }
  return found;
}

function readClaude(conversation: Fields): Conversation | undefined {
  if (!Array.isArray(conversation.chat_messages)) return undefined;
  const found: Conversation = { format: 'claude', messages: [], unread: 0 };
  const title = titleOf(conversation.name);
  for (const message of conversation.chat_messages) {
    if (!isFields(message)) found.unread += 1;
    if (!isFields(message) || message.sender !== 'human') continue;
    const blocks = listOf(message.content).filter((block) => isFields(block) && block.type === 'text') as Fields[];
    const text = blocks.map((block) => textOf(block.text)).join('\n');
    add(found, title, text.trim() === '' ? textOf(message.text) : text, dateOf(message.created_at) ?? dateOf(conversation.created_at));
  }
  return found;
}

function add(found: Conversation, title: string, text: string, saidAt: string | null): void {
  const content = clean(text, MESSAGE_CHARACTERS);
  if (content === '') found.unread += 1;
  else found.messages.push({ title, content, saidAt });
}

/** The newest messages that the limits leave room for; what has no date counts as the oldest. */
function keepNewest(messages: readonly OwnMessage[]): OwnMessage[] {
  const newest = [...messages].sort((left, right) => (right.saidAt ?? '').localeCompare(left.saidAt ?? ''));
  let characters = 0;
  const kept = newest.slice(0, IMPORT_MESSAGES);
  const end = kept.findIndex(({ content }) => (characters += content.length) > IMPORT_CHARACTERS);
  return end === -1 ? kept : kept.slice(0, end);
}

/**
 * What the person wrote, of the parsed files of an export: of ChatGPT's or Claude's, told apart by the shape of each conversation. What the
 * assistant wrote is never read as something about the person.
 *
 * @throws ExportError when no conversation is known by its shape, or the person wrote nothing in them
 */
export function readConversations(files: readonly unknown[]): ReadExport {
  const found = files.flatMap(listOf).map((item) => (isFields(item) ? (readChatGpt(item) ?? readClaude(item)) : undefined));
  const known = found.filter((conversation) => conversation !== undefined);
  const [first] = known;
  if (!first) throw new ExportError('unknown');
  const all = known.flatMap(({ messages }) => messages);
  if (all.length === 0) throw new ExportError('no-messages');
  const messages = keepNewest(all);
  const unread = found.length - known.length + known.reduce((sum, conversation) => sum + conversation.unread, 0);
  return { format: first.format, conversations: known.length, messages, unread, older: all.length - messages.length };
}
