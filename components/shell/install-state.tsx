import { getTranslations } from '@/messages/server';

/** What answers on this install, said before anybody signs in. */
export async function InstallState({ model, provider }: { model: string; provider: string }) {
  const t = await getTranslations();
  const recall = provider === 'embedded';
  const text = recall ? t('landing.modelRecall') : t(provider === 'local' ? 'landing.modelLocal' : 'landing.modelNamed', { model });
  return (
    <p className="flex max-w-xl items-start gap-2.5 text-sm leading-relaxed text-muted-foreground">
      <span aria-hidden className={`mt-2 size-2 shrink-0 rounded-full ${recall ? 'bg-warning' : 'bg-positive'}`} />
      <span>
        <span className="font-medium text-foreground">{t('landing.status')}:</span> {text}
      </span>
    </p>
  );
}
