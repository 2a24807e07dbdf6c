import { Monitor, Moon, Sun } from 'lucide-react';

/** The themes that a person may choose, in order. */
export const themes = [
  { value: 'system', message: 'account.themeSystem', icon: Monitor },
  { value: 'light', message: 'account.themeLight', icon: Sun },
  { value: 'dark', message: 'account.themeDark', icon: Moon },
] as const;
