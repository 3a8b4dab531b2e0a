import type { FastifyRequest } from 'fastify';

/** Session token of a request: bearer header or cookie. */
export function tokenOf(request: FastifyRequest): string | null {
  const header = request.headers.authorization;
  if (header?.startsWith('Bearer ')) return header.slice(7);
  return request.cookies['anlan_session'] ?? null;
}
