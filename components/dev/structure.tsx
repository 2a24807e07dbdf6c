import { KeyRound, MessageSquare, Pencil, Plus } from 'lucide-react';
import { PageHeader } from '@/components/shell/page-header';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Button } from '@/components/ui/button';
import { CodeBlock, InlineCode } from '@/components/ui/code-block';
import { CopyButton } from '@/components/ui/copy-button';
import { LoadMore, Pagination } from '@/components/ui/pagination';
import { Stat, StatList } from '@/components/ui/stat';
import { Badge, Card, Section } from '@/components/ui/surface';
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table';
import { Timeline, TimelineItem } from '@/components/ui/timeline';
import { Row, Specimen } from './specimen';

const days = [
  { day: '20 November', kind: 'Chat', tokens: '12,480', cost: '$0.0214' },
  { day: '21 November', kind: 'Memory', tokens: '3,102', cost: '$0.0032' },
  { day: '22 November', kind: 'A kind with a name that is longer than its column', tokens: '980', cost: '$0.0009' },
];
const code =
  'curl -N https://agents.example.com/api/selfclaw/v1/hosted-agents/12/chat \\\n  -H "Authorization: Bearer $KEY" \\\n  -d \'{"message":"Hello"}\'';
const nothing = () => undefined;

export function Structure() {
  return (
    <>
      <Specimen name="Page header, breadcrumb, section, card">
        {(theme) => (
          <>
            <PageHeader
              level="h2"
              above={<Breadcrumb label={`Path, ${theme}`} steps={[{ label: 'Settings', href: '/settings' }, { label: 'API keys' }]} />}
              title="API keys"
              description="Programs act for you with a key. Give each its own, so that you can take one back."
              action={
                <Button>
                  <Plus aria-hidden />
                  Create key
                </Button>
              }
            />
            <Section
              title="Sessions"
              description="Where you are signed in."
              action={
                <Button variant="secondary" size="small">
                  Sign out everywhere
                </Button>
              }
            >
              <Card className="p-4">This browser</Card>
            </Section>
          </>
        )}
      </Specimen>
      <Specimen name="Stat">
        {() => (
          <StatList>
            <Stat label="Tokens today" value="12,480" note="Up 8 % from yesterday" />
            <Stat label="Cost today" value="$0.02" />
            <Stat label="Memories" value="148" />
            <Stat label="Score" value="" pending />
          </StatList>
        )}
      </Specimen>
      <Specimen name="Table, pagination, load more">
        {(theme) => (
          <>
            <Table label={`Usage by day, ${theme}`}>
              <TableHead>
                <TableRow>
                  <TableHeading>Day</TableHeading>
                  <TableHeading>Kind</TableHeading>
                  <TableHeading numeric>Tokens</TableHeading>
                  <TableHeading numeric>Cost</TableHeading>
                </TableRow>
              </TableHead>
              <TableBody>
                {days.map((row, index) => (
                  <TableRow key={row.day} className={index === 1 ? 'bg-accent-soft' : undefined}>
                    <TableCell>{row.day}</TableCell>
                    <TableCell>
                      <Badge>{row.kind}</Badge>
                    </TableCell>
                    <TableCell numeric>{row.tokens}</TableCell>
                    <TableCell numeric>{row.cost}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
            <Pagination label={`Pages, ${theme}`} previousLabel="Earlier" nextLabel="Later" position="21–40 of 134" onNext={nothing} />
            <LoadMore label="Show more" busy={false} onLoad={nothing} />
          </>
        )}
      </Specimen>
      <Specimen name="Timeline">
        {() => (
          <Timeline>
            <TimelineItem
              icon={<Pencil aria-hidden />}
              tone="accent"
              title="Soul changed"
              time="2 minutes ago"
              dateTime="2026-11-22T06:00:00Z"
            >
              Version 4, by you.
            </TimelineItem>
            <TimelineItem
              icon={<MessageSquare aria-hidden />}
              title="Answered “What am I allergic to?”"
              time="1 hour ago"
              dateTime="2026-11-22T05:00:00Z"
            />
            <TimelineItem
              icon={<KeyRound aria-hidden />}
              tone="warning"
              title="A key was made"
              time="Yesterday"
              dateTime="2026-11-21T05:00:00Z"
            >
              My laptop, for reading and chat.
            </TimelineItem>
            <TimelineItem title="Created" time="20 November" dateTime="2026-11-20T05:00:00Z" />
          </Timeline>
        )}
      </Specimen>
      <Specimen name="Code block and copy button">
        {() => (
          <>
            <CodeBlock code={code} title="bash" copyLabel="Copy code" />
            <Row>
              <CopyButton text="0x12ab" label="Copy address" />
              <CopyButton variant="secondary" text="0x12ab" label="Copy the key" showLabel />
              <span>
                Send it as <InlineCode>Authorization</InlineCode>.
              </span>
            </Row>
          </>
        )}
      </Specimen>
    </>
  );
}
