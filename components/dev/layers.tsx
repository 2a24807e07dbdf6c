import { Copy, Ellipsis, Info, Pencil, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { Dialog } from '@/components/ui/dialog';
import { Field, Input } from '@/components/ui/field';
import { Kbd } from '@/components/ui/kbd';
import { Menu, MenuCheckItem, MenuItem, MenuLabel, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '@/components/ui/menu';
import { Popover } from '@/components/ui/popover';
import { toast } from '@/components/ui/toast';
import { Tooltip } from '@/components/ui/tooltip';
import { Row } from './specimen';

const Palette = dynamic(async () => (await import('./palette')).Palette, { ssr: false });
const paragraphs = Array.from(
  { length: 12 },
  (_, index) => `Line ${index + 1} of something long enough to scroll on every screen that there is.`,
);

function ActionsMenu() {
  const [sort, setSort] = useState('newest');
  const [archived, setArchived] = useState(false);
  return (
    <Menu
      align="start"
      trigger={
        <Button variant="secondary" size="icon" aria-label="Actions">
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      <MenuItem shortcut={<Kbd>E</Kbd>}>
        <Pencil aria-hidden />
        Rename
      </MenuItem>
      <MenuItem disabled>
        <Copy aria-hidden />
        Copy
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>Sort by</MenuLabel>
      <MenuRadioGroup value={sort} onValueChange={setSort}>
        <MenuRadioItem value="newest">Newest first</MenuRadioItem>
        <MenuRadioItem value="name">Name</MenuRadioItem>
      </MenuRadioGroup>
      <MenuCheckItem checked={archived} onCheckedChange={setArchived}>
        Show archived
      </MenuCheckItem>
      <MenuSeparator />
      <MenuItem danger>
        <Trash2 aria-hidden />
        Delete
      </MenuItem>
    </Menu>
  );
}

function Toasts() {
  return (
    <>
      <Button variant="secondary" onClick={() => toast.success('Memory saved', { action: { label: 'Undo', onClick: () => undefined } })}>
        Toast
      </Button>
      <Button variant="secondary" onClick={() => toast.error('The key could not be revoked', { description: 'Try again in a minute.' })}>
        Error toast
      </Button>
    </>
  );
}

/** Layers stand in the theme of the page, so they are opened rather than shown twice. */
export function Layers() {
  const [searching, setSearching] = useState(false);
  return (
    <section aria-labelledby="layers" className="grid gap-2">
      <h2 id="layers" className="text-label font-medium text-muted-foreground">
        Layers
      </h2>
      <Row className="rounded-lg border p-4 sm:p-6">
        <Dialog
          trigger={<Button variant="secondary">Dialog</Button>}
          title="Rename conversation"
          description="The name is yours alone."
          footer={<Button>Save</Button>}
        >
          <Field label="Name">{(control) => <Input {...control} defaultValue="Peanuts" />}</Field>
        </Dialog>
        <Dialog trigger={<Button variant="secondary">Long dialog</Button>} title="What the agent sees" footer={<Button>Done</Button>}>
          {paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </Dialog>
        <Dialog
          placement="end"
          trigger={<Button variant="secondary">Sheet</Button>}
          title="Details"
          description="Beside what it belongs to."
        >
          <p>Tokens, cost and the memories that were used.</p>
        </Dialog>
        <Confirm
          trigger={<Button variant="secondary">Confirm</Button>}
          title="Delete Ada?"
          description="Conversations, memories and the soul go with it. This cannot be taken back."
          confirmLabel="Delete agent"
          typeToConfirm="Ada"
          onConfirm={() => undefined}
        />
        <ActionsMenu />
        <Popover
          label="Details of the reply"
          trigger={
            <Button variant="secondary">
              <Info aria-hidden />
              Popover
            </Button>
          }
        >
          1,204 tokens, 2.1 s
        </Popover>
        <Tooltip label="Write this reply anew" shortcut={<Kbd>R</Kbd>}>
          <Button variant="secondary">Tooltip</Button>
        </Tooltip>
        <Button variant="secondary" onClick={() => setSearching(true)}>
          Palette
        </Button>
        <Toasts />
      </Row>
      {searching && <Palette onClose={() => setSearching(false)} />}
    </section>
  );
}
