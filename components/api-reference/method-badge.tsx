import { classNames } from '@/components/ui/class-names';
import type { Method } from './document';

const tones: Record<Method, string> = {
  GET: 'bg-accent-soft text-accent-strong',
  POST: 'bg-positive-soft text-positive',
  PUT: 'bg-warning-soft text-warning',
  PATCH: 'bg-warning-soft text-warning',
  DELETE: 'bg-danger-soft text-danger',
};

/** The verb of a call. */
export function MethodBadge({ method, className }: { method: Method; className?: string }) {
  return (
    <span
      className={classNames('inline-block shrink-0 rounded-sm px-1.5 py-0.5 font-mono text-caption font-medium', tones[method], className)}
    >
      {method}
    </span>
  );
}

/** A path that may break after each of its parts. */
export function PathText({ path }: { path: string }) {
  return path.split(/(?=\/)/).map((part, index) => (
    <span key={index}>
      {index > 0 && <wbr />}
      {part.startsWith('/{') ? (
        <>
          /<span className="text-accent-strong">{part.slice(1)}</span>
        </>
      ) : (
        part
      )}
    </span>
  ));
}
