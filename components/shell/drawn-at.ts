'use client';

import { createContext } from 'react';

/** When the server drew the page, in milliseconds. */
export const DrawnAt = createContext(0);
