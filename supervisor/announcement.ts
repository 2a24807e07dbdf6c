import path from 'node:path';
import type { Environment } from '@/lib/platform/env';

function shortPath(folder: string): string {
  const relative = path.relative(process.cwd(), folder);
  return relative && !relative.startsWith('..') ? `./${relative}` : folder;
}

function modelLine(environment: Environment): string {
  const named = (['XAI_API_KEY', 'OPENAI_API_KEY', 'OLLAMA_BASE_URL'] as const).filter((name) => environment[name]);
  if (named.length > 0) return `Models: through ${named.join(', ')}.`;
  return [
    'No model key is set: the built-in recall model answers from memories and knowledge, and is no language model.',
    '  A language model answers with XAI_API_KEY, OPENAI_API_KEY or OLLAMA_BASE_URL, in the environment or in .env.',
  ].join('\n');
}

/** What the person at the terminal reads once everything is healthy. */
export function announcement(environment: Environment, address: string, everything: boolean): string[] {
  const data = shortPath(environment.DATA_DIR);
  const database = environment.DATABASE_URL ? 'Database: the one in DATABASE_URL' : `Data: ${data}`;
  return [
    `SelfClaw is ready: ${environment.PUBLIC_URL ?? address}`,
    modelLine(environment),
    `${database} · logs: ${everything ? 'standard output' : `${data}/logs`} · Ctrl-C ends it`,
  ];
}
