import { expect, it } from 'vitest';
import { agentOfPath } from './current-agent';

it.each([
  ['/agents/12/memory', { agentId: '12', part: 'memory' }],
  ['/agents/12/chat/99', { agentId: '12', part: 'chat' }],
  ['/agents/12', { agentId: '12', part: undefined }],
  ['/agents/12/elsewhere', { agentId: '12', part: undefined }],
  ['/agents/new', { agentId: undefined, part: undefined }],
  ['/agents', { agentId: undefined, part: undefined }],
  ['/settings/health', { agentId: undefined, part: undefined }],
])('%s names %j', (path, expected) => {
  expect(agentOfPath(path)).toEqual(expected);
});
