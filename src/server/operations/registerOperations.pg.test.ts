import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { enterprises as declaration } from '#rooms/supervision/enterprises/enterprises.register.ts';
import { verifyJournal } from '../storage/journalReading.ts';
import { emit, eventsAfter, outboxEnd } from '../storage/outbox.ts';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';
import type { Context } from './context.ts';
import { change, create, get, list, remove } from './registerOperations.ts';

const enterprises = declaration as unknown as RegisterDeclaration;
let database: TestDatabase;
let context: Context;
const officer = anActor();
const inTown = (areaCode: string) => anActor({ roles: ['townshipOfficer'], areaCode });
const query = { limit: 50, sort: '-updatedAt', filters: {} };

beforeAll(async () => {
  database = await testDatabase();
  context = { clock: new TestClock(), database, county: '341322', publicUrl: 'http://127.0.0.1' };
});
afterAll(() => database.drop());

async function anEnterprise(name: string, areaCode: string): Promise<string> {
  const id = randomUUIDv7();
  const made = await create(context, officer, enterprises, id, { name, industry: 'food', areaCode });
  if (!made.ok) throw new Error(made.text.en);
  return id;
}

describe('a record of a register', () => {
  test('is created once under the id the client made, however often it is sent', async () => {
    const id = randomUUIDv7();
    const input = { name: '面粉厂', industry: 'food', place: [116.9, 34.2], areaCode: '341322101' };
    const first = await create(context, officer, enterprises, id, input);
    const second = await create(context, officer, enterprises, id, input);
    expect(first).toMatchObject({ ok: true, value: { id, name: '面粉厂', place: [116.9, 34.2], version: 1, areaCode: '341322101' } });
    expect(second).toEqual(first);
  });

  test('is refused with field, value and rule, and nothing is stored', async () => {
    const id = randomUUIDv7();
    const refused = await create(context, officer, enterprises, id, { name: '', industry: 'magic', staff: -1, colour: 'red' });
    expect(refused).toMatchObject({ ok: false, code: 'fields-invalid' });
    expect(await get(context, officer, enterprises, id)).toMatchObject({ ok: false, code: 'record-missing' });
  });

  test('is changed only by somebody who saw its latest version', async () => {
    const id = await anEnterprise('老厂', '341322101');
    expect(await change(context, officer, enterprises, id, 1, { name: '新厂' })).toMatchObject({
      ok: true,
      value: { name: '新厂', version: 2, industry: 'food' },
    });
    expect(await change(context, officer, enterprises, id, 1, { name: '旧厂' })).toMatchObject({
      ok: false,
      code: 'version-conflict',
      status: 412,
    });
  });

  test('is found by a keyword of two Chinese characters, filtered and paged', async () => {
    for (let i = 0; i < 3; i += 1) await anEnterprise(`演示化工${i}`, '341322102');
    const first = await list(context, officer, enterprises, { ...query, limit: 2, sort: 'name', q: '化工' });
    expect(first).toMatchObject({ ok: true, value: { total: 3, items: [{ name: '演示化工0' }, { name: '演示化工1' }] } });
    const cursor = (first.ok && first.value.next) || '';
    // Somebody adds a record before the cursor meanwhile: nothing is shown twice or left out.
    await anEnterprise('演示化工', '341322102');
    const rest = await list(context, officer, enterprises, { ...query, limit: 2, sort: 'name', q: '化工', cursor });
    expect(rest).toMatchObject({ ok: true, value: { total: 3, next: null, items: [{ name: '演示化工2' }] } });
    expect(await list(context, officer, enterprises, { ...query, sort: '-name', cursor })).toMatchObject({
      ok: false,
      code: 'cursor-invalid',
    });
    expect(await list(context, officer, enterprises, { ...query, filters: { nonsense: 'x' } })).toMatchObject({
      ok: false,
      code: 'field-unknown',
    });
  });

  test('is removed with a reason and stays in the journal', async () => {
    const id = await anEnterprise('关停厂', '341322103');
    expect(await remove(context, officer, enterprises, id, '已注销')).toMatchObject({ ok: true });
    expect(await get(context, officer, enterprises, id)).toMatchObject({ ok: false, code: 'record-missing' });
  });
});

