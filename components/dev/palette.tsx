'use client';

import { Bot, Plus } from 'lucide-react';
import { Command, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList } from '@/components/ui/command';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';

export function Palette({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Go to" className="gap-3">
      <Command label="Go to" className="-mx-2 rounded-md border">
        <CommandInput aria-label="Search" placeholder="Search agents and actions" aside={<Kbd>Esc</Kbd>} />
        <CommandList label="Results">
          <CommandEmpty>Nothing has that name</CommandEmpty>
          <CommandGroup heading="Agents">
            <CommandItem>
              <Bot aria-hidden />
              Ada
            </CommandItem>
            <CommandItem disabled>
              <Bot aria-hidden />
              Bo, who is paused
            </CommandItem>
          </CommandGroup>
          <CommandGroup heading="Actions">
            <CommandItem aside={<Kbd>C</Kbd>}>
              <Plus aria-hidden />
              New agent
            </CommandItem>
          </CommandGroup>
        </CommandList>
      </Command>
    </Dialog>
  );
}
