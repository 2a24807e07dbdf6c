import { parseArgs } from 'node:util';
import { startModelServer } from '@/tests/model-server';

// node --import tsx tests/model-server-main.ts --port 0 --delay-ms 50
// Prints one JSON line with its addresses, and runs until it gets SIGTERM or SIGINT.
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'delay-ms': { type: 'string', default: '0' },
    model: { type: 'string', multiple: true },
    'ollama-model': { type: 'string', multiple: true },
    'default-text': { type: 'string' },
    quiet: { type: 'boolean', default: false },
  },
});

const server = await startModelServer({
  port: Number(values.port),
  delayMs: Number(values['delay-ms']),
  models: values.model,
  ollamaModels: values['ollama-model'],
  defaultText: values['default-text'],
  quiet: values.quiet,
});
process.stdout.write(`${JSON.stringify({ origin: server.origin, baseUrl: server.baseUrl, pid: process.pid })}\n`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void server.close().then(() => process.exit(0)));
}
