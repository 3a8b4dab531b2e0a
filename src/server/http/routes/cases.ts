import { z } from 'zod';
import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import { caseById, cases } from '#rooms/rooms.ts';
import * as operations from '../../operations/caseOperations.ts';
import { countOfStates, list } from '../../operations/registerOperations.ts';
import { retryDelivery } from '../../storage/deliveries.ts';
import { historyOf, writeJournal } from '../../storage/journal.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { listQuery, readListQuery } from '../listQuery.ts';
import type { Services } from '../services.ts';
import { toGeoJson } from './registers.ts';

const params = z.object({ type: z.string() });
const caseParams = z.object({ type: z.string(), id: z.uuid() });
const note = z.string().max(4000).default('');

/** Cases: list, view, open, act, history; `/api/v1/incidents` and `/api/v1/warnings` are the same lists by their plain names. */
export function caseEndpoints({ context, postman }: Services): Endpoint[] {
  const listOf = (declaration: CaseDeclaration, path: string): Endpoint =>
    endpoint({
      method: 'GET',
      path,
      summary: `List ${declaration.label.en.toLowerCase()}; ?open=true leaves out the finished ones`,
      query: listQuery,
      handle: async ({ actor, query }) => {
        const asked = readListQuery(openOnly(declaration, query));
        return asked.ok ? list(context, actor, declaration, asked.value) : asked;
      },
    });
  return [
    ...cases.flatMap((declaration) => [
      listOf(declaration, `/api/v1/${declaration.id}s`),
      listOf(declaration, `/api/v1/cases/${declaration.id}`),
    ]),
    endpoint({
      method: 'GET',
      path: '/api/v1/cases/{type}/counts',
      summary: 'Number of cases in each state among those that fit the filter',
      params,
      query: listQuery,
      handle: ({ actor, params: { type }, query }) =>
        within(type, async (declaration) => {
          const asked = readListQuery(query);
          if (!asked.ok) return asked;
          const counted = await countOfStates(context, actor, declaration, asked.value);
          return counted.ok ? accept({ items: counted.value }) : counted;
        }),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/cases/{type}.geojson',
      summary: 'Located open cases as GeoJSON',
      params,
      query: listQuery,
      handle: ({ actor, params: { type }, query }) =>
        within(type, async (declaration) => {
          const asked = readListQuery(openOnly(declaration, { limit: '1000', ...query }));
          if (!asked.ok) return asked;
          const page = await list(context, actor, declaration, asked.value);
          return page.ok ? accept(toGeoJson(page.value.items, declaration, declaration.located ?? '')) : page;
        }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/cases/{type}',
      summary: 'Open a case under an id the client made (UUIDv7)',
      params,
      body: z.looseObject({ id: z.uuid(), action: z.string(), areaCode: z.string().optional(), note }),
      status: 201,
      handle: ({ actor, params: { type }, body: { id, action, areaCode, note: said, ...input } }) =>
        within(type, (declaration) =>
          operations.openCase(context, actor, declaration, id, { action, input, note: said, version: null, areaCode }),
        ),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/cases/{type}/{id}',
      summary: 'A case: fields, what may be done, timeline, clocks, receipts',
      params: caseParams,
      handle: ({ actor, params: { type, id } }) => within(type, (declaration) => operations.viewCase(context, actor, declaration, id)),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/cases/{type}/{id}/history',
      summary: 'What happened to a case, from the journal',
      params: caseParams,
      handle: ({ actor, params: { type, id } }) =>
        within(type, async (declaration) => {
          const view = await operations.viewCase(context, actor, declaration, id);
          if (!view.ok) return view;
          return accept({ items: await context.database.transaction(actor, (tx) => historyOf(tx, declaration.id, id)) });
        }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/cases/{type}/{id}/actions/{action}',
      summary: 'Do a declared action; `version` is what the actor saw',
      params: caseParams.extend({ action: z.string() }),
      body: z.looseObject({ version: z.int().positive(), note }),
      handle: ({ actor, params: { type, id, action }, body: { version, note: said, ...input } }) =>
        within(type, (declaration) => operations.act(context, actor, declaration, id, { action, input, note: said, version })),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/deliveries/{id}/retry',
      summary: 'Send a failed message again now',
      access: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'],
      params: z.object({ id: z.uuid() }),
      handle: async ({ actor, params: { id } }) => {
        const found = await context.database.transaction(actor, async (tx) => {
          const retried = await retryDelivery(tx, id, context.clock.now());
          if (retried)
            await writeJournal(tx, context.clock, [{ act: 'retry', subjectKind: 'delivery', subjectId: id, areaCode: actor.areaCode }]);
          return retried;
        });
        if (!found) return refuse('delivery-not-retryable', 409, { zh: '这条消息没有失败，不需要重发', en: 'This message has not failed' });
        postman.wake();
        return accept(null);
      },
    }),
  ];
}

async function within<T>(type: string, work: (declaration: CaseDeclaration) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const declaration = caseById(type);
  return declaration
    ? work(declaration)
    : refuse('case-type-unknown', 404, { zh: `没有业务流程“${type}”`, en: `There is no case type "${type}"` });
}

function openOnly(declaration: CaseDeclaration, { open, ...query }: Record<string, string>): Record<string, string> {
  if (open !== 'true') return query;
  const states = Object.entries(declaration.states)
    .filter(([, state]) => !state.final)
    .map(([id]) => id);
  return { ...query, state: states.join(',') };
}
