'use client';

import { createParser } from 'eventsource-parser';
import { useEffect, useRef, useState } from 'react';
import { prepareTrial, type Trial, type TrialInput } from './trial';

/** Characters of an answer that are shown. */
const LONGEST_TEXT = 200_000;

export type TrialAnswer = {
  status: number;
  headers: [string, string][];
  timeMs: number;
  text: string;
  truncated: boolean;
  stream: 'none' | 'open' | 'ended' | 'stopped';
  /** The reply's text, put together from the events of a stream. */
  reply: string;
};

export type TrialState = { kind: 'idle' } | { kind: 'sending' } | { kind: 'failed' } | { kind: 'answered'; answer: TrialAnswer };

function prettyText(text: string, contentType: string): string {
  if (!contentType.includes('json')) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function cut(text: string): Pick<TrialAnswer, 'text' | 'truncated'> {
  return { text: text.slice(0, LONGEST_TEXT), truncated: text.length > LONGEST_TEXT };
}

async function readStream(response: Response, show: (part: { text: string; reply: string }) => void): Promise<void> {
  let text = '';
  let reply = '';
  const parser = createParser({
    onEvent: ({ data }) => {
      try {
        const { content } = JSON.parse(data) as { content?: unknown };
        if (typeof content === 'string') reply += content;
      } catch {
        // Not an event of a reply: it is shown as it came.
      }
    },
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += value;
    parser.feed(value);
    show({ text, reply });
  }
}

/** Sends calls of one operation, one at a time, and gives what comes back as it comes. */
export function useTrial(trial: Trial) {
  const [state, setState] = useState<TrialState>({ kind: 'idle' });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function send(input: TrialInput): Promise<void> {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const startedMs = performance.now();
    setState({ kind: 'sending' });
    let answer: TrialAnswer | undefined;
    const show = (changes: Partial<TrialAnswer>) => {
      if (running.current !== controller || !answer) return;
      answer = { ...answer, ...changes, timeMs: Math.round(performance.now() - startedMs) };
      setState({ kind: 'answered', answer });
    };
    try {
      const { address, options } = prepareTrial(trial, input);
      const response = await fetch(address, { ...options, signal: controller.signal });
      const contentType = response.headers.get('content-type') ?? '';
      const streams = contentType.startsWith('text/event-stream') && response.body !== null;
      answer = {
        status: response.status,
        headers: [...response.headers],
        timeMs: 0,
        text: '',
        truncated: false,
        stream: streams ? 'open' : 'none',
        reply: '',
      };
      if (!streams) {
        show(cut(prettyText(await response.text(), contentType)));
        return;
      }
      show({});
      await readStream(response, ({ text, reply }) => show({ ...cut(text), reply }));
      show({ stream: 'ended' });
    } catch {
      if (answer?.stream === 'open') show({ stream: controller.signal.aborted ? 'stopped' : 'ended' });
      else if (running.current === controller) setState(controller.signal.aborted ? { kind: 'idle' } : { kind: 'failed' });
    }
  }

  return { state, send, stop: () => running.current?.abort() };
}
