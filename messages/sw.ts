import type { Translation } from './keys';
import { account } from './sw/account';
import { agents } from './sw/agents';
import { chat } from './sw/chat';
import { common } from './sw/common';
import { docs } from './sw/docs';
import { knowledge } from './sw/knowledge';
import { growth } from './sw/growth';
import { memory } from './sw/memory';
import { memoryImport } from './sw/memory-import';
import { reflection } from './sw/reflection';
import { site } from './sw/site';
import { spawning } from './sw/spawning';
import { templates } from './sw/templates';
import { shell } from './sw/shell';
import { words } from './sw/words';

/** Every text of the pages, in Swahili. */
export const sw: Translation = {
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
};
