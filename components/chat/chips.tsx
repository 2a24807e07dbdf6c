import { useTranslations } from 'use-intl';

/** Things one may say next, each sent by a press. */
export function Chips({ chips, onSend }: { chips: readonly string[]; onSend: (message: string) => void }) {
  const t = useTranslations();
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t('chat.suggestions')} className="flex flex-wrap gap-2">
      {chips.map((chip) => (
        <li key={chip} className="max-w-full">
          <button
            type="button"
            className="min-h-9 rounded-lg border border-border-strong bg-surface px-3 py-1.5 text-start text-body transition-colors hover:border-accent/50 hover:bg-accent-soft hover:text-accent-strong active:bg-pressed max-sm:min-h-10 coarse:min-h-10"
            onClick={() => onSend(chip)}
          >
            {chip}
          </button>
        </li>
      ))}
    </ul>
  );
}
