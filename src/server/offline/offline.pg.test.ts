import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import { aHistory, asDelivered, seeded } from '#kernel/offline/histories.fixture.ts';
import { isSettled, type OfflineWrite } from '#kernel/offline/offlineWrite.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { caseById } from '#rooms/rooms.ts';
import { enterprises as declaration } from '#rooms/supervision/enterprises/enterprises.register.ts';
import { act, openCase, viewCase } from '../operations/caseOperations.ts';
import type { Context } from '../operations/context.ts';
import { change, create, get } from '../operations/registerOperations.ts';
import { historyOf } from '../storage/journal.ts';
import { writesIn } from '../storage/offlineWrites.ts';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';
import { deliverWrites } from './deliverWrites.ts';
import { resolveWrite } from './resolveWrite.ts';

const enterprises = declaration as unknown as RegisterDeclaration;
let database: TestDatabase;
let context: Context;
const officer = anActor();
const other = anActor({ accountId: '01890000-0000-7000-8000-000000000002', name: '乡镇员乙' });

beforeAll(async () => {
  database = await testDatabase();
  context = { clock: new TestClock(), database, county: '341322', publicUrl: 'http://127.0.0.1' };
});
afterAll(() => database.drop());

type Sent = Omit<OfflineWrite, 'deviceId'>;
let device: string;
beforeEach(() => {
  device = randomUUIDv7();
});

const aWrite = (sequence: number, change: Partial<Sent> = {}): Sent => ({
  id: randomUUIDv7(),
  sequence,
  madeAt: '2026-07-01T00:00:00.000Z',
  kind: 'create',
  type: 'enterprises',
  recordId: randomUUIDv7(),
  baseVersion: null,
  base: {},
  body: { name: '离线厂', industry: 'food', areaCode: '341322101' },
  ...change,
});

async function send(writes: Sent[], actor = officer, deviceId = device) {
  const delivered = await deliverWrites(context, actor, deviceId, writes);
  if (!delivered.ok) throw new Error(delivered.code);
  return { ...delivered.value, states: writes.map(({ id }) => delivered.value.outcomes.find((each) => each.id === id)?.state) };
}

async function aFactory(): Promise<string> {
  const id = randomUUIDv7();
  await create(context, officer, enterprises, id, { name: '老厂', industry: 'food', staff: 40, areaCode: '341322101' });
  return id;
}

const fieldsOf = async (id: string) => {
  const found = await get(context, officer, enterprises, id);
  return found.ok ? found.value : null;
};