describe('the area', () => {
  test('bounds what an officer of a township sees and writes', async () => {
    const id = await anEnterprise('他镇企业', '341322104');
    expect(await get(context, inTown('341322105'), enterprises, id)).toMatchObject({ ok: false, code: 'record-missing' });
    expect(await get(context, inTown('341322104'), enterprises, id)).toMatchObject({ ok: true });
    expect(
      await create(context, inTown('341322105'), enterprises, randomUUIDv7(), { name: 'x', industry: 'food', areaCode: '341322104' }),
    ).toMatchObject({ ok: false, code: 'area-outside' });
    expect(await change(context, inTown('341322105'), enterprises, id, 1, { name: 'x' })).toMatchObject({
      ok: false,
      code: 'record-missing',
    });
  });

  test('asked for in a list bounds it, and reaches no further than one may', async () => {
    await anEnterprise('六镇企业', '341322106');
    const namesIn = async (areaCode: string, actor = officer) => {
      const page = await list(context, actor, enterprises, { ...query, filters: { areaCode } });
      return page.ok ? page.value.items.map(({ name }) => name) : page.code;
    };
    expect(await namesIn('341322106')).toEqual(['六镇企业']);
    expect(await namesIn('341322')).toContain('六镇企业');
    expect(await namesIn('34132210')).toContain('六镇企业');
    expect(await namesIn('341322106', inTown('341322105'))).toEqual([]);
    expect(await namesIn('341322', inTown('341322106'))).toEqual(['六镇企业']);
  });

  test('is enforced by the database itself: no scope, no rows; a foreign row is refused', async () => {
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      await client.query('set local role anlan_app');
      expect((await client.query('select count(*) as n from enterprises')).rows[0].n).toBe(0);
      expect((await client.query('select count(*) as n from account')).rows[0].n).toBe(0);
      expect((await client.query('select count(*) as n from setting')).rows[0].n).toBe(0);
      await client.query("select set_config('anlan.area_from', '341322104', true), set_config('anlan.area_to', '341322104~', true)");
      await expect(client.query("update enterprises set area_code = '341322105'")).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('journal and events', () => {
  test('every change is in the chain, and the chain holds', async () => {
    expect(
      await verifyJournal(
        database,
        () => null,
        () => true,
      ),
    ).toMatchObject({ faults: [] });
  });

  test('a changed byte, a removed and a cut-off entry are found where they are', async () => {
    const changed = async (statement: string) => {
      const client = await database.pool.connect();
      try {
        await client.query(statement);
        return (
          await verifyJournal(
            database,
            () => null,
            () => true,
          )
        )?.faults[0];
      } finally {
        client.release();
      }
    };
    const before = (await database.pool.query('select * from journal where position = 3')).rows[0];
    expect(await changed("update journal set why = why || '.' where position = 3")).toEqual({ position: 3, kind: 'changed' });
    await database.pool.query('update journal set why = $1 where position = 3', [before.why]);
    expect(
      (
        await verifyJournal(
          database,
          () => null,
          () => true,
        )
      )?.faults,
    ).toEqual([]);
    expect(await changed('delete from journal where position = (select max(position) from journal)')).toMatchObject({ kind: 'end' });
    expect(await changed('delete from journal where position = 2')).toEqual({ position: 2, to: 2, kind: 'removed' });
  });

  test('the application role may not touch what is written', async () => {
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      await client.query('set local role anlan_app');
      await expect(client.query("update journal set why = 'x'")).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test('writers of the outbox go one by one, so a reader never overtakes a late commit', async () => {
    const start = await outboxEnd(database);
    const fact = (type: string) => ({ type, areaCode: '341322', subject: { kind: 'x', id: 'x' }, demo: false, data: {} });
    const written = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const slow = database.transaction(officer, async (tx) => {
      await emit(tx, context.clock, [fact('slow')]);
      written.resolve();
      await release.promise;
    });
    await written.promise;
    const quick = database.transaction(officer, (tx) => emit(tx, context.clock, [fact('quick')]));
    expect(await eventsAfter(database, start, 10)).toEqual([]);
    release.resolve();
    await Promise.all([slow, quick]);
    expect((await eventsAfter(database, start, 10)).map(({ type }) => type)).toEqual(['slow', 'quick']);
  });
});
