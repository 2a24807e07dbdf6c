import type { Translation } from './keys';

export const sw: Translation = {};
