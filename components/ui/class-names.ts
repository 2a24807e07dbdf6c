import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

/** The names of `app/globals.css` that Tailwind does not come with: unknown ones would be taken for colours. */
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ['caption', 'label', 'body', 'reading', 'lead', 'title', 'heading', 'display'],
      shadow: ['floating', 'modal'],
      spacing: ['control-small', 'control', 'control-large', 'header'],
      container: ['reading', 'form', 'page'],
    },
    classGroups: { duration: [{ duration: ['state', 'layer'] }] },
  },
});

/** Joins class names; of two that set the same property, the later one wins. */
export function classNames(...values: ClassValue[]): string {
  return merge(clsx(values));
}
