'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { Select } from '@/components/ui/field';
import { ErrorState } from '@/components/ui/states';
import { Badge, Card, Notice, Section, Skeleton } from '@/components/ui/surface';
import { toast } from '@/components/ui/toast';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useDeleteGrant, useGrants, usePutGrant } from '@/lib/grants/hooks';

type Grants = NonNullable<ReturnType<typeof useGrants>['data']>;

function Granted({ agentId, grants }: { agentId: string; grants: Grants['grants'] }) {
  const report = useErrorToast();
  const t = useTranslations();
  const format = useFormat();
  const end = useDeleteGrant(agentId);
  if (grants.length === 0) return <p className="text-body text-muted-foreground">{t('grants.empty')}</p>;
  return (
    <Card>
      <ul className="divide-y">
        {grants.map((grant) => (
          <li key={grant.partnerId} className="flex flex-wrap items-center gap-3 px-4 py-3">
            <div className="min-w-0 flex-1">
              <p className="flex items-center gap-2 text-body font-medium">
                <span className="truncate">{grant.partnerName}</span>
                <Badge>{t(grant.source === 'creator' ? 'grants.creator' : 'grants.granted')}</Badge>
              </p>
              <p className="text-caption text-muted-foreground">{format.dateTime(grant.grantedAt)}</p>
            </div>
            <Confirm
              trigger={
                <Button variant="secondary" size="small">
                  {t('grants.end')}
                </Button>
              }
              title={t('grants.endTitle', { name: grant.partnerName })}
              description={t('grants.endText')}
              confirmLabel={t('grants.end')}
              onConfirm={() =>
                end.mutateAndTell(grant.partnerId, {
                  ...report,
                  onSuccess: () => void toast.success(t('grants.ended', { name: grant.partnerName })),
                })
              }
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function LetIn({ agentId, partners }: { agentId: string; partners: Grants['partners'] }) {
  const report = useErrorToast();
  const t = useTranslations();
  const put = usePutGrant(agentId);
  const [chosen, choose] = useState('');
  const allow = () =>
    put.mutate(
      { partnerId: chosen },
      {
        ...report,
        onSuccess: () => {
          toast.success(t('grants.allowed', { name: partners.find(({ id }) => id === chosen)?.name ?? '' }));
          choose('');
        },
      },
    );
  return (
    <div className="flex gap-2">
      <Select aria-label={t('grants.partner')} value={chosen} onChange={(event) => choose(event.target.value)}>
        <option value="">{t('grants.choose')}</option>
        {partners.map((partner) => (
          <option key={partner.id} value={partner.id}>
            {partner.name}
          </option>
        ))}
      </Select>
      <Button variant="secondary" disabled={chosen === ''} busy={put.isPending} onClick={allow}>
        {t('grants.allow')}
      </Button>
    </div>
  );
}

/** Which partners may use the agent; and the adoption of one that a partner made. */
export function PartnerGrants({ agentId }: { agentId: string }) {
  const report = useErrorToast();
  const t = useTranslations();
  const grants = useGrants(agentId);
  const put = usePutGrant(agentId);
  const partners = grants.data?.partners.filter((partner) => grants.data.grants.every((grant) => grant.partnerId !== partner.id)) ?? [];
  return (
    <Section title={t('grants.title')} description={t('grants.text')}>
      {grants.isPending && <Skeleton className="h-17 rounded-lg" />}
      {grants.error && !grants.data && <ErrorState error={grants.error} onRetry={() => void grants.refetch()} />}
      {grants.data?.adoptable && (
        <Notice className="items-center">
          <p className="flex-1">{t('grants.adoptText')}</p>
          <Button size="small" busy={put.isPending} onClick={() => put.mutate({ adopt: true }, report)}>
            {t('grants.adopt')}
          </Button>
        </Notice>
      )}
      {grants.data && <Granted agentId={agentId} grants={grants.data.grants} />}
      {grants.data && partners.length > 0 && <LetIn agentId={agentId} partners={partners} />}
      {grants.data && partners.length === 0 && (
        <p className="text-label text-muted-foreground">{t(grants.data.partners.length === 0 ? 'grants.none' : 'grants.allLetIn')}</p>
      )}
      <div className="grid gap-1 text-label text-muted-foreground">
        <p>{t('grants.may')}</p>
        <p>{t('grants.mayNot')}</p>
      </div>
    </Section>
  );
}
