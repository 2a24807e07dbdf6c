/** Loads the palette, once; called when somebody is about to open it, so that no letter is lost while it comes. */
export const loadPalette = () => import('@/components/palette/command-palette');
