/** Keeps whether the sidebar is collapsed, so that the server draws the right width. */
export const sidebarCookie = 'selfclaw_sidebar';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers the width of the sidebar for the next page that the server draws. */
export function keepSidebar(collapsed: boolean): void {
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${sidebarCookie}=${collapsed ? 'collapsed' : 'open'}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`;
}
