import { expect, test } from 'vitest';
import { matchesWords } from './filter';
import { findTrialProblems, prepareTrial, type Trial } from './trial';

const field = { required: false, kind: 'text', choices: [], example: '' } as const;
const trial: Trial = {
  id: 'chat.send',
  method: 'POST',
  path: '/api/selfclaw/v1/hosted-agents/{id}/chat',
  summary: 'Send a message',
  callers: 'keys',
  streams: 'onRequest',
  destructive: false,
  fields: [
    { ...field, choices: [], name: 'id', in: 'path', required: true },
    { ...field, choices: [], name: 'poll', in: 'query' },
    { ...field, choices: [], name: 'Idempotency-Key', in: 'header' },
  ],
  body: { required: true, example: '{}' },
};
const values = { id: '7/..', poll: 'true', 'Idempotency-Key': 'once' };

test('a key travels in a header alone, and without the session of the browser', () => {
  const { address, options } = prepareTrial(trial, {
    values,
    body: '{"message":"Hi"}',
    stream: true,
    caller: { kind: 'key', key: ' mck_secret ' },
  });
  expect(address).toBe('/api/selfclaw/v1/hosted-agents/7%2F../chat?poll=true');
  expect(options).toMatchObject({ method: 'POST', body: '{"message":"Hi"}', credentials: 'omit' });
  expect(options.headers).toEqual({
    Accept: 'text/event-stream',
    'Idempotency-Key': 'once',
    Authorization: 'Bearer mck_secret',
    'Content-Type': 'application/json',
  });
});

test('a session is sent only when it was chosen', () => {
  const call = (kind: 'session' | 'nobody') => prepareTrial(trial, { values, body: '', stream: false, caller: { kind } }).options;
  expect(call('session').credentials).toBe('same-origin');
  expect(call('nobody').credentials).toBe('omit');
  expect(call('session').headers).not.toHaveProperty('Authorization');
});

test('what is missing and what is no JSON is found before anything is sent', () => {
  expect(findTrialProblems(trial, { values: {}, body: '{' })).toMatchObject({ missing: ['id'], badBody: expect.any(String) });
  expect(findTrialProblems(trial, { values, body: '{}' })).toEqual({ missing: [] });
});

test('every word of the filter has to match somewhere', () => {
  const entry = { title: 'Send a message', method: 'POST', path: trial.path };
  expect(matchesWords('post chat', entry, 'Chat')).toBe(true);
  expect(matchesWords('post memories', entry, 'Chat')).toBe(false);
  expect(matchesWords('', entry, 'Chat')).toBe(true);
});
