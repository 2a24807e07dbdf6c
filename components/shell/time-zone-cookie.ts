/** Holds the reader's time zone, an IANA name such as `America/Sao_Paulo`. */
export const timeZoneCookie = 'selfclaw_time_zone';
