const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers a choice for a year in a cookie that the server draws pages by. `value` goes in as it is: letters, digits and `/_+-` only. */
export function keepCookie(name: string, value: string): void {
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`;
}
