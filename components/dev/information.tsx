import { Bot, Brain, Pin } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Kbd } from '@/components/ui/kbd';
import { Meter, Progress } from '@/components/ui/meter';
import { OfflineBanner } from '@/components/ui/offline';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { Badge, Card, Notice, Skeleton } from '@/components/ui/surface';
import { Row, Specimen } from './specimen';

const tones = ['neutral', 'outline', 'accent', 'positive', 'warning', 'danger'] as const;
const retry = () => undefined;

export function Information() {
  return (
    <>
      <Specimen name="Badge and kbd">
        {() => (
          <>
            <Row>
              {tones.map((tone) => (
                <Badge key={tone} tone={tone}>
                  {tone}
                </Badge>
              ))}
              <Badge tone="accent">
                <Pin aria-hidden />
                pinned
              </Badge>
            </Row>
            <Row>
              <Kbd>⌘</Kbd>
              <Kbd>K</Kbd>
              <Kbd>Enter</Kbd>
              <Kbd>?</Kbd>
            </Row>
          </>
        )}
      </Specimen>
      <Specimen name="Notice and callout">
        {() => (
          <>
            <Notice>A remark that stays on the page.</Notice>
            <Callout tone="info" title="This agent learns from what you tell it">
              What it keeps is listed under Memory.
            </Callout>
            <Callout
              tone="warning"
              title="No language model is set"
              actions={
                <Button size="small" variant="secondary">
                  Add a model
                </Button>
              }
            >
              Answers are quoted from memories until one is.
            </Callout>
            <Callout tone="danger" title="The soul was changed elsewhere">
              Your text is kept. Compare the two before you save.
            </Callout>
            <Callout tone="positive" title="The key works" />
          </>
        )}
      </Specimen>
      <Specimen name="Meter and progress" className="sm:grid-cols-2">
        {() => (
          <>
            <Meter label="Tokens today" used={12_400} limit={50_000} text="12,400 of 50,000" hint="Starts anew at midnight UTC." />
            <Meter label="Tokens today" used={44_000} limit={50_000} text="44,000 of 50,000" />
            <Meter label="Tokens today" used={50_000} limit={50_000} text="50,000 of 50,000" />
            <Meter label="Context" used={30} limit={100} text="30 %" compact className="self-center" />
            <Progress label="Clarity" percent={64} text="64 %" />
            <Progress label="Importing" />
          </>
        )}
      </Specimen>
      <Specimen name="Skeleton" className="sm:grid-cols-2">
        {() => (
          <Card className="grid gap-3 p-4">
            <div className="flex items-center gap-3">
              <Skeleton className="size-11 rounded-lg" />
              <div className="grid flex-1 gap-2">
                <Skeleton className="h-4 w-1/2" />
                <Skeleton className="h-3 w-4/5" />
              </div>
            </div>
            <Skeleton className="h-16" />
          </Card>
        )}
      </Specimen>
      <Specimen name="Empty, error and offline state">
        {() => (
          <>
            <EmptyState icon={<Brain aria-hidden />} title="Nothing is remembered yet" action={<Button>Add a memory</Button>}>
              Tell the agent something about yourself, and it keeps what matters here.
            </EmptyState>
            <EmptyState icon={<Bot aria-hidden />} title="No agent has that name">
              Try fewer words.
            </EmptyState>
            <ErrorState error={{ message: 'The database did not answer in time.', requestId: '0192f7' }} onRetry={retry} />
            <ErrorState error={{ message: '', code: 'NETWORK' }} onRetry={retry} />
            <OfflineBanner show>You are offline. What you type is kept in this browser.</OfflineBanner>
          </>
        )}
      </Specimen>
    </>
  );
}
