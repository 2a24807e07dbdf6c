/**
 * SHA-256 of the style sheet that the toasts bring along in a style element of their own.
 * Source: `sonner` 2.0.8, `dist/index.mjs`; a test takes it anew from the installed package.
 */
export const TOAST_STYLE_HASH = 'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY=';

/** SHA-256 of nothing: the toasts put their style element into the page before they fill it. */
const EMPTY_STYLE_HASH = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

/** What pages may load and do: scripts with the page's nonce, everything else from the own origin. */
export function contentSecurityPolicy(nonce: string, { development }: { development: boolean }): string {
  // The development server evaluates modules, writes style elements and talks over a socket.
  const scripts = `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`;
  const styles = development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}' '${TOAST_STYLE_HASH}' '${EMPTY_STYLE_HASH}'`;
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
  ].join('; ');
}
