/** Whether dates can be written in a zone of this name (IANA, such as `Africa/Nairobi`). */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
