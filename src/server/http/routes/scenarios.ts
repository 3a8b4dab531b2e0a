import { z } from 'zod';
import { isInReach, type Actor, type Role } from '#kernel/access/access.ts';
import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import type { Scenario } from '#kernel/scenario/scenario.ts';
import { modelOf } from '#models/models.ts';
import { writeJournal } from '../../storage/journal.ts';
import { emit } from '../../storage/outbox.ts';
import { framesOf, insertScenario, latestScenarios, removeScenario, scenarioOf } from '../../storage/scenarios.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';
import { inputs, origins } from './models.ts';

const makers: readonly Role[] = ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'bureauLeader'];
const params = z.object({ id: z.uuid() });
const subject = z.object({ kind: z.string().max(60), id: z.string().max(60) });
const body = z.object({
  id: z.uuid(),
  title: z.string().trim().min(1).max(120),
  model: z.string().max(60),
  areaCode: z.string().regex(/^(\d{6}|\d{9}|\d{12})$/),
  inputs,
  origins,
  subject: subject.nullable().default(null),
  exercise: z.boolean().default(false),
});
const query = z.object({
  subjectKind: z.string().max(60).optional(),
  subjectId: z.string().max(60).optional(),
  model: z.string().max(60).optional(),
  before: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

const missing = refuse('scenario-missing', 404, { zh: '没有这个情景，或不在您的辖区', en: 'There is no such scenario in your area' });

/** Scenarios: runs of models that are kept. */
export function scenarioEndpoints(services: Services): Endpoint[] {
  const { context, modelDesk } = services;
  const read = <T>(actor: Actor, work: Parameters<typeof context.database.transaction<T>>[1]) => context.database.transaction(actor, work);
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/scenarios',
      summary: 'Latest scenarios, without inputs and answers',
      query,
      handle: async ({ actor, query: { subjectKind, subjectId, ...more } }) => {
        const of = subjectKind && subjectId ? { subject: { kind: subjectKind, id: subjectId } } : {};
        return accept({ items: await read(actor, (tx) => latestScenarios(tx, { ...more, ...of })) });
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/scenarios',
      summary: 'Keep a scenario under an id the client made and run its model in the background',
      access: makers,
      body,
      status: 201,
      handle: ({ actor, body: made }) => makeScenario(services, actor, made),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/scenarios/{id}',
      summary: 'A scenario with inputs, state and answer',
      params,
      handle: async ({ actor, params: { id } }) => {
        const found = await read(actor, (tx) => scenarioOf(tx, id));
        return found ? accept(found) : missing;
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/scenarios/{id}/frames',
      summary: 'Intermediate pictures in the order of model time',
      params,
      handle: async ({ actor, params: { id } }) => accept({ items: await read(actor, (tx) => framesOf(tx, id)) }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/scenarios/{id}/cancel',
      summary: 'Stop a scenario that waits or runs',
      access: makers,
      params,
      handle: async ({ actor, params: { id } }) => {
        const found = await read(actor, (tx) => scenarioOf(tx, id));
        if (!found) return missing;
        if (!(await modelDesk.cancel(id)))
          return refuse('scenario-finished', 409, { zh: '该情景已经结束', en: 'The scenario has finished already' });
        return accept(await read(actor, (tx) => scenarioOf(tx, id)));
      },
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/scenarios/{id}',
      summary: 'Remove a finished scenario',
      access: makers,
      params,
      handle: ({ actor, params: { id } }) => dropScenario(services, actor, id),
    }),
  ];
}

async function makeScenario({ context, modelDesk }: Services, actor: Actor, made: z.output<typeof body>): Promise<Outcome<Scenario>> {
  if (modelOf(made.model) === null)
    return refuse('model-missing', 404, { zh: `没有模型 ${made.model}`, en: `There is no model ${made.model}` });
  if (!isInReach(actor, made.areaCode)) return refuse('area-outside', 403, { zh: '不在您的辖区', en: 'This is outside your area' });
  const { scenario, isNew } = await context.database.transaction(actor, async (tx) => {
    const kept = await insertScenario(tx, made, context.clock.now());
    // The same id again is the same scenario: a phone that lost the answer asks twice.
    if (kept === null) return { scenario: await scenarioOf(tx, made.id), isNew: false };
    const { id, areaCode, model, title } = kept;
    await emit(tx, context.clock, [{ type: 'scenario.queued', areaCode, subject: { kind: 'scenario', id }, demo: false, data: { model } }]);
    await writeJournal(tx, context.clock, [{ act: 'create', subjectKind: 'scenario', subjectId: id, areaCode, detail: { model, title } }]);
    return { scenario: kept, isNew: true };
  });
  if (scenario === null) return refuse('scenario-id-taken', 409, { zh: '编号已被使用', en: 'The id is taken' });
  if (isNew) modelDesk.enqueue(scenario, actor);
  return accept(scenario);
}

async function dropScenario({ context }: Services, actor: Actor, id: string): Promise<Outcome<null>> {
  const gone = await context.database.transaction(actor, async (tx) => {
    const removed = await removeScenario(tx, id);
    if (removed) {
      const { areaCode, title, model } = removed;
      const detail = { title, model };
      await writeJournal(tx, context.clock, [{ act: 'remove', subjectKind: 'scenario', subjectId: id, areaCode, detail }]);
    }
    return removed;
  });
  if (gone === null) return missing;
  if (!gone) return refuse('scenario-running', 409, { zh: '请先停止计算', en: 'Stop the computation first' });
  return accept(null);
}