describe('what a device sends', () => {
  test('arrives once and in order, whatever order it comes in and however often', async () => {
    const made = aWrite(1);
    const edit = aWrite(2, { kind: 'change', recordId: made.recordId, base: { name: '离线厂' }, body: { name: '离线厂（二期）' } });
    expect((await send([edit])).states).toEqual(['waiting']);
    const delivered = await send([made, edit, made]);
    expect(delivered).toMatchObject({ nextSequence: 3, states: ['applied', 'applied', 'applied'] });
    expect((await send([edit, made])).outcomes.map(({ version }) => version)).toEqual([2, 1]);
    expect(await fieldsOf(made.recordId)).toMatchObject({ name: '离线厂（二期）', version: 2 });
    const history = await database.transaction(officer, (tx) => historyOf(tx, 'enterprises', made.recordId));
    expect(history.map(({ act: done, why }) => [done, why])).toEqual([
      ['create', 'offline'],
      ['update', 'offline'],
    ]);
  });

  test('sent by two connections at the same moment is applied once', async () => {
    const writes = [1, 2, 3].map((sequence) => aWrite(sequence));
    await Promise.all([send(writes), send(writes), send([...writes].reverse())]);
    const applied = await database.transaction(officer, (tx) => writesIn(tx, ['applied']));
    expect(applied.filter(({ write }) => write.deviceId === device)).toHaveLength(3);
    expect(await Promise.all(writes.map(async ({ recordId }) => (await fieldsOf(recordId))?.version))).toEqual([1, 1, 1]);
  });

  test('and is refused is told with field and rule, holds up its own record alone, and is corrected by its person', async () => {
    const wrong = aWrite(1, { body: { name: '', industry: 'magic', areaCode: '341322101' } });
    const edit = aWrite(2, { kind: 'change', recordId: wrong.recordId, base: { staff: null }, body: { staff: 7 } });
    const fine = aWrite(3);
    const delivered = await send([wrong, edit, fine]);
    expect(delivered.states).toEqual(['refused', 'blocked', 'applied']);
    expect(delivered.outcomes[0]?.problem).toMatchObject({ code: 'fields-invalid', fields: [{ field: 'name' }, { field: 'industry' }] });
    expect(await fieldsOf(wrong.recordId)).toBeNull();

    const still = await resolveWrite(context, officer, wrong.id, { choice: 'mine', version: null });
    expect(still).toMatchObject({ ok: false, code: 'fields-invalid' });
    const corrected = await resolveWrite(context, officer, wrong.id, {
      choice: 'fields',
      fields: { name: '改正厂', industry: 'food' },
      version: null,
    });
    expect(corrected).toMatchObject({
      ok: true,
      value: [
        { state: 'resolved', version: 1 },
        { id: edit.id, state: 'applied', version: 2 },
      ],
    });
    expect(await fieldsOf(wrong.recordId)).toMatchObject({ name: '改正厂', staff: 7 });
  });

  test('a refused change that is corrected still meets what others changed meanwhile', async () => {
    const id = await aFactory();
    const wrong = aWrite(1, {
      kind: 'change',
      recordId: id,
      baseVersion: 1,
      base: { name: '老厂', staff: 40 },
      body: { name: '甲厂', staff: -1 },
    });
    expect((await send([wrong])).states).toEqual(['refused']);
    await change(context, other, enterprises, id, 1, { name: '乙厂' });
    const corrected = await resolveWrite(context, officer, wrong.id, { choice: 'fields', fields: { staff: 44 }, version: null });
    expect(corrected).toMatchObject({ ok: true, value: [{ state: 'conflict', conflict: { version: 2, fields: [{ field: 'name' }] } }] });
    expect(await resolveWrite(context, officer, wrong.id, { choice: 'mine', version: 2 })).toMatchObject({ ok: true });
    expect(await fieldsOf(id)).toMatchObject({ name: '甲厂', staff: 44, version: 3 });
  });

  test('under the name of a device of another account is refused, and nobody sees the writes of another', async () => {
    await send([aWrite(1)]);
    expect(await deliverWrites(context, other, device, [aWrite(2)])).toMatchObject({ ok: false, code: 'device-foreign' });
    const wrong = aWrite(2, { body: { name: '' } });
    await send([wrong]);
    expect((await database.transaction(other, (tx) => writesIn(tx, ['refused', 'applied']))).length).toBe(0);
    expect(await resolveWrite(context, other, wrong.id, { choice: 'theirs', version: null })).toMatchObject({
      code: 'offline-write-missing',
    });
  });

  test('for a division outside the area or by a role that may not write is refused like any other', async () => {
    const township = anActor({ accountId: randomUUIDv7(), roles: ['viewer'], areaCode: '341322101' });
    const delivered = await send([aWrite(1)], township);
    expect(delivered.outcomes[0]).toMatchObject({ state: 'refused', problem: { code: 'role-missing' } });
  });

  test('from copied storage, under a number already used, asks the device to number anew', async () => {
    await send([aWrite(1)]);
    const copy = aWrite(1);
    const onTop = aWrite(2, { kind: 'change', recordId: copy.recordId, base: { name: '离线厂' }, body: { name: '副本' } });
    expect(await send([copy, onTop])).toMatchObject({ numberTaken: copy.id, nextSequence: 2, outcomes: [] });
    expect(await fieldsOf(copy.recordId)).toBeNull();
    expect((await send([copy, onTop], officer, randomUUIDv7())).states).toEqual(['applied', 'applied']);
  });

  test('and was saved before, its answer lost, is not made a second time; an edit made meanwhile is not dropped', async () => {
    const id = await aFactory();
    const again = aWrite(1, { recordId: id, body: { name: '老厂', industry: 'food', staff: 40 } });
    expect((await send([again])).states).toEqual(['applied']);
    const edited = aWrite(2, { recordId: id, body: { name: '老厂', industry: 'food', staff: 41 } });
    expect((await send([edited])).outcomes[0]).toMatchObject({
      state: 'conflict',
      conflict: { fields: [{ field: 'staff', mine: 41, theirs: 40 }] },
    });
  });
});

