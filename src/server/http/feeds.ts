import type { FastifyInstance } from 'fastify';
import type { Actor } from '#kernel/access/access.ts';
import { refuse } from '#kernel/problem/refusal.ts';
import { feeds } from '#rooms/serverRooms.ts';
import { readerOf } from '../operations/followUps.ts';
import { sendProblem } from './problem.ts';
import type { Services } from './services.ts';

const reader: Actor = { kind: 'system', accountId: null, name: '公开订阅', roles: [], areaCode: '', posts: [], from: 'public' };

/** Documents that rooms offer to the public, e.g. the CAP feed. */
export function serveFeeds(app: FastifyInstance, services: Services): void {
  for (const feed of feeds) {
    app.get(feed.path, async (request, reply) => {
      const body = await services.context.database.transaction(reader, (tx) =>
        feed.read(request.params as Record<string, string>, readerOf(services.context, tx)),
      );
      if (body === null) return sendProblem(reply, refuse('not-found', 404, { zh: '没有这份文件', en: 'There is no such document' }));
      return reply.type(feed.contentType).header('cache-control', 'public, max-age=15').send(body);
    });
  }
}
