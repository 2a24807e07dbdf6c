import { type ReactNode, useId } from 'react';
import { Card } from '@/components/ui/surface';

type SoulTextProps = { title: string; note: string; text: ReactNode; action?: ReactNode };

/** One text of a soul beside another: what it is, and what may be done with it. */
export function SoulText({ title, note, text, action }: SoulTextProps) {
  const id = useId();
  return (
    <Card className="flex min-w-0 flex-col">
      <div className="grid gap-0.5 border-b px-4 py-3">
        <h3 id={id} className="text-body font-semibold">
          {title}
        </h3>
        <p className="text-caption text-muted-foreground">{note}</p>
      </div>
      <div
        role="group"
        tabIndex={0}
        aria-labelledby={id}
        className="max-h-[50dvh] flex-1 overflow-y-auto p-4 text-body leading-relaxed wrap-anywhere whitespace-pre-wrap focus-visible:-outline-offset-2"
      >
        {text}
      </div>
      {action && <div className="border-t px-4 py-3">{action}</div>}
    </Card>
  );
}
