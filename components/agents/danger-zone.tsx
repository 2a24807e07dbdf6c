'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { Card, Section } from '@/components/ui/surface';
import { toast } from '@/components/ui/toast';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useEraseAgent } from '@/lib/agents/hooks';

const losses = ['chats', 'memories', 'soul', 'identity', 'access'] as const;

function Losses() {
  const t = useTranslations();
  return (
    <ul className="grid list-disc gap-1 ps-5 marker:text-muted-foreground">
      {losses.map((loss) => (
        <li key={loss}>{t(`losses.${loss}`)}</li>
      ))}
    </ul>
  );
}

/** What cannot be taken back. */
export function DangerZone({ agentId, name }: { agentId: string; name: string }) {
  const report = useErrorToast();
  const t = useTranslations();
  const router = useRouter();
  const erase = useEraseAgent(agentId);
  const eraseForGood = () =>
    erase.mutate(undefined, {
      ...report,
      onSuccess: () => {
        toast.success(t('danger.erased', { name }));
        router.replace('/agents');
      },
    });
  return (
    <Section title={t('danger.title')}>
      <Card className="grid gap-4 border-danger/40 p-4">
        <div className="grid gap-2 text-body">
          <p className="font-medium">{t('danger.eraseTitle')}</p>
          <p className="text-muted-foreground">{t('danger.eraseText')}</p>
          <Losses />
        </div>
        <Confirm
          trigger={
            <Button variant="danger" className="justify-self-start" busy={erase.isPending}>
              {t('danger.eraseName', { name })}
            </Button>
          }
          title={t('danger.eraseQuestion', { name })}
          description={t('danger.eraseFinal')}
          confirmLabel={t('danger.erase')}
          typeToConfirm={name}
          onConfirm={eraseForGood}
        />
      </Card>
    </Section>
  );
}
