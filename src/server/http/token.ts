import type { FastifyRequest } from 'fastify';
import { apiTokenStart } from '../access/token.ts';

/** Token of a request: bearer header, or the session's cookie. An API token is taken from the header only. */
export function tokenOf(request: FastifyRequest): string | null {
  const header = request.headers.authorization;
  if (header?.startsWith('Bearer ')) return header.slice(7);
  const cookie = request.cookies['anlan_session'];
  return cookie === undefined || cookie.startsWith(apiTokenStart) ? null : cookie;
}
