import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { waitingForDatabase } from './database';
import { readWorkCounts, type WorkCount } from './work-counts';

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
  const ofWorkers = (kind: WorkCount['kind'], name: string, help: string, labels: (work: WorkCount) => Record<string, string>) =>
    new Counter({
      name,
      help: `${help}, by all workers since the install began`,
      labelNames: Object.keys(labels({ kind, name: '', outcome: '', count: 0 })),
      registers,
      async collect() {
        const counts = (await readWorkCounts()).filter((work) => work.kind === kind);
        this.reset();
        for (const work of counts) this.inc(labels(work), work.count);
      },
    });
  ofWorkers('job', 'selfclaw_jobs_total', 'Tries of jobs by how they ended', ({ name, outcome }) => ({ job: name, outcome }));
  ofWorkers('sweep', 'selfclaw_swept_total', 'What ran out or was left behind, and was cleared up', ({ name }) => ({ sweep: name }));
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
    shed: new Counter({ name: 'selfclaw_requests_shed_total', help: 'Requests refused because of load', registers }),
  };
}

/** The process's metrics, in Prometheus's form at `GET /api/metrics`. */
export function metrics(): Metrics {
  holder.selfclawMetrics ??= createMetrics();
  return holder.selfclawMetrics;
}
