import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasRole, type Actor } from '#kernel/access/access.ts';
import { refuse } from '#kernel/problem/refusal.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { registers } from '#rooms/rooms.ts';
import type { Identify } from '../http/endpoint.ts';
import { sendProblem } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import { get, list } from '../operations/registerOperations.ts';
import { crsList, crsOf } from './crs.ts';
import { apiDefinition, collectionOf, collections, conformance, geoJson, landingPage, link } from './documents.ts';
import { featureOf } from './features.ts';
import { readItemsQuery } from './itemsQuery.ts';

// OGC API Features 1.0, Part 1 and 2, over every register with places. The same permissions as everywhere: a session or a
// token, and row level security.

type Params = Record<string, string>;
type Handler = (actor: Actor, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

export function serveOgc(app: FastifyInstance, identify: Identify, services: Services): void {
  const { context, setup } = services;
  const base = () => `${context.publicUrl}/ogc`;
  const box = () => setup.county?.bbox ?? [-180, -90, 180, 90];
  const readable = (actor: Actor) =>
    registers.filter(({ located, fields, access }) => located && fields[located]?.kind === 'point' && hasRole(actor, access.read));

  const route = (path: string, handle: Handler) =>
    app.get(`/ogc${path}`, async (request, reply) => {
      const known = await identify(request);
      return known.ok ? handle(known.value, request, reply) : sendProblem(reply, known);
    });
  /** Documents take no parameters; another one is refused, as the standard demands. */
  const document = (path: string, make: (actor: Actor, params: Params) => object | null) =>
    route(path, async (actor, request, reply) => {
      const unknown = Object.keys(request.query as object).find((name) => name !== 'f');
      if (unknown)
        return sendProblem(
          reply,
          refuse('parameter-invalid', 400, { zh: `不认识的参数 ${unknown}`, en: `${unknown} is not a known parameter` }),
        );
      const made = make(actor, request.params as Params);
      return made ?? sendProblem(reply, missing);
    });
  const collection = (actor: Actor, request: FastifyRequest) =>
    readable(actor).find(({ id }) => id === (request.params as Params)['collection']);

  document('/', () => landingPage(base(), setup.county?.name.zh ?? ''));
  document('', () => landingPage(base(), setup.county?.name.zh ?? ''));
  document('/conformance', () => conformance);
  document('/api', (actor) => apiDefinition(base(), readable(actor), services.version));
  document('/collections', (actor) => collections(base(), readable(actor), box()));
  document('/collections/:collection', (actor, params) => {
    const found = readable(actor).find(({ id }) => id === params['collection']);
    return found ? collectionOf(base(), found, box()) : null;
  });
  route('/collections/:collection/items', async (actor, request, reply) => {
    const declaration = collection(actor, request);
    return declaration ? sendItems(services, actor, declaration, request, reply, base()) : sendProblem(reply, missing);
  });
  route('/collections/:collection/items/:feature', async (actor, request, reply) => {
    const declaration = collection(actor, request);
    const { crs: wanted, ...others } = request.query as Params;
    const crs = wanted === undefined ? crsList[0] : crsOf(wanted);
    if (!crs || Object.keys(others).some((name) => name !== 'f'))
      return sendProblem(reply, refuse('parameter-invalid', 400, { zh: '参数不正确', en: 'A parameter is not right' }));
    const feature = (request.params as Params)['feature'] ?? '';
    if (!declaration || !/^[0-9a-f-]{36}$/.test(feature)) return sendProblem(reply, missing);
    const found = await get(context, actor, declaration, feature);
    if (!found.ok) return sendProblem(reply, found);
    const url = `${base()}/collections/${declaration.id}`;
    const links = [
      link(`${url}/items/${feature}`, 'self', geoJson, declaration.singular.en),
      link(url, 'collection', 'application/json', declaration.label.en),
    ];
    return send(reply, crs.uri, { ...featureOf(declaration, found.value, crs), links });
  });
}

async function sendItems(
  { context }: Services,
  actor: Actor,
  declaration: RegisterDeclaration,
  request: FastifyRequest,
  reply: FastifyReply,
  base: string,
) {
  const read = readItemsQuery(declaration, request.query as Record<string, string>);
  if (!read.ok) return sendProblem(reply, read);
  const { limit, offset, crs, bbox, datetime, filters } = read.value;
  const page = await list(context, actor, declaration, { limit, offset, sort: 'id', filters, bbox, changed: datetime });
  if (!page.ok) return sendProblem(reply, page);
  const { items, next, total } = page.value;
  const url = `${base}/collections/${declaration.id}/items`;
  const links = [link(withOffset(url, request, offset), 'self', geoJson, 'This page')];
  if (next) links.push(link(withOffset(url, request, Number(next)), 'next', geoJson, 'Next page'));
  return send(reply, crs.uri, {
    type: 'FeatureCollection',
    timeStamp: context.clock.now().toISOString(),
    numberMatched: total,
    numberReturned: items.length,
    features: items.map((record) => featureOf(declaration, record, crs)),
    links,
  });
}

function send(reply: FastifyReply, crs: string, body: object): FastifyReply {
  return reply.type(geoJson).header('content-crs', `<${crs}>`).send(JSON.stringify(body));
}

function withOffset(url: string, request: FastifyRequest, offset: number): string {
  const query = new URLSearchParams(request.query as Record<string, string>);
  query.set('offset', String(offset));
  return `${url}?${query.toString()}`;
}

const missing = refuse('not-found', 404, { zh: '没有这个图层或要素', en: 'There is no such collection or feature' });
