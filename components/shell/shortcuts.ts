/** Where a shortcut stands in the list. */
export const shortcutGroups = ['general', 'navigation', 'composer'] as const;

export type ShortcutId =
  'search' | 'help' | 'newConversation' | 'collapse' | 'close' | 'agents' | 'chat' | 'memory' | 'knowledge' | 'soul' | 'send' | 'line';

export type Shortcut = {
  id: ShortcutId;
  group: (typeof shortcutGroups)[number];
  /** As tinykeys reads them; any of them does it. Those that a field or a dialog answers itself have none. */
  bindings: readonly string[];
  /** As people read them: presses in turn, each of keys held together. `$mod` is the system's own. */
  shown: readonly (readonly string[])[];
  /** Works while a field has the focus, because it takes a modifier that no text holds. */
  inFields?: boolean;
};

/** Every shortcut there is: the keys are bound, and the list is drawn, from this table. */
export const shortcuts: readonly Shortcut[] = [
  { id: 'search', group: 'general', bindings: ['$mod+k'], shown: [['$mod', 'K']], inFields: true },
  { id: 'search', group: 'general', bindings: ['/', 'Shift+/'], shown: [['/']] },
  { id: 'newConversation', group: 'general', bindings: ['n'], shown: [['N']] },
  { id: 'collapse', group: 'general', bindings: ['['], shown: [['[']] },
  { id: 'help', group: 'general', bindings: ['Shift+?', '?'], shown: [['?']] },
  { id: 'close', group: 'general', bindings: [], shown: [['Esc']] },
  { id: 'agents', group: 'navigation', bindings: ['g a'], shown: [['G'], ['A']] },
  { id: 'chat', group: 'navigation', bindings: ['g c'], shown: [['G'], ['C']] },
  { id: 'memory', group: 'navigation', bindings: ['g m'], shown: [['G'], ['M']] },
  { id: 'knowledge', group: 'navigation', bindings: ['g k'], shown: [['G'], ['K']] },
  { id: 'soul', group: 'navigation', bindings: ['g s'], shown: [['G'], ['S']] },
  { id: 'send', group: 'composer', bindings: [], shown: [['Enter']] },
  { id: 'line', group: 'composer', bindings: [], shown: [['Shift', 'Enter']] },
];

const OPEN_LAYER = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Whether the keys of an event belong to a field, to a layer above the page, or to an input method. */
export function isTaken(event: Pick<KeyboardEvent, 'target' | 'isComposing' | 'defaultPrevented'>, inFields: boolean): boolean {
  if (event.defaultPrevented || event.isComposing || document.querySelector(OPEN_LAYER)) return true;
  if (inFields) return false;
  const target = event.target instanceof Element ? event.target : null;
  return target?.closest('input, textarea, select, [contenteditable]:not([contenteditable="false"])') != null;
}