describe('two people, one record', () => {
  test('fields only one of them changed merge', async () => {
    const id = await aFactory();
    await change(context, other, enterprises, id, 1, { staff: 55 });
    const late = aWrite(1, { kind: 'change', recordId: id, baseVersion: 1, base: { name: '老厂' }, body: { name: '新厂' } });
    expect((await send([late])).states).toEqual(['applied']);
    expect(await fieldsOf(id)).toMatchObject({ name: '新厂', staff: 55, version: 3 });
  });

  test('a field both changed is a conflict that names the other, and a person decides; what came meanwhile is shown first', async () => {
    const id = await aFactory();
    await change(context, other, enterprises, id, 1, { name: '乙的厂' });
    const late = aWrite(1, {
      kind: 'change',
      recordId: id,
      baseVersion: 1,
      base: { name: '老厂', staff: 40 },
      body: { name: '甲的厂', staff: 41 },
    });
    const [outcome] = (await send([late])).outcomes;
    expect(outcome).toMatchObject({
      state: 'conflict',
      conflict: { version: 2, by: '乡镇员乙', fields: [{ field: 'name', mine: '甲的厂', theirs: '乙的厂' }] },
    });
    expect(await fieldsOf(id)).toMatchObject({ name: '乙的厂', staff: 40 });

    await change(context, other, enterprises, id, 2, { staff: 60 });
    const overtaken = await resolveWrite(context, officer, late.id, { choice: 'mine', version: 2 });
    expect(overtaken).toMatchObject({
      ok: true,
      value: [{ state: 'conflict', conflict: { version: 3, fields: [{ field: 'name' }, { field: 'staff' }] } }],
    });
    const decided = await resolveWrite(context, officer, late.id, { choice: 'fields', fields: { staff: 60 }, version: 3 });
    expect(decided).toMatchObject({ ok: true, value: [{ state: 'resolved', version: 4 }] });
    expect(await fieldsOf(id)).toMatchObject({ name: '甲的厂', staff: 60 });
    expect(await resolveWrite(context, officer, late.id, { choice: 'theirs', version: null })).toMatchObject({
      code: 'offline-write-settled',
    });
  });

  test('giving one’s own up leaves the record alone and stands in the journal', async () => {
    const id = await aFactory();
    await change(context, other, enterprises, id, 1, { name: '乙的厂' });
    const late = aWrite(1, { kind: 'change', recordId: id, baseVersion: 1, base: { name: '老厂' }, body: { name: '甲的厂' } });
    await send([late]);
    expect(await resolveWrite(context, officer, late.id, { choice: 'theirs', version: 2 })).toMatchObject({
      ok: true,
      value: [{ state: 'resolved' }],
    });
    expect(await fieldsOf(id)).toMatchObject({ name: '乙的厂', version: 2 });
    const history = await database.transaction(officer, (tx) => historyOf(tx, 'enterprises', id));
    expect(history.at(-1)).toMatchObject({ act: 'offlineGivenUp', why: 'offline' });
  });

  test('a hidden phone number leaves as its mask, in a conflict too', async () => {
    const hidden = Object.entries(enterprises.fields).find(([, field]) => field.sensitive && field.kind === 'text');
    if (!hidden) return;
    const [name] = hidden;
    const id = randomUUIDv7();
    await create(context, officer, enterprises, id, { name: '老厂', industry: 'food', [name]: '13805571234', areaCode: '341322101' });
    await change(context, other, enterprises, id, 1, { [name]: '13905575678' });
    const late = aWrite(1, { kind: 'change', recordId: id, baseVersion: 1, base: {}, body: { [name]: '13705570000' } });
    expect(JSON.stringify((await send([late])).outcomes)).not.toContain('13905575678');
  });
});

