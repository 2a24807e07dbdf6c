import { keepCookie } from './keep-cookie';

/** Keeps whether the sidebar is collapsed, so that the server draws the right width. */
export const sidebarCookie = 'selfclaw_sidebar';

/** Remembers the width of the sidebar for the next page that the server draws. */
export function keepSidebar(collapsed: boolean): void {
  keepCookie(sidebarCookie, collapsed ? 'collapsed' : 'open');
}
