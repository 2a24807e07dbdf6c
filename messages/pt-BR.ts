import type { Translation } from './keys';
import { account } from './pt-BR/account';
import { agents } from './pt-BR/agents';
import { chat } from './pt-BR/chat';
import { common } from './pt-BR/common';
import { docs } from './pt-BR/docs';
import { knowledge } from './pt-BR/knowledge';
import { growth } from './pt-BR/growth';
import { memory } from './pt-BR/memory';
import { memoryImport } from './pt-BR/memory-import';
import { reflection } from './pt-BR/reflection';
import { site } from './pt-BR/site';
import { spawning } from './pt-BR/spawning';
import { templates } from './pt-BR/templates';
import { shell } from './pt-BR/shell';
import { words } from './pt-BR/words';

/** Every text of the pages, in Brazilian Portuguese. */
export const ptBR: Translation = {
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
