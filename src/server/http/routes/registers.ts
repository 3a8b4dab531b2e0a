import { z } from 'zod';
import { hasRole, type Actor } from '#kernel/access/access.ts';
import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { caseById, registerById, registers } from '#rooms/rooms.ts';
import * as operations from '../../operations/registerOperations.ts';
import { history, open } from '../../operations/sensitiveOperations.ts';
import { countEach } from '../../storage/recordList.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';
import { listQuery, readListQuery } from '../listQuery.ts';

const params = z.object({ id: z.string() });
const recordParams = z.object({ id: z.string(), recordId: z.uuid() });

/** Registers: list, read, create, change, remove, history, GeoJSON. */
export function registerEndpoints({ context }: Services): Endpoint[] {
  const list = (actor: Actor, declaration: RegisterDeclaration, query: Record<string, string>) => {
    const asked = readListQuery(query);
    return asked.ok ? operations.list(context, actor, declaration, asked.value) : asked;
  };
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/registers',
      summary: 'Registers the actor may read; ?counts=true adds the number of records of each (10,001: more than 10,000)',
      query: z.object({ counts: z.enum(['true', 'false']).optional() }),
      handle: async ({ actor, query }) => {
        const readable = registers.filter(({ access }) => hasRole(actor, access.read));
        const counts = query.counts === 'true' ? await context.database.transaction(actor, (tx) => countEach(tx, readable)) : {};
        return accept({ items: readable.map(({ id, label }) => ({ id, label, ...(id in counts && { count: counts[id] }) })) });
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/registers/{id}',
      summary: 'List records: filter by any field, sort, keyword, page',
      params,
      query: listQuery,
      handle: ({ actor, params: { id }, query }) => within(id, async (declaration) => list(actor, declaration, query)),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/registers/{id}.geojson',
      summary: 'Located records as GeoJSON (RFC 7946)',
      params,
      query: listQuery,
      handle: ({ actor, params: { id }, query }) =>
        within(id, async (declaration) => {
          const { located } = declaration;
          if (!located)
            return refuse('register-not-located', 404, {
              zh: `${declaration.label.zh}没有位置`,
              en: `${declaration.label.en} have no place`,
            });
          const page = await list(actor, declaration, { limit: '1000', ...query });
          return page.ok ? accept(toGeoJson(page.value.items, declaration, located)) : page;
        }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/registers/{id}',
      summary: 'Create a record under an id the client made (UUIDv7)',
      params,
      body: z.looseObject({ id: z.uuid() }),
      status: 201,
      handle: ({ actor, params: { id }, body: { id: recordId, ...input } }) =>
        within(id, (declaration) => operations.create(context, actor, declaration, recordId, input)),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/registers/{id}/{recordId}',
      summary: 'One record',
      params: recordParams,
      handle: ({ actor, params: { id, recordId }, reply }) =>
        within(id, async (declaration) => {
          const found = await operations.get(context, actor, declaration, recordId);
          if (found.ok) void reply.header('etag', `"${found.value.version}"`);
          return found;
        }),
    }),
    endpoint({
      method: 'PATCH',
      path: '/api/v1/registers/{id}/{recordId}',
      summary: 'Change a record; If-Match carries the version seen',
      params: recordParams,
      body: z.looseObject({}),
      handle: ({ actor, params: { id, recordId }, body, request }) =>
        within(id, async (declaration) => {
          const version = versionSeen(request.headers['if-match']);
          if (version === undefined)
            return refuse('if-match-missing', 412, { zh: '缺少版本（If-Match）', en: 'The version seen (If-Match) is missing' });
          return operations.change(context, actor, declaration, recordId, version, body);
        }),
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/registers/{id}/{recordId}',
      summary: 'Remove a record; why is demanded, If-Match is heeded when sent',
      params: recordParams,
      query: z.object({ why: z.string().max(500).optional() }),
      handle: ({ actor, params: { id, recordId }, query, request }) =>
        within(id, (declaration) =>
          operations.remove(context, actor, declaration, recordId, query.why ?? '', versionSeen(request.headers['if-match'])),
        ),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/registers/{id}/{recordId}/history',
      summary: 'What happened to a record, from the journal',
      params: recordParams,
      handle: ({ actor, params: { id, recordId } }) => within(id, (declaration) => history(context, actor, declaration, recordId)),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/registers/{id}/{recordId}/open',
      summary: 'Open sensitive fields of one record; who, what and why go into the journal',
      params: recordParams,
      body: z.object({ fields: z.array(z.string()).min(1).max(50), why: z.string().trim().min(2).max(500) }),
      handle: ({ actor, params: { id, recordId }, body }) => within(id, (declaration) => open(context, actor, declaration, recordId, body)),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/registers/{id}/{recordId}/archive',
      summary: 'Archive a record (archived: true) or take it out of the archive again',
      params: recordParams,
      body: z.object({ archived: z.boolean(), why: z.string().trim().max(500).default('') }),
      handle: ({ actor, params: { id, recordId }, body: { archived, why } }) =>
        within(id, (declaration) => operations.archive(context, actor, declaration, recordId, archived, why)),
    }),
  ];
}

function versionSeen(header: string | undefined): number | undefined {
  const version = /^"(\d+)"$/.exec(header ?? '')?.[1];
  return version === undefined ? undefined : Number(version);
}

export async function within<T>(id: string, work: (declaration: RegisterDeclaration) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const declaration = registerById(id);
  if (declaration) return work(declaration);
  if (caseById(id))
    return refuse('register-is-case', 404, { zh: '这是业务流程，请用 /api/v1/cases', en: 'This is a case type: use /api/v1/cases' });
  return refuse('register-unknown', 404, { zh: `没有台账“${id}”`, en: `There is no register "${id}"` });
}

export function toGeoJson(items: readonly Record<string, unknown>[], declaration: RegisterDeclaration, located: string): object {
  const isPoint = declaration.fields[located]?.kind === 'point';
  const features = items
    .filter((item) => item[located] !== null)
    .map((item) => {
      const { [located]: place, ...properties } = item;
      return { type: 'Feature', id: item['id'], geometry: isPoint ? { type: 'Point', coordinates: place } : place, properties };
    });
  return { type: 'FeatureCollection', features };
}
