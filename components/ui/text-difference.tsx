'use client';

import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';
import { classNames } from './class-names';

type TextDifferenceProps = {
  before: string;
  after: string;
  /** `both` in one text; or one side alone with what the other lacks marked. */
  side?: 'both' | 'before' | 'after';
  className?: string;
};

/** Two texts compared word by word. Load it when it is first shown (`next/dynamic`): it brings the comparison with it. */
export function TextDifference({ before, after, side = 'both', className }: TextDifferenceProps) {
  const parts = useMemo(() => diffWordsWithSpace(before, after), [before, after]);
  return (
    <span className={classNames('whitespace-pre-wrap', className)}>
      {parts.map((part, index) => {
        if (part.added && side !== 'before') {
          return (
            <ins key={index} className="rounded-[0.1875rem] bg-positive-soft text-positive no-underline">
              {part.value}
            </ins>
          );
        }
        if (part.removed && side !== 'after') {
          return (
            <del
              key={index}
              className={classNames(
                'rounded-[0.1875rem] bg-danger-soft text-danger decoration-danger/60',
                side === 'before' && 'no-underline',
              )}
            >
              {part.value}
            </del>
          );
        }
        return part.added || part.removed ? null : <span key={index}>{part.value}</span>;
      })}
    </span>
  );
}
