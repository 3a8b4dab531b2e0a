import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify';
import { admits, askedOf, type Verb } from '#kernel/access/scope.ts';
import { accept, refuse } from '#kernel/problem/refusal.ts';
import { cases } from '#rooms/rooms.ts';
import { endpoint, serve, type Endpoint, type Identify } from './endpoint.ts';
import { openApi } from './openapi.ts';
import { sendProblem } from './problem.ts';
import { endpointsOf } from './routes/routes.ts';
import type { Services } from './services.ts';
import { serveEvents } from './sse.ts';
import { tokenOf } from './token.ts';
import { serveFeeds } from './feeds.ts';
import { serveHealth } from './health.ts';
import { serveOgc } from '../ogc/ogc.ts';
import { serveSensorThings } from '../sta/sta.ts';
import { serveWeb } from './webFiles.ts';

const bodyLimit = 2 * 1024 * 1024;
/** Largest file a person may send, bytes. */
export const uploadLimit = 64 * 1024 * 1024;

/** The HTTP shell: security headers, identity, declared calls, feeds, live stream, web files. */
export async function buildApp(services: Services): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit, trustProxy: 'loopback', forceCloseConnections: true, logger: false });
  await app.register(cookie);
  await app.register(compress, { threshold: 2048, encodings: ['br', 'gzip'], customTypes: /json|xml|javascript|css|text/ });
  await app.register(multipart, { limits: { fileSize: uploadLimit, files: 1, fields: 20, fieldSize: 64 * 1024 } });

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders);
    if (request.method !== 'GET' && request.method !== 'HEAD' && isForeignOrigin(request)) {
      return sendProblem(
        reply,
        refuse('origin-foreign', 403, { zh: '请求来自别的网站，已拒绝', en: 'The request comes from another site and was refused' }),
      );
    }
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = knownError(error);
    if (known) return sendProblem(reply, known);
    services.report(error, `${request.method} ${request.url.split('?')[0]}`);
    return sendProblem(reply, isDatabaseAway(error) ? databaseAway : fault);
  });
  app.setNotFoundHandler((request, reply) => {
    if (
      request.url.startsWith('/api/') ||
      request.url.startsWith('/feeds/') ||
      request.url.startsWith('/ogc') ||
      request.url.startsWith('/sta')
    ) {
      return sendProblem(reply, refuse('not-found', 404, { zh: '没有这个地址', en: 'There is no such address' }));
    }
    return services.web.sendIndex(reply);
  });

  const identify: Identify = async (request) => {
    const token = tokenOf(request);
    if (!token) return refuse('session-missing', 401, { zh: '请先登录', en: 'Sign in first' });
    const known = await services.access.sessions.actorOf(token, request.ip);
    if (!known.ok) return known;
    const { actor } = known.value;
    const { verb, subject } = askedOf(request.method, request.url, caseTypes);
    return admits(actor.scopes, verb, subject) ? accept(actor) : scopeMissing(verb, subject);
  };
  const endpoints = endpointsOf(services);
  // Large and always the same: described once, when first asked for.
  let described: object | undefined;
  const document: Endpoint = endpoint({
    method: 'GET',
    path: '/api/v1/openapi.json',
    summary: 'This document',
    access: 'public',
    handle: async () => accept((described ??= openApi([...endpoints, document], services.version))),
  });
  for (const declared of [...endpoints, document]) serve(app, identify, declared);
  serveEvents(app, identify, services);
  serveFeeds(app, services);
  serveHealth(app, services);
  serveOgc(app, identify, services);
  serveSensorThings(app, identify, services);
  await serveWeb(app, services);
  return app;
}

const caseTypes = cases.map(({ id }) => id);

function scopeMissing(verb: Verb, subject: string) {
  return refuse('scope-missing', 403, {
    zh: `这个令牌没有“${verb}:${subject}”的权限范围`,
    en: `This token lacks the scope "${verb}:${subject}"`,
  });
}

const securityHeaders = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

function isForeignOrigin(request: FastifyRequest): boolean {
  const { origin } = request.headers;
  if (!origin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.headers.host;
}

const fault = refuse('fault', 503, {
  zh: '服务器内部出错，已记录；您填写的内容没有丢失，请稍后再试',
  en: 'Something broke on the server and has been recorded; what you typed is not lost, try again',
});
const databaseAway = refuse('database-away', 503, {
  zh: '数据库暂时不可用；报警仍在接收，请稍后再试',
  en: 'The database is away for the moment; alarms still come in, try again shortly',
});

function isDatabaseAway(error: Error & { code?: string }): boolean {
  return (
    /^(ECONNREFUSED|ECONNRESET|ENOENT|ETIMEDOUT|57P0[1-3]|08\w{3}|53300)$/.test(error.code ?? '') ||
    /timeout exceeded when trying to connect|Connection terminated/i.test(error.message)
  );
}

function knownError(error: FastifyError) {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
      return refuse('upload-too-large', 413, {
        zh: `内容过大，文件不超过 ${uploadLimit / 1024 / 1024} MB`,
        en: `Too large: a file has at most ${uploadLimit / 1024 / 1024} MB`,
      });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return refuse('media-type-unknown', 415, { zh: '不支持的内容类型', en: 'The content type is not supported' });
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return refuse('body-not-json', 400, { zh: '内容不是有效的 JSON', en: 'The body is not valid JSON' });
    default:
      return error.statusCode === 400 ? refuse('request-invalid', 400, { zh: '请求格式不正确', en: 'The request is malformed' }) : null;
  }
}
