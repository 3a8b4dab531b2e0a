import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { registerById } from '#rooms/rooms.ts';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';
import { apply, preview, undo } from './bulkOperations.ts';
import type { Context } from './context.ts';
import { archive, change, create, get, list, remove } from './registerOperations.ts';

const enterprises = registerById('enterprises') as RegisterDeclaration;
const dictionaryEntries = registerById('dictionaryEntries') as RegisterDeclaration;
const officer = anActor();
const clock = new TestClock();
let database: TestDatabase;
let context: Context;
let ids: string[];

beforeAll(async () => {
  database = await testDatabase();
  context = { clock, database, county: '341322', publicUrl: 'http://127.0.0.1' };
});
afterAll(() => database.drop());
beforeEach(async () => {
  ids = [];
  for (const [at, industry] of ['food', 'food', 'wood'].entries()) {
    const id = randomUUIDv7();
    ids.push(id);
    await create(context, officer, enterprises, id, { name: `厂${at}`, industry, staff: at, areaCode: `34132210${at + 1}` });
  }
});

const ask = (over: object = {}) => ({ choice: { ids }, change: { riskLevel: 'blue' }, why: '年度分级', ...over });
const versions = async () =>
  Promise.all(ids.map(async (id) => get(context, officer, enterprises, id).then((found) => (found.ok ? found.value.version : 0))));

describe('one change to many records', () => {
  test('is shown before it is made, and looking changes nothing', async () => {
    const looked = await preview(context, officer, enterprises, ask());
    expect(looked).toMatchObject({ ok: true, value: { chosen: 3, changing: 3, problems: [], versions: { [ids[0] as string]: 1 } } });
    expect(await versions()).toEqual([1, 1, 1]);
  });

  test('reaches those of a filter only, each with its own journal entry', async () => {
    const choice = { query: { filters: { industry: 'wood', 'staff.min': '2' } } };
    const done = await apply(context, officer, enterprises, randomUUIDv7(), ask({ choice, change: { operation: 'closed' } }));
    expect(done).toMatchObject({ ok: true });
    expect(await versions()).toEqual([1, 1, 2]);
    const entries = await database.pool.query("select act from journal where subject_id = $1 and why = '年度分级'", [ids[2]]);
    expect(entries.rows).toEqual([{ act: 'update' }]);
  });

  test('is made to all or to none', async () => {
    const seen = { [ids[0] as string]: 1, [ids[1] as string]: 1, [ids[2] as string]: 7 };
    expect(await apply(context, officer, enterprises, randomUUIDv7(), ask({ versions: seen }))).toMatchObject({
      ok: false,
      code: 'bulk-problems',
      fields: [{ field: ids[2], rule: 'version' }],
    });
    expect(await versions()).toEqual([1, 1, 1]);
    const wrong = await preview(context, officer, enterprises, ask({ change: { riskLevel: 'mauve' } }));
    expect(wrong).toMatchObject({
      value: { changing: 0, problems: [{ field: `${ids.toSorted()[0]}.riskLevel`, rule: 'choice' }, {}, {}] },
    });
  });

  test('leaves records of other areas alone and says so', async () => {
    const town = anActor({ roles: ['townshipOfficer'], areaCode: '341322101' });
    expect(await preview(context, town, enterprises, ask())).toMatchObject({
      value: { chosen: 1, problems: [{ rule: 'missing' }, { rule: 'missing' }] },
    });
  });

  test.each([
    ['phone', 'field-sensitive'],
    ['creditCode', 'field-unknown'],
    ['nothing', 'field-unknown'],
  ])('refuses the field %s', async (field, code) => {
    expect(await preview(context, officer, enterprises, ask({ change: { [field]: 'x' } }))).toMatchObject({ ok: false, code });
  });

  test('is taken back within a quarter of an hour by whoever made it, once', async () => {
    const batch = randomUUIDv7();
    await apply(context, officer, enterprises, batch, ask());
    const touched = ids[1] as string;
    await change(context, officer, enterprises, touched, 2, { riskLevel: 'red' });
    const other = anActor({ accountId: '01890000-0000-7000-8000-000000000002' });
    expect(await undo(context, other, enterprises, batch)).toMatchObject({ ok: false, code: 'bulk-missing' });
    expect(await undo(context, officer, enterprises, batch)).toMatchObject({ ok: true, value: { restored: 2, kept: [touched] } });
    expect(await get(context, officer, enterprises, ids[0] as string)).toMatchObject({ value: { riskLevel: null } });
    expect(await get(context, officer, enterprises, touched)).toMatchObject({ value: { riskLevel: 'red' } });
    expect(await undo(context, officer, enterprises, batch)).toMatchObject({ ok: false, code: 'bulk-undone' });
    const late = randomUUIDv7();
    await apply(context, officer, enterprises, late, ask({ change: { operation: 'running' } }));
    clock.advance(15 * 60_000 + 1);
    expect(await undo(context, officer, enterprises, late)).toMatchObject({ ok: false, code: 'bulk-too-late' });
  });
});

