import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Services } from './services.ts';

/** The built page. Files with a hash in their name may be kept for ever; index.html never. */
export async function serveWeb(app: FastifyInstance, services: Services): Promise<void> {
  await app.register(fastifyStatic, {
    root: services.web.folder,
    index: ['index.html'],
    preCompressed: true,
    setHeaders: (response, path) => {
      void response.header('cache-control', path.includes(`${join('web', 'assets')}`) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
