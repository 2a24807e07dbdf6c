/** The route of an address of the API: its path without the ids, and its query. */
export function routeOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname.replace('/api/selfclaw/v1', '').replace(/\/(\d+|[0-9a-f-]{36})(?=\/|$)/g, '/:id') + search;
}