describe('the archive', () => {
  const listed = async (archived?: 'only' | 'all') => {
    const page = await list(context, officer, enterprises, { limit: 100, sort: 'id', filters: { id: ids.join(',') }, archived });
    return page.ok ? page.value.items.map(({ id }) => id) : page.code;
  };

  test('takes a record out of the lists and gives it back unchanged', async () => {
    const [first, ...others] = ids as [string, string, string];
    expect(await archive(context, officer, enterprises, first, true, '停产')).toMatchObject({
      ok: true,
      value: { archivedAt: expect.any(String) },
    });
    expect(await listed()).toEqual(others);
    expect(await listed('only')).toEqual([first]);
    expect(await listed('all')).toEqual(ids);
    expect(await get(context, officer, enterprises, first)).toMatchObject({ ok: true, value: { name: '厂0' } });
    await archive(context, officer, enterprises, first, false, '复产');
    expect(await listed()).toEqual(ids);
  });

  test('is not the bin: removing asks why', async () => {
    expect(await remove(context, officer, enterprises, ids[0] as string, ' ')).toMatchObject({ ok: false, code: 'reason-missing' });
    expect(await remove(context, officer, enterprises, ids[0] as string, '重复', 5)).toMatchObject({ ok: false, code: 'version-conflict' });
    expect(await remove(context, officer, enterprises, ids[0] as string, '重复', 1)).toMatchObject({ ok: true });
    expect(await listed('all')).toEqual(ids.slice(1));
  });
});

describe('what a declaration demands beyond a single value', () => {
  const withDictionary: RegisterDeclaration = {
    ...enterprises,
    fields: {
      ...enterprises.fields,
      industry: { kind: 'choice', label: { zh: '类别', en: 'Kind' }, options: {}, dictionary: 'unitKinds' },
    },
  };

  test('a code must be in the dictionary on the day of writing', async () => {
    const entry = (code: string, over: object) =>
      create(context, officer, dictionaryEntries, randomUUIDv7(), { dictionary: 'unitKinds', code, zh: code, en: code, ...over });
    await entry('K1', {});
    await entry('K2', { validTo: '2026-07-01' });
    const make = (industry: string) => create(context, officer, withDictionary, randomUUIDv7(), { name: '甲', industry });
    expect(await make('K1')).toMatchObject({ ok: true });
    expect(await make('K2')).toMatchObject({ ok: false, fields: [{ field: 'industry', rule: 'choice' }] });
    expect(await make('K3')).toMatchObject({ ok: false, fields: [{ field: 'industry', rule: 'choice' }] });
  });

  const conditional: RegisterDeclaration = {
    ...enterprises,
    fields: {
      ...enterprises.fields,
      regulator: {
        kind: 'text',
        maxLength: 50,
        label: { zh: '部门', en: 'Department' },
        required: true,
        when: { field: 'riskLevel', is: ['red'] },
      },
      staff: {
        kind: 'count',
        label: { zh: '人数', en: 'Staff' },
        unit: { zh: '人', en: 'people' },
        computed: ({ name }) => String(name).length,
      },
    },
  };

  test('a conditional field is demanded while its condition holds and emptied when it ends; a computed one follows', async () => {
    const id = randomUUIDv7();
    const input = { name: '甲乙丙', industry: 'food', riskLevel: 'red' };
    expect(await create(context, officer, conditional, id, input)).toMatchObject({
      ok: false,
      fields: [{ field: 'regulator', rule: 'required' }],
    });
    expect(await create(context, officer, conditional, id, { ...input, regulator: '应急局' })).toMatchObject({
      value: { regulator: '应急局', staff: 3 },
    });
    expect(await change(context, officer, conditional, id, 1, { riskLevel: 'blue', name: '甲乙' })).toMatchObject({
      value: { regulator: null, staff: 2 },
    });
    expect(await change(context, officer, conditional, id, 2, { riskLevel: 'red' })).toMatchObject({
      ok: false,
      fields: [{ field: 'regulator', rule: 'required' }],
    });
    expect(await change(context, officer, conditional, id, 2, { staff: 5 })).toMatchObject({ ok: false, code: 'fields-unknown' });
  });

  test('a value taken names its field', async () => {
    const make = () =>
      create(context, officer, enterprises, randomUUIDv7(), { name: '乙', industry: 'food', creditCode: '91350100M000100Y43' });
    expect(await make()).toMatchObject({ ok: true });
    expect(await make()).toMatchObject({ ok: false, code: 'value-taken', fields: [{ field: 'creditCode', rule: 'unique' }] });
  });
});
