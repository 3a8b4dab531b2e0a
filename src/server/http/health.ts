import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import type { Services } from './services.ts';

/** /healthz: the process lives. /readyz: database and log take writes. /metrics: Prometheus text. */
export function serveHealth(app: FastifyInstance, services: Services): void {
  const delay = monitorEventLoopDelay({ resolution: delayResolutionMs });
  delay.enable();
  app.addHook('onClose', async () => void delay.disable());
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const trouble = services.ingest.pipeline.trouble();
    if (trouble !== null) return reply.status(503).send({ status: trouble.code, detail: 'the ingest log takes no writes' });
    try {
      await services.context.database.pool.query('select 1');
      return { status: 'ready' };
    } catch (error) {
      return reply.status(503).send({ status: 'database away', detail: (error as Error).message });
    }
  });
  app.get('/metrics', async (_request, reply) => {
    const memory = process.memoryUsage();
    const lines = [
      metric('anlan_live_clients', 'Open live streams', 'gauge', services.hub.size),
      metric('process_resident_memory_bytes', 'Resident memory', 'gauge', memory.rss),
      '# HELP anlan_event_loop_delay_seconds How late the program got to its next task, since the last reading\n# TYPE anlan_event_loop_delay_seconds gauge',
      ...[50, 99, 100].map((share) => `anlan_event_loop_delay_seconds{quantile="${share / 100}"} ${lateness(delay.percentile(share))}`),
      metric('anlan_ingest_lag_entries', 'Log entries not yet in PostgreSQL', 'gauge', services.ingest.lag()),
      '# HELP anlan_ingest_total Outcomes of ingest\n# TYPE anlan_ingest_total counter',
      ...services.ingest
        .counters()
        .map(
          ({ name, protocol, reason, count }) => `anlan_ingest_total{name="${name}",protocol="${protocol}",reason="${reason}"} ${count}`,
        ),
    ];
    delay.reset();
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(`${lines.join('\n')}\n`);
  });
}

const delayResolutionMs = 10;

/** Seconds a timer came late; the monitor counts its own interval with it, in nanoseconds. */
function lateness(nanoseconds: number): number {
  return Math.max(0, Math.round(nanoseconds / 1000 - delayResolutionMs * 1000) / 1e6);
}

function metric(name: string, help: string, type: string, value: number): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}`;
}
