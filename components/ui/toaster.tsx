'use client';

import { useEffect, useState } from 'react';
import { late, useLate } from './late';
import { whenFirstAsked } from './toast';

const layer = late(async () => (await import('./toaster-layer')).ToasterLayer);

/** Where short confirmations appear; errors that need a decision stay on the page instead. */
export function Toaster() {
  const [asked, setAsked] = useState(false);
  useEffect(() => whenFirstAsked(() => setAsked(true)), []);
  return useLate(layer, asked, {});
}
