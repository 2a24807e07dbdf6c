import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { waitingForDatabase } from './database';

type Metrics = ReturnType<typeof createMetrics>;
const holder = globalThis as typeof globalThis & { selfclawMetrics?: Metrics };

function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  new Gauge({
    name: 'selfclaw_database_waiting',
    help: 'Callers that wait for a database connection of this process',
    registers,
    collect() {
      this.set(waitingForDatabase());
    },
  });
  return {
    registry,
    requests: new Histogram({
      name: 'selfclaw_http_request_duration_seconds',
      help: 'Time to the answer, or to the first event of a stream',
      labelNames: ['endpoint', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    openReplies: new Gauge({ name: 'selfclaw_open_replies', help: 'Replies that this process generates now', registers }),
    openStreams: new Gauge({ name: 'selfclaw_open_streams', help: 'Event streams that this process serves now', registers }),
    replies: new Counter({
      name: 'selfclaw_replies_total',
      help: 'Replies by how they ended',
      labelNames: ['status', 'provider'],
      registers,
    }),
    tokens: new Counter({
      name: 'selfclaw_model_tokens_total',
      help: 'Tokens of model calls',
      labelNames: ['direction', 'model'],
      registers,
    }),
    jobs: new Counter({ name: 'selfclaw_jobs_total', help: 'Jobs by how they ended', labelNames: ['job', 'outcome'], registers }),
    shed: new Counter({ name: 'selfclaw_requests_shed_total', help: 'Requests refused because of load', registers }),
  };
}

/** The process's metrics, in Prometheus's form at `GET /api/metrics`. */
export function metrics(): Metrics {
  holder.selfclawMetrics ??= createMetrics();
  return holder.selfclawMetrics;
}
