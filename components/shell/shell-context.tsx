'use client';

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { keepSidebar } from './sidebar-width';

/** The layers that open from anywhere. */
export type ShellLayer = 'palette' | 'shortcuts';

type Shell = {
  walletAddress: string;
  collapsed: boolean;
  toggleSidebar: () => void;
  layer: ShellLayer | null;
  openLayer: (layer: ShellLayer) => void;
  closeLayer: () => void;
};

const ShellContext = createContext<Shell | null>(null);

type ShellProviderProps = { walletAddress: string; collapsed: boolean; children: ReactNode };

/** Holds what the frame of the pages knows: the width of the sidebar, and the layer that is open. */
export function ShellProvider({ walletAddress, collapsed: initiallyCollapsed, children }: ShellProviderProps) {
  const [collapsed, setCollapsed] = useState(initiallyCollapsed);
  const [layer, setLayer] = useState<ShellLayer | null>(null);
  const toggleSidebar = useCallback(
    () =>
      setCollapsed((before) => {
        keepSidebar(!before);
        return !before;
      }),
    [],
  );
  const value = useMemo(
    () => ({ walletAddress, collapsed, toggleSidebar, layer, openLayer: setLayer, closeLayer: () => setLayer(null) }),
    [walletAddress, collapsed, toggleSidebar, layer],
  );
  return <ShellContext value={value}>{children}</ShellContext>;
}

/** The frame of the page. */
export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('useShell needs a ShellProvider above it');
  return shell;
}
