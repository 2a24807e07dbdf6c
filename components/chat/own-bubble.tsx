/** The words of the owner in a conversation. */
export function OwnBubble({ content, faint = false }: { content: string; faint?: boolean }) {
  return (
    <div
      className={`max-w-[85%] rounded-xl rounded-ee-sm bg-raised px-4 py-2.5 text-reading whitespace-pre-wrap ${faint ? 'opacity-70' : ''}`}
    >
      {content}
    </div>
  );
}
