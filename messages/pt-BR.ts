import type { Translation } from './keys';

export const ptBR: Translation = {};
