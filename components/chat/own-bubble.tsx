import { classNames } from '@/components/ui/class-names';

/** The words of the owner in a conversation. */
export function OwnBubble({ content, faint = false }: { content: string; faint?: boolean }) {
  return (
    <div
      className={classNames(
        'max-w-[min(85%,35rem)] rounded-xl rounded-ee-sm bg-raised px-4 py-2.5 text-reading whitespace-pre-wrap',
        faint && 'opacity-70',
      )}
    >
      {content}
    </div>
  );
}
