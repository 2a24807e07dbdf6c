'use client';

import { Sparkles } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/meter';
import { Card } from '@/components/ui/surface';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useStartReflection } from '@/lib/reflections/hooks';
import type { ReflectionsWire } from '@/lib/reflections/schema';

/** Something that there must be enough of; a full bar means that it is there. */
function Need({ label, have, need }: { label: string; have: number; need: number }) {
  const t = useTranslations();
  const text = t('reflection.haveOfNeed', { have, need });
  if (have < need) return <Progress label={label} percent={(have / need) * 100} text={text} />;
  return (
    <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-caption">
      <span className="font-medium">{label}</span>
      <span className="text-muted-foreground tabular-nums">{text}</span>
    </p>
  );
}

function UnderWay({ pass }: { pass: ReflectionsWire['reflections'][number] }) {
  const t = useTranslations();
  const format = useFormat();
  const step = t(`reflection.steps.${pass.step ?? 'reading'}`);
  return (
    <Card className="grid gap-3 p-4 sm:p-5">
      <h3 className="text-title font-semibold">{t('reflection.underWay')}</h3>
      <Progress label={step} percent={pass.progress} text={format.percent(pass.progress / 100)} />
      <p role="status" className="text-label text-muted-foreground">
        {t('reflection.underWayText', { step })}
      </p>
    </Card>
  );
}

/** What the next pass needs and costs, and when it may begin; or how far the one is that is under way. */
export function NextPass({ agentId, list }: { agentId: string; list: ReflectionsWire }) {
  const t = useTranslations();
  const format = useFormat();
  const start = useStartReflection(agentId);
  const report = useErrorToast();
  const open = list.reflections.find(({ status }) => status === 'processing');
  if (open) return <UnderWay pass={open} />;
  const { memories, conversations, possibleAt, languageModel, costUsd, tokens } = list.next;
  const knowsEnough = memories.have >= memories.need && conversations.have >= conversations.need;
  return (
    <Card className="grid gap-4 p-4 sm:p-5">
      <div className="grid gap-1">
        <h3 className="text-title font-semibold">{t('reflection.next')}</h3>
        <p className="max-w-reading text-body text-muted-foreground">
          {t(languageModel ? 'reflection.withModel' : 'reflection.withoutModel')}
        </p>
      </div>
      <div className="grid gap-x-10 gap-y-3 sm:grid-cols-2">
        <Need label={t('reflection.memories')} {...memories} />
        <Need label={t('reflection.conversations')} {...conversations} />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button busy={start.isPending} disabled={!knowsEnough || possibleAt !== null} onClick={() => start.mutate(undefined, report)}>
          <Sparkles aria-hidden />
          {t('reflection.start')}
        </Button>
        <p className="text-label text-muted-foreground">
          {possibleAt
            ? t('reflection.possibleAt', { time: format.dateTime(possibleAt) })
            : languageModel
              ? t('reflection.cost', { cost: format.usd(Number(costUsd)), tokens: format.integer(tokens) })
              : t('reflection.free')}
        </p>
      </div>
      {!knowsEnough && <p className="text-label text-muted-foreground">{t('reflection.knowsTooLittle')}</p>}
    </Card>
  );
}
