import type { FastifyRequest } from 'fastify';

/** Where the page runs that asks. A foreign Origin was refused before (app.ts), so the header may be believed. */
export function originOf(request: FastifyRequest): string {
  return request.headers.origin ?? `${request.protocol}://${request.headers.host ?? ''}`;
}
