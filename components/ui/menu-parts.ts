'use client';

import type { DropdownMenu } from 'radix-ui';
import { createContext, type ReactNode, use } from 'react';

export type Parts = typeof DropdownMenu;

export type MenuProps = { trigger: ReactNode; align?: 'start' | 'end'; children: ReactNode };

/** What a menu is made of, given to what stands in it once it is fetched. */
export const MenuParts = createContext<Parts | undefined>(undefined);

export function useParts(): Parts {
  const parts = use(MenuParts);
  if (!parts) throw new Error('Entries of a menu stand in a <Menu>.');
  return parts;
}
