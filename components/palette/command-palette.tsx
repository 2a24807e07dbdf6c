'use client';

import { Brain, History, LoaderCircle, MessageSquare, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Dialog as Primitive } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCurrentAgent } from '@/components/shell/current-agent';
import { ShortcutKeys } from '@/components/shell/key-names';
import { useShell } from '@/components/shell/shell-context';
import { Button } from '@/components/ui/button';
import { Command, CommandGroup, CommandInput, CommandItem, CommandList } from '@/components/ui/command';
import { overlayStyles } from '@/components/ui/layer-styles';
import { type PaletteAction, usePaletteActions } from './palette-actions';
import { beginning, fits } from './palette-words';
import { keepRecentPlace, readRecentPlaces, type RecentPlace } from './recent-places';
import { usePaletteSearch } from './use-palette-search';

type Go = (place: RecentPlace) => void;

function ActionGroup({
  heading,
  actions,
  onChoose,
}: {
  heading: string;
  actions: PaletteAction[];
  onChoose: (action: PaletteAction) => void;
}) {
  if (actions.length === 0) return null;
  return (
    <CommandGroup heading={heading}>
      {actions.map((action) => (
        <CommandItem
          key={action.id}
          value={action.id}
          onSelect={() => onChoose(action)}
          aside={action.shortcut && <ShortcutKeys id={action.shortcut} />}
        >
          {action.icon}
          <span className="truncate">{action.label}</span>
        </CommandItem>
      ))}
    </CommandGroup>
  );
}

type Found = { id: string; label: string; text?: string; agentName: string; href: string };

function FoundGroup({ heading, icon, found, go }: { heading: string; icon: ReactNode; found: Found[]; go: Go }) {
  if (found.length === 0) return null;
  return (
    <CommandGroup heading={heading}>
      {found.map(({ id, label, text, agentName, href }) => (
        <CommandItem key={id} value={id} onSelect={() => go({ href, label })} aside={agentName}>
          {icon}
          <span className="grid min-w-0">
            <span className="truncate">{label}</span>
            {text && <span className="truncate text-caption text-muted-foreground">{text}</span>}
          </span>
        </CommandItem>
      ))}
    </CommandGroup>
  );
}

function RecentGroup({ places, go }: { places: RecentPlace[]; go: Go }) {
  const t = useTranslations();
  if (places.length === 0) return null;
  return (
    <CommandGroup heading={t('palette.recent')}>
      {places.map((place) => (
        <CommandItem key={place.href} value={`recent ${place.href}`} onSelect={() => go(place)}>
          <History aria-hidden />
          <span className="truncate">{place.label}</span>
        </CommandItem>
      ))}
    </CommandGroup>
  );
}

function Results({ typed, go, run }: { typed: string; go: Go; run: (action: PaletteAction) => void }) {
  const t = useTranslations();
  const { walletAddress } = useShell();
  const { agents } = useCurrentAgent();
  const actions = usePaletteActions();
  const search = usePaletteSearch(agents, typed);
  const [recent] = useState(() => readRecentPlaces(walletAddress));
  const empty = typed.trim() === '';
  const shown = actions.filter((action) => (empty ? !action.onlySearched : fits(typed, action.label)));
  const of = (group: PaletteAction['group']) => shown.filter((action) => action.group === group);
  const conversations = search.conversations.map(({ agent, conversation, excerpt }) => ({
    id: `conversation ${conversation.id}`,
    label: conversation.title ?? t('conversations.untitled'),
    text: excerpt === conversation.title ? undefined : excerpt,
    agentName: agent.name,
    href: `/agents/${agent.id}/chat/${conversation.id}`,
  }));
  const memories = search.memories.map(({ agent, memory }) => ({
    id: `memory ${memory.id}`,
    label: memory.content,
    agentName: agent.name,
    href: `/agents/${agent.id}/memory?q=${encodeURIComponent(beginning(memory.content))}`,
  }));
  const count = shown.length + conversations.length + memories.length;
  return (
    <>
      <CommandList label={t('palette.title')} className="max-h-none flex-1 sm:max-h-[min(26rem,60dvh)]">
        {empty && <RecentGroup places={recent} go={go} />}
        <FoundGroup heading={t('palette.memories')} icon={<Brain aria-hidden />} found={memories} go={go} />
        <FoundGroup heading={t('palette.conversations')} icon={<MessageSquare aria-hidden />} found={conversations} go={go} />
        <ActionGroup heading={t('palette.actions')} actions={of('actions')} onChoose={run} />
        <ActionGroup heading={t('palette.go')} actions={of('go')} onChoose={run} />
        <ActionGroup heading={t('palette.appearance')} actions={of('appearance')} onChoose={run} />
      </CommandList>
      <div className="flex min-h-9 items-center gap-2 border-t px-4 py-1.5 text-caption text-muted-foreground">
        {search.failed ? (
          <p role="alert" className="flex flex-wrap items-center gap-x-3 text-danger">
            {t('palette.failed')}
            <Button variant="link" size="small" onClick={search.retry}>
              {t('common.retry')}
            </Button>
          </p>
        ) : (
          <p role="status" className="flex items-center gap-2">
            {search.loading && <LoaderCircle aria-hidden className="size-3.5 animate-spin" />}
            {search.loading
              ? t('palette.loading')
              : empty
                ? t('palette.shortWords')
                : count === 0
                  ? t('palette.empty')
                  : t('palette.results', { count })}
          </p>
        )}
      </div>
    </>
  );
}

/** Everything by its name: pages, deeds, and what was said and remembered. A whole sheet on a phone. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  const router = useRouter();
  const { walletAddress } = useShell();
  const [typed, setTyped] = useState('');
  const go: Go = (place) => {
    keepRecentPlace(walletAddress, place);
    onClose();
    router.push(place.href);
  };
  const run = (action: PaletteAction) => {
    if (action.href) return go({ href: action.href, label: action.label });
    onClose();
    action.run?.();
  };
  return (
    <Primitive.Root open onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className={overlayStyles} />
        <Primitive.Content
          aria-describedby={undefined}
          onKeyDown={(event) => {
            if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
            event.preventDefault();
            onClose();
          }}
          className="fixed z-50 flex flex-col overflow-hidden border bg-surface shadow-modal outline-none duration-layer data-[state=open]:animate-in data-[state=open]:fade-in-0 max-sm:inset-0 max-sm:border-0 max-sm:pb-[env(safe-area-inset-bottom)] sm:inset-x-4 sm:top-[12dvh] sm:mx-auto sm:max-w-xl sm:rounded-xl"
        >
          <Primitive.Title className="sr-only">{t('palette.title')}</Primitive.Title>
          <Command shouldFilter={false} label={t('palette.title')} className="flex-1">
            <CommandInput
              value={typed}
              onValueChange={setTyped}
              placeholder={t('palette.hint')}
              maxLength={200}
              aside={
                <Primitive.Close asChild>
                  <Button variant="ghost" size="icon-small" aria-label={t('common.close')} className="-me-2 text-muted-foreground">
                    <X aria-hidden />
                  </Button>
                </Primitive.Close>
              }
            />
            <Results typed={typed} go={go} run={run} />
          </Command>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
