import { agents } from './en/agents';
import { chat } from './en/chat';
import { common } from './en/common';
import { docs } from './en/docs';
import { account } from './en/account';
import { knowledge } from './en/knowledge';
import { growth } from './en/growth';
import { memory } from './en/memory';
import { memoryImport } from './en/memory-import';
import { reflection } from './en/reflection';
import { site } from './en/site';
import { spawning } from './en/spawning';
import { templates } from './en/templates';
import { shell } from './en/shell';
import { words } from './en/words';

/** Every text of the pages, in English. `{name}` stands for a value. */
export const en = {
  ...common,
  ...site,
  ...agents,
  ...chat,
  ...knowledge,
  ...memory,
  ...memoryImport,
  ...growth,
  ...reflection,
  ...spawning,
  ...account,
  ...templates,
  ...shell,
  ...words,
  ...docs,
} as const;
