'use client';

import type { DropdownMenu } from 'radix-ui';
import { createContext, type ReactNode, use } from 'react';

export type Parts = typeof DropdownMenu;

export type MenuProps = {
  trigger: ReactNode;
  align?: 'start' | 'end';
  /** Called before the focus returns to the trigger, to give it elsewhere. */
  onCloseAutoFocus?: (event: Event) => void;
  children: ReactNode;
};

/** What a menu is made of, given to what stands in it once it is fetched. */
export const MenuParts = createContext<Parts | undefined>(undefined);

export function useParts(): Parts {
  const parts = use(MenuParts);
  if (!parts) throw new Error('Entries of a menu stand in a <Menu>.');
  return parts;
}
