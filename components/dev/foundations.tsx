import { ArrowRight, Check, Plus, Trash2 } from 'lucide-react';
import { AgentAvatar } from '@/components/agents/avatar';
import { Mark, Wordmark } from '@/components/shell/mark';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Row, Specimen } from './specimen';

const grounds = ['bg-background', 'bg-surface', 'bg-raised', 'bg-pressed', 'bg-accent-soft', 'bg-accent', 'bg-mark'];
const charts = ['bg-chart-1', 'bg-chart-2', 'bg-chart-3', 'bg-chart-4', 'bg-chart-5', 'bg-chart-6'];
const keys = ['ada', 'bo', 'cleo', 'dov', 'elif', 'femi', 'gia', 'hal'];
const type = [
  ['text-display font-semibold', 'Display'],
  ['text-heading font-semibold', 'Heading of a page'],
  ['text-title font-semibold', 'Title of a section or a card'],
  ['text-lead', 'Lead: the sentence under a display line.'],
  ['text-reading', 'Reading: replies, memories and the soul, at 68 characters a line.'],
  ['text-body', 'Body: everything that one works with.'],
  ['text-label text-muted-foreground', 'Label: hints, secondary lines, small buttons.'],
  ['text-caption text-muted-foreground', 'Caption: times, counts, badges.'],
  ['font-mono text-label', '0x12ab…89ef · 1,024'],
] as const;

function Swatches({ classes }: { classes: readonly string[] }) {
  return (
    <ul className="grid grid-cols-4 gap-2 sm:grid-cols-7">
      {classes.map((name) => (
        <li key={name} className="grid min-w-0 gap-1 text-caption text-muted-foreground">
          <span className={`h-9 rounded-md border ${name}`} />
          <span className="truncate">{name.slice(3)}</span>
        </li>
      ))}
    </ul>
  );
}

export function Foundations() {
  return (
    <>
      <Specimen name="Mark and agents">
        {() => (
          <>
            <Row>
              <Wordmark />
              <Wordmark className="text-heading" />
              <Mark className="size-4" />
              <Mark className="size-5" />
              <Mark className="size-12" />
            </Row>
            <Row>
              {keys.map((key) => (
                <AgentAvatar key={key} publicKey={key} className="size-11 rounded-lg" />
              ))}
            </Row>
            <Row>
              {keys.map((key) => (
                <AgentAvatar key={key} publicKey={key} className="size-5 rounded-sm" />
              ))}
              <Avatar name="Ada Lovelace" />
              <Avatar name="Bo" size="large" status={{ tone: 'positive', label: 'Ready' }}>
                <AgentAvatar publicKey="bo" />
              </Avatar>
              <Avatar name="Cleo" size="huge" status={{ tone: 'warning', label: 'Paused' }}>
                <AgentAvatar publicKey="cleo" />
              </Avatar>
            </Row>
          </>
        )}
      </Specimen>
      <Specimen name="Colours">
        {() => (
          <>
            <Swatches classes={grounds} />
            <Swatches classes={charts} />
          </>
        )}
      </Specimen>
      <Specimen name="Type">
        {() => (
          <div className="grid gap-2">
            {type.map(([name, text]) => (
              <p key={name} className={name}>
                {text}
              </p>
            ))}
          </div>
        )}
      </Specimen>
      <Specimen name="Button">
        {() => (
          <>
            <Row>
              <Button>Create agent</Button>
              <Button variant="secondary">Cancel</Button>
              <Button variant="ghost">Show more</Button>
              <Button variant="danger">Delete</Button>
              <Button variant="link">Read how it works</Button>
            </Row>
            <Row>
              <Button disabled>Create agent</Button>
              <Button variant="secondary" disabled>
                Cancel
              </Button>
              <Button busy>Create agent</Button>
              <Button variant="secondary" busy>
                Save
              </Button>
              <Button variant="secondary" busy busyLabel="Waiting for the wallet">
                Continue
              </Button>
            </Row>
            <Row>
              <Button size="small">
                <Plus aria-hidden />
                Small
              </Button>
              <Button size="large">
                Large
                <ArrowRight aria-hidden />
              </Button>
              <Button variant="ghost" size="icon" aria-label="Delete">
                <Trash2 aria-hidden />
              </Button>
              <Button variant="secondary" size="icon-small" aria-label="Choose">
                <Check aria-hidden />
              </Button>
            </Row>
          </>
        )}
      </Specimen>
    </>
  );
}
