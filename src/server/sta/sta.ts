import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasRole, type Actor } from '#kernel/access/access.ts';
import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import { entitySets } from '#protocols/sensorThings/entities.table.ts';
import type { QueryError } from '#protocols/sensorThings/filter.ts';
import { parseQuery, type Query } from '#protocols/sensorThings/query.ts';
import { stations } from '#rooms/monitoring/stations/stations.register.ts';
import type { Identify } from '../http/endpoint.ts';
import { sendProblem } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import { inTransaction } from '../operations/registerOperations.ts';
import type { Transaction } from '../storage/database.ts';
import { numberEntities, staEntities } from '../storage/sensorThings.ts';
import { NotAnswered } from '../storage/staFilter.ts';
import { staSources } from '../storage/staModel.ts';
import { readStaAddress, type StaAddress, type StaStep } from './staAddress.ts';
import { postObservation } from './staObservation.ts';
import { emptyQuery, staPage, type StaService } from './staPage.ts';

// OGC SensorThings API 1.1 over stations, devices, points and readings. The same permissions as everywhere: a session or a token
// with the scope `read:sta` or `write:sta`, and row level security. What is not supported: docs/sensorThings.md.

const base = '/sta/v1.1';
const conformance = [
  'http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel',
  'http://www.opengis.net/spec/iot_sensing/1.1/req/resource-path/resource-path-to-entities',
  'http://www.opengis.net/spec/iot_sensing/1.1/req/request-data',
];

export function serveSensorThings(app: FastifyInstance, identify: Identify, services: Services): void {
  const { context } = services;
  const root = () => `${context.publicUrl}${base}`;
  const known = async (request: FastifyRequest): Promise<Outcome<Actor>> => {
    const actor = await identify(request);
    if (!actor.ok || hasRole(actor.value, stations.access.read)) return actor;
    return refuse('role-missing', 403, { zh: '您的角色不能查看监测数据', en: 'Your role may not see readings' });
  };

  app.get(base, async (request, reply) => {
    const actor = await known(request);
    if (!actor.ok) return sendProblem(reply, actor);
    return { value: entitySets.map((name) => ({ name, url: `${root()}/${name}` })), serverSettings: { conformance } };
  });

  app.get(`${base}/*`, async (request, reply) => {
    const actor = await known(request);
    if (!actor.ok) return sendProblem(reply, actor);
    const [path, search] = split(request.url);
    const address = readStaAddress(path);
    if (address === null) return sendProblem(reply, nowhere);
    const query = parseQuery(search);
    if (!query.ok) return sendProblem(reply, badQuery(query.error));
    const service: StaService = { root: root(), nowMs: context.clock.nowMs() };
    const found = await inTransaction(context, actor.value, async (tx) => {
      await numberEntities(tx);
      return answer(tx, service, address, { query: query.query, path, search });
    }).catch((error: unknown) => {
      if (error instanceof NotAnswered) return notAnswered(error, search);
      throw error;
    });
    const answered = found.ok ? found.value : found;
    return answered.ok ? send(reply, answered.value) : sendProblem(reply, answered);
  });

  app.post(`${base}/*`, async (request, reply) => {
    const actor = await known(request);
    if (!actor.ok) return sendProblem(reply, actor);
    const [path] = split(request.url);
    const address = readStaAddress(path);
    const last = address?.steps.at(-1);
    const of = address?.steps.at(-2);
    const isObservations = last?.set === 'Observations' && last.id === null && address?.property === null && address.ending === null;
    if (!isObservations || (address.steps.length === 2 && of?.set !== 'Datastreams') || address.steps.length > 2)
      return sendProblem(reply, notMade);
    const datastream = of?.id ? Number(of.id) : null;
    const made = await postObservation(services, actor.value, request.body, { datastream, remote: request.ip });
    if (!made.ok) return sendProblem(reply, made);
    const url = `${root()}/Observations(${made.value.id})`;
    return reply.status(201).header('location', url).send({ '@iot.id': made.value.id, '@iot.selfLink': url });
  });
}

type Answered = { is: 'json'; body: object } | { is: 'text'; body: string } | { is: 'nothing' };

function send(reply: FastifyReply, answered: Answered): FastifyReply {
  if (answered.is === 'nothing') return reply.status(204).send();
  return answered.is === 'json' ? reply.send(answered.body) : reply.type('text/plain; charset=utf-8').send(answered.body);
}

interface Asked {
  query: Query;
  path: string;
  search: string;
}

