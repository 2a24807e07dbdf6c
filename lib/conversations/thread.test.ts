import { describe, expect, it } from 'vitest';
import type { MessageWire } from './schema';
import { append, hasOlder, type MessagePage, replaceFrom, takeNewest, takeOlder, type Thread } from './thread';

const message = (number: number, content = `text ${number}`) => ({ id: `m${number}`, content, status: 'completed' }) as MessageWire;
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => message(from + index));
const page = (messages: MessageWire[], total: number, limit = 4): MessagePage => ({ messages, total, limit, conversationId: 1, offset: 0 });
const ids = (thread: Thread) => thread.messages.map(({ id }) => Number(id.slice(1)));

describe('a conversation that is read in parts', () => {
  it('grows upwards until its first message', () => {
    const newest = takeNewest(undefined, page(range(7, 10), 10));
    expect(hasOlder(newest)).toBe(true);
    const more = takeOlder(newest, page(range(3, 6), 10), 'm7');
    const all = takeOlder(more, page(range(1, 2), 10), 'm3');
    expect(ids(all)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(hasOlder(all)).toBe(false);
  });

  it('keeps what was read before when the newest page is read again', () => {
    const known = takeOlder(takeNewest(undefined, page(range(5, 8), 8)), page(range(1, 4), 8), 'm5');
    const again = takeNewest(known, page(range(7, 10), 10));
    expect(ids(again)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(again.messages[6]).toBe(known.messages[6]);
  });

  it('draws a changed message anew, and only that one', () => {
    const known = takeNewest(undefined, page(range(1, 3), 3));
    const again = takeNewest(known, page([message(1), message(2, 'other words'), message(3)], 3));
    expect(again.messages.map((one, index) => one === known.messages[index])).toEqual([true, false, true]);
  });

  it('forgets what follows an edited message', () => {
    const known = takeOlder(takeNewest(undefined, page(range(5, 8), 8)), page(range(1, 4), 8), 'm5');
    const edited = takeNewest(known, page([message(1), message(2), message(11), message(12)], 4));
    expect(ids(edited)).toEqual([1, 2, 11, 12]);
    expect(hasOlder(edited)).toBe(false);
  });

  it('shows no gap when more was said elsewhere than a page holds', () => {
    const known = takeNewest(undefined, page(range(1, 4), 4));
    const again = takeNewest(known, page(range(9, 12), 12));
    expect(ids(again)).toEqual([9, 10, 11, 12]);
    expect(hasOlder(again)).toBe(true);
  });

  it('does not put an older page before a beginning that has moved', () => {
    const known = takeNewest(undefined, page(range(9, 12), 12));
    expect(takeOlder(known, page(range(1, 4), 12), 'm5')).toBe(known);
  });

  it('takes what was sent at its end once', () => {
    const known = takeNewest(undefined, page(range(1, 4), 4));
    const sent = append(append(known, range(5, 6)), range(5, 6));
    expect(ids(sent)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(sent.total).toBe(6);
  });

  it('puts a revised exchange in the place of a message and what followed it', () => {
    const known = takeNewest(undefined, page(range(5, 8), 8));
    const revised = replaceFrom(known, 'm7', range(11, 12));
    expect(ids(revised)).toEqual([5, 6, 11, 12]);
    expect(hasOlder(revised)).toBe(true);
    expect(replaceFrom(known, 'm99', range(11, 12))).toBe(known);
  });
});
