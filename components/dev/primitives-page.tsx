'use client';

import { Choices } from './choices';
import { Fields } from './fields';
import { Foundations } from './foundations';
import { Information } from './information';
import { Layers } from './layers';
import { Structure } from './structure';

/** The primitives of the pages, each in its states, in both themes. */
export function PrimitivesPage() {
  return (
    <main id="main" className="mx-auto grid max-w-page grid-cols-[minmax(0,1fr)] gap-8 px-4 py-8 sm:px-6">
      <h1 className="text-heading font-semibold">Primitives</h1>
      <Foundations />
      <Fields />
      <Choices />
      <Information />
      <Structure />
      <Layers />
    </main>
  );
}
