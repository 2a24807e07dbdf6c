'use client';

import dynamic from 'next/dynamic';
import { memo } from 'react';
import { isOpen } from '@/lib/conversations/hooks';
import type { MessageWire } from '@/lib/conversations/schema';
import { OwnMessage } from './own-message';
import { FinishedReply, OpenReply } from './reply';

// Few messages have any; the server draws them, so that nothing moves when their code comes. Without a stand-in of its own the whole page
// would wait for it.
const CompactionNotices = dynamic(() => import('./compaction-notice').then((module) => module.CompactionNotices), {
  loading: () => null,
});

/** What the rows of a conversation can do, and what is going on with them. */
export type RowActions = {
  agentId: string;
  /** Nothing is being written or changed, so that something may be. */
  changeable: boolean;
  editingId: string | undefined;
  revision: { messageId: string; message: string } | undefined;
  regeneratingId: string | undefined;
  /** The open reply whose words are read. */
  followedId: string | undefined;
  lastId: string | undefined;
  /** The message that a search led to. */
  soughtId: string | undefined;
  onEditing: (messageId: string | undefined) => void;
  onEdit: (messageId: string, message: string) => void;
  onRegenerate: (messageId: string) => void;
};

/** One message of a conversation. */
export const MessageRow = memo(function MessageRow({ message, actions }: { message: MessageWire; actions: RowActions }) {
  const { agentId, changeable, revision, regeneratingId } = actions;
  return (
    <div
      data-row=""
      data-message={message.id}
      className={message.id === actions.soughtId ? 'rounded-lg outline-2 outline-offset-8 outline-accent/50' : undefined}
    >
      {message.role === 'user' && (
        <OwnMessage
          id={message.id}
          content={message.content}
          revision={revision?.messageId === message.id ? revision.message : undefined}
          editing={actions.editingId === message.id}
          onEditing={changeable ? actions.onEditing : undefined}
          onEdit={actions.onEdit}
        />
      )}
      {message.role === 'assistant' &&
        (isOpen(message) ? (
          <OpenReply agentId={agentId} message={message} followed={message.id === actions.followedId} />
        ) : (
          <FinishedReply
            agentId={agentId}
            message={message}
            regenerating={regeneratingId === message.id}
            onRegenerate={message.id === actions.lastId && (changeable || regeneratingId === message.id) ? actions.onRegenerate : undefined}
          />
        ))}
      {message.role === 'system' && <p className="text-center text-caption text-muted-foreground">{message.content}</p>}
      {message.compactions && <CompactionNotices notices={message.compactions} />}
    </div>
  );
});
