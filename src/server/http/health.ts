import type { FastifyInstance } from 'fastify';
import type { Services } from './services.ts';

/** /healthz: the process lives. /readyz: database and log take writes. /metrics: Prometheus text. */
export function serveHealth(app: FastifyInstance, services: Services): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
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
      metric('anlan_ingest_lag_entries', 'Log entries not yet in PostgreSQL', 'gauge', services.ingest.lag()),
      '# HELP anlan_ingest_total Outcomes of ingest\n# TYPE anlan_ingest_total counter',
      ...services.ingest
        .counters()
        .map(
          ({ name, protocol, reason, count }) => `anlan_ingest_total{name="${name}",protocol="${protocol}",reason="${reason}"} ${count}`,
        ),
    ];
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(`${lines.join('\n')}\n`);
  });
}

function metric(name: string, help: string, type: string, value: number): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}`;
}
