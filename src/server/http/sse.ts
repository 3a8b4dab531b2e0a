import type { FastifyInstance } from 'fastify';
import { everyRole, grantsOf, hasRole, reachOf } from '#kernel/access/access.ts';
import type { Identify } from './endpoint.ts';
import { parseCursor, type LiveClient } from '../live/hub.ts';
import { sendProblem } from './problem.ts';
import type { Services } from './services.ts';

const mostBufferedBytes = 4 * 1024 * 1024;

/** GET /api/v1/events: the live stream (Server-Sent Events), resumed by Last-Event-ID or `?since=`. */
export function serveEvents(app: FastifyInstance, identify: Identify, services: Pick<Services, 'hub'>): void {
  app.get('/api/v1/events', async (request, reply) => {
    const known = await identify(request);
    if (!known.ok) return sendProblem(reply, known);
    if (!hasRole(known.value, everyRole))
      return sendProblem(reply, { ok: false, code: 'role-missing', status: 403, text: { zh: '您没有角色', en: 'You have no role' } });
    const since = (request.headers['last-event-id'] as string | undefined) ?? (request.query as { since?: string }).since ?? '';
    reply.hijack();
    const { raw } = reply;
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
    raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    const client: LiveClient = {
      areas: reachOf(grantsOf(known.value)),
      accountId: known.value.accountId,
      write: (block) => {
        if (raw.destroyed || raw.writableLength > mostBufferedBytes) return false;
        raw.write(block);
        return true;
      },
      drop: () => raw.destroy(),
    };
    request.raw.on('close', () => services.hub.leave(client));
    services.hub.join(client, parseCursor(since));
    return reply;
  });
}
