'use client';

import { createContext } from 'react';

/** What the server knew of the reader's clock when it drew the page: the moment in milliseconds, and the time zone as an IANA name. */
export const DrawnWith = createContext({ at: 0, timeZone: 'UTC' });