describe('cases', () => {
  const incident = caseById('incident');
  if (!incident) throw new Error('there is no incident');
  const input = { title: '倒流河漫堤', eventCode: '11A01', facts: '水位超警戒。', place: [116.94, 34.18] };
  const opening = { ...input, action: 'open' };

  test('an incident taken down without network opens, and its notes follow in order', async () => {
    const open = aWrite(1, { kind: 'caseOpen', type: 'incident', body: opening });
    const note = aWrite(2, { kind: 'caseAct', type: 'incident', recordId: open.recordId, body: { action: 'note', note: '已派人到场' } });
    expect((await send([note, open])).states).toEqual(['applied', 'applied']);
    const view = await viewCase(context, officer, incident, open.recordId);
    expect(view).toMatchObject({ ok: true, value: { lines: [{ action: 'open' }, { action: 'note', note: '已派人到场' }] } });
  });

  test('an action decided on an older state of the case is not done by itself', async () => {
    const id = randomUUIDv7();
    await openCase(context, officer, incident, id, {
      action: 'open',
      input,
      note: '',
      version: null,
    });
    await act(context, other, incident, id, { action: 'note', input: {}, note: '水已退', version: 1 });
    const late = aWrite(1, { kind: 'caseAct', type: 'incident', recordId: id, baseVersion: 1, body: { action: 'note', note: '水在涨' } });
    expect((await send([late])).outcomes[0]).toMatchObject({ state: 'conflict', conflict: { version: 2, by: '乡镇员乙' } });
    expect(await resolveWrite(context, officer, late.id, { choice: 'mine', version: 2 })).toMatchObject({
      ok: true,
      value: [{ state: 'resolved', version: 3 }],
    });
  });

  test('a warning is never kept for later', async () => {
    const late = aWrite(1, { kind: 'caseOpen', type: 'warning', body: { action: 'draft', headlineZh: '暴雨' } });
    expect((await send([late])).outcomes[0]).toMatchObject({ state: 'refused', problem: { code: 'case-online-only' } });
  });
});

test('30 histories of several devices, shuffled and repeated, in two databases of records: the same, or a conflict that is seen', async () => {
  for (let seed = 1; seed <= 30; seed += 1) {
    const random = seeded(seed);
    const history = aHistory(random).map((write) => ({ ...write, type: 'enterprises' }));
    const runs = [await run(history, asDelivered(random, history)), await run(history, asDelivered(random, history))] as const;
    const open = runs[0].open.union(runs[1].open);
    const settled = (values: ReadonlyMap<string, unknown>) => Object.fromEntries([...values].filter(([place]) => !open.has(place)));
    expect(settled(runs[1].values), `seed ${seed}`).toEqual(settled(runs[0].values));
    for (const each of runs) expect(each.kept).toBe(history.length);
  }
});

/** Fields of the history → fields of an enterprise. */
const fieldNames: Record<string, string> = { name: 'name', phone: 'address', state: 'principal', note: 'note' };

/** Delivers a history under ids of its own; what it leaves, under the names of the history. */
async function run(history: readonly OfflineWrite[], delivered: readonly OfflineWrite[]) {
  const ids = new Map<string, string>();
  const idOf = (name: string) => ids.get(name) ?? ids.set(name, randomUUIDv7()).get(name) ?? '';
  const account = anActor({ accountId: randomUUIDv7() });
  const renamed = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [fieldNames[name] ?? name, value]));
  for (const shared of ['shared-1', 'shared-2'])
    await create(context, officer, enterprises, idOf(shared), {
      ...renamed({ name: 'name-0', phone: 'phone-0', state: 'state-0', note: 'note-0' }),
      industry: 'food',
      areaCode: '341322101',
    });
  for (const write of delivered) {
    const { id, recordId, base, body, deviceId, ...rest } = write;
    const whole = write.kind === 'create' ? { industry: 'food', areaCode: '341322101', name: `made-${recordId}` } : {};
    await send(
      [{ ...rest, id: idOf(id), recordId: idOf(recordId), base: renamed(base), body: { ...whole, ...renamed(body) } }],
      account,
      idOf(deviceId),
    );
  }
  const kept = await database.transaction(account, (tx) =>
    writesIn(tx, ['waiting', 'blocked', 'applied', 'refused', 'conflict', 'resolved']),
  );
  expect(kept.filter(({ outcome }) => outcome.state === 'waiting')).toEqual([]);
  const stuck = kept.filter(({ outcome }) => !isSettled(outcome.state));
  const nameOf = new Map([...ids].map(([name, id]) => [id, name]));
  const open = new Set(stuck.flatMap(({ write }) => Object.keys(write.body).map((field) => `${nameOf.get(write.recordId)}.${field}`)));
  const values = new Map<string, unknown>();
  for (const recordId of new Set(history.map((write) => write.recordId))) {
    const record = await fieldsOf(idOf(recordId));
    for (const field of Object.values(fieldNames)) if (record) values.set(`${recordId}.${field}`, record[field]);
  }
  return { kept: kept.length, open, values };
}
