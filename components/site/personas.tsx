import Link from 'next/link';
import { AgentAvatar } from '@/components/agents/avatar';
import { templateIds } from '@/lib/templates/schema';
import { getTranslations } from '@/messages/server';

/** Every persona by name; each leads to the creation of an agent like it. */
export async function Personas() {
  const t = await getTranslations();
  return (
    <section aria-labelledby="personas" className="grid gap-6 [contain-intrinsic-size:auto_40rem] [content-visibility:auto]">
      <div className="grid max-w-reading gap-2">
        <h2 id="personas" className="text-heading font-semibold">
          {t('landing.personasTitle', { count: String(templateIds.length) })}
        </h2>
        <p className="text-reading text-muted-foreground">{t('landing.personasText')}</p>
      </div>
      <ul className="grid grid-cols-1 gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {templateIds.map((id) => (
          <li key={id} className="border-t">
            <Link
              href={`/agents/new?template=${id}`}
              prefetch={false}
              className="group -mx-2 flex items-center gap-3 rounded-md px-2 py-2.5 transition-colors hover:bg-raised"
            >
              <AgentAvatar publicKey={id} className="size-8" />
              <span className="grid min-w-0">
                <span className="truncate text-body font-medium">{t(`templates.${id}.name`)}</span>
                <span className="truncate text-label text-muted-foreground">{t(`templates.${id}.tagline`)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