async function answer(
  tx: Transaction,
  service: StaService,
  { steps, property, ending }: StaAddress,
  asked: Asked,
): Promise<Outcome<Answered>> {
  let key: { column: string; id: string } | null = null;
  for (const [at, step] of steps.entries()) {
    const before: StaStep | undefined = steps[at - 1];
    if (before && key) {
      const link = staSources[before.set].links[step.name];
      const entity = await one(tx, service, before, key);
      const own = link === undefined || entity === null ? null : link.own === 'id' ? String(entity.id) : (entity.keys[link.own] ?? null);
      if (!link || entity === null || own === null) return nowhere;
      key = { column: link.other, id: own };
    }
    if (step.id === null) continue;
    // A member named behind a link must be one of those the link leads to.
    if (key && !(await isAmong(tx, service, step, key))) return nowhere;
    key = { column: 'id', id: step.id };
  }
  const last = steps.at(-1) ?? steps[0];
  const isMany = last.isMany && last.id === null;
  const { query } = asked;
  if (isMany) {
    const page = await staPage(tx, service, last.set, query, key);
    if (ending === '$ref')
      return accept({ is: 'json', body: { value: page.entities.map((each) => ({ '@iot.selfLink': each['@iot.selfLink'] })) } });
    return accept({
      is: 'json',
      body: {
        ...(page.count !== null && { '@iot.count': page.count }),
        ...(page.nextSkip !== null && { '@iot.nextLink': nextLink(service, asked, page.nextSkip) }),
        value: page.entities,
      },
    });
  }
  const only = property === null ? { ...emptyQuery, select: query.select, expand: query.expand } : { ...emptyQuery, select: [property] };
  const { entities } = await staPage(tx, service, last.set, only, key);
  const [entity] = entities;
  if (!entity) return nowhere;
  if (ending === '$ref') return accept({ is: 'json', body: { '@iot.selfLink': entity['@iot.selfLink'] } });
  if (property === null) return accept({ is: 'json', body: entity });
  const value = entity[property];
  if (value === undefined || value === null) return accept({ is: 'nothing' });
  if (ending === '$value')
    return accept({ is: 'text', body: typeof value === 'object' ? JSON.stringify(value) : String(value as string | number) });
  return accept({ is: 'json', body: { [property]: value } });
}

async function one(tx: Transaction, { nowMs }: StaService, step: StaStep, key: { column: string; id: string }) {
  const { rows } = await staEntities(tx, nowMs, step.set, emptyQuery, { top: 1, key });
  return rows[0] ?? null;
}

async function isAmong(
  tx: Transaction,
  { nowMs }: StaService,
  { set, id }: StaStep,
  key: { column: string; id: string },
): Promise<boolean> {
  const { rows } = await staEntities(tx, nowMs, set, emptyQuery, { top: 1, key, ...(id !== null && { id }) });
  return rows.length > 0;
}

/** The same question, further on. */
function nextLink({ root }: StaService, { path, search }: Asked, skip: number): string {
  const options = search.split('&').filter((part) => part !== '' && !/^(?:\$|%24)skip=/.test(part));
  return `${root}/${path}?${[...options, `$skip=${skip}`].join('&')}`;
}

/** Path behind the version, and the query as it came. */
function split(url: string): [path: string, search: string] {
  const at = url.indexOf('?');
  const path = (at === -1 ? url : url.slice(0, at)).slice(base.length + 1);
  return [decoded(path), at === -1 ? '' : url.slice(at + 1)];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // Wrongly encoded: it leads nowhere as it stands.
    return path;
  }
}

const nowhere = refuse('not-found', 404, { zh: '没有这个实体，或不在您的辖区', en: 'There is no such entity, or it is outside your area' });
const notMade = refuse('not-made-here', 422, {
  zh: '只能新建 Observations；站点、设备、测点在台账中登记',
  en: 'Only Observations are made here; stations, devices and points are registered',
});

function badQuery({ option, position, code, message }: QueryError): Outcome<never> & { ok: false } {
  return refuse(
    'query-invalid',
    400,
    { zh: `${option} 第 ${position + 1} 个字符处：${message.zh}`, en: `${option}, character ${position + 1}: ${message.en}` },
    { fields: [{ field: option, value: position, rule: code, text: message }] },
  );
}

/** A question that is well formed but cannot be answered; its place is where the thing stands in the option. */
function notAnswered({ option, mark, zh, message }: NotAnswered, search: string): Outcome<never> & { ok: false } {
  const text = new URLSearchParams(search).get(option) ?? '';
  return badQuery({ option, position: Math.max(0, text.indexOf(mark)), code: 'name', message: { zh, en: message } });
}
