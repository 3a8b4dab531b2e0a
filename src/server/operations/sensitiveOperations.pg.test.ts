import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { registerById } from '#rooms/rooms.ts';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';
import type { Context } from './context.ts';
import { change, create, get, list } from './registerOperations.ts';
import { history, open } from './sensitiveOperations.ts';

const enterprises = registerById('enterprises') as RegisterDeclaration;
const experts = registerById('experts') as RegisterDeclaration;
const viewer = anActor({ roles: ['viewer'] });
const officer = anActor();
const query = { limit: 50, sort: '-updatedAt', filters: {} };
let database: TestDatabase;
let context: Context;
let id: string;

beforeAll(async () => {
  database = await testDatabase();
  context = { clock: new TestClock(), database, county: '341322', publicUrl: 'http://127.0.0.1' };
  id = randomUUIDv7();
  await create(context, officer, enterprises, id, { name: '面粉厂', industry: 'food', phone: '13812345678', areaCode: '341322101' });
});
afterAll(() => database.drop());

const journal = async () =>
  (await database.pool.query<{ act: string; why: string; actor_name: string; detail: object }>('select * from journal order by position'))
    .rows;
const storedPhone = async () =>
  (await database.pool.query<{ phone: string }>('select phone from enterprises where id = $1', [id])).rows[0]?.phone;

describe('a sensitive field', () => {
  test.each([
    ['whoever only looks on', viewer],
    ['whoever may open it', officer],
  ])('is masked in list, record and history for %s', async (_, actor) => {
    expect(await get(context, actor, enterprises, id)).toMatchObject({ value: { phone: '138••••5678', name: '面粉厂' } });
    expect(await list(context, actor, enterprises, query)).toMatchObject({ value: { items: [{ phone: '138••••5678' }] } });
    expect(JSON.stringify(await history(context, actor, enterprises, id))).not.toContain('13812345678');
    expect(JSON.stringify(await journal())).not.toContain('13812345678');
  });

  test('opens for a stated reason, and the journal keeps who, what and why, not the value', async () => {
    const opened = await open(context, officer, enterprises, id, { fields: ['phone'], why: '通知转移' });
    expect(opened).toEqual({ ok: true, value: { values: { phone: '13812345678' } } });
    expect((await journal()).at(-1)).toMatchObject({
      act: 'open',
      why: '通知转移',
      actor_name: officer.name,
      detail: { fields: ['phone'] },
    });
  });

  test('stays shut for other roles, for other areas, and where nothing is sensitive', async () => {
    const entries = (await journal()).length;
    const ask = { fields: ['phone'], why: '看看' };
    expect(await open(context, viewer, enterprises, id, ask)).toMatchObject({ ok: false, code: 'field-closed', status: 403 });
    const elsewhere = anActor({ roles: ['townshipOfficer'], areaCode: '341322102' });
    expect(await open(context, elsewhere, enterprises, id, ask)).toMatchObject({ ok: false, code: 'record-missing' });
    expect(await open(context, officer, enterprises, id, { fields: ['name'], why: '看看' })).toMatchObject({ code: 'field-not-sensitive' });
    expect(await open(context, officer, enterprises, id, { fields: ['phone', 'constructor'], why: '看看' })).toMatchObject({ ok: false });
    expect((await journal()).length).toBe(entries);
  });

  test('cannot be guessed by filter, sort or keyword', async () => {
    const asked = (over: object) => list(context, officer, enterprises, { ...query, ...over });
    expect(await asked({ filters: { phone: '13812345678' } })).toMatchObject({ ok: false, code: 'field-sensitive' });
    expect(await asked({ sort: 'phone' })).toMatchObject({ ok: false, code: 'field-sensitive' });
    expect(await asked({ q: '13812345678' })).toMatchObject({ ok: true, value: { total: 0 } });
    expect(await asked({ q: '138' })).toMatchObject({ ok: true, value: { total: 0 } });
  });

  test('left as its mask stays what it is; a mask written over is refused', async () => {
    expect(await change(context, officer, enterprises, id, 1, { phone: '138••••5678', staff: 9 })).toMatchObject({
      ok: true,
      value: { staff: 9, phone: '138••••5678', version: 2 },
    });
    expect(await storedPhone()).toBe('13812345678');
    expect(await change(context, officer, enterprises, id, 2, { phone: '139••••5678' })).toMatchObject({
      ok: false,
      code: 'fields-invalid',
      fields: [{ field: 'phone', rule: 'masked' }],
    });
    expect(
      await create(context, officer, enterprises, randomUUIDv7(), { name: '新厂', industry: 'food', phone: '138••••5678' }),
    ).toMatchObject({
      fields: [{ field: 'phone', rule: 'masked' }],
    });
    expect(await change(context, officer, enterprises, id, 2, { phone: '13987654321' })).toMatchObject({ value: { phone: '139••••4321' } });
    expect(await storedPhone()).toBe('13987654321');
    expect(JSON.stringify(await journal())).not.toContain('13987654321');
  });
});

describe('a list the county shares', () => {
  const town = anActor({ roles: ['townshipOfficer', 'dutyLeader'], areaCode: '341322105' });

  test('is read in every township and written only where it belongs', async () => {
    const expert = randomUUIDv7();
    const made = await create(context, officer, experts, expert, { name: '王工', specialties: ['flood'], phone: '13911112222' });
    expect(made).toMatchObject({ ok: true, value: { areaCode: '341322' } });
    expect(await list(context, town, experts, query)).toMatchObject({
      value: { total: 1, items: [{ name: '王工', phone: '139••••2222' }] },
    });
    expect(await open(context, town, experts, expert, { fields: ['phone'], why: '请来会商' })).toMatchObject({
      value: { values: { phone: '13911112222' } },
    });
    expect(await change(context, town, experts, expert, 1, { name: '改名' })).toMatchObject({ ok: false, code: 'area-outside' });
  });

  test('is so at the database itself: any session reads, none writes outside its area, without a session nothing is there', async () => {
    const client = await database.pool.connect();
    const count = async () => (await client.query<{ n: number }>('select count(*) as n from experts')).rows[0]?.n;
    try {
      await client.query('begin');
      await client.query('set local role anlan_app');
      expect(await count()).toBe(0);
      await client.query("select set_config('anlan.area_from', '341322105', true), set_config('anlan.area_to', '341322105~', true)");
      expect(await count()).toBe(1);
      expect((await client.query<{ n: number }>('select count(*) as n from enterprises')).rows[0]?.n).toBe(0);
      expect((await client.query("update experts set name = 'x'")).rowCount).toBe(0);
      expect((await client.query('delete from experts')).rowCount).toBe(0);
      await expect(
        client.query(
          "insert into experts (id, area_code, created_at, created_by, updated_at, updated_by, name) values (gen_random_uuid(), '341322', now(), 'x', now(), 'x', 'x')",
        ),
      ).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
