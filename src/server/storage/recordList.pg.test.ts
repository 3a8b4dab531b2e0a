import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { registerById } from '#rooms/rooms.ts';
import { listRecords, type ListQuery } from './recordList.ts';
import { insertRecord } from './records.ts';
import { anActor, testDatabase, type TestDatabase } from './testDatabase.ts';

const enterprises = registerById('enterprises') as RegisterDeclaration;
const serviceContracts = registerById('serviceContracts') as RegisterDeclaration;
const officer = anActor();
let database: TestDatabase;

const some = [
  { name: '萧县龙城化工有限公司', industry: 'chemical', staff: 120, address: '龙城镇工业园', riskLevel: 'red' },
  { name: '永堌镇面粉厂', industry: 'food', staff: 8, address: '永堌镇', riskLevel: 'blue' },
  { name: 'Green Valley 食品', industry: 'food', staff: null, address: '黄口镇 A12', riskLevel: null },
  { name: '防汛物资站', industry: 'other', staff: 40, address: null, riskLevel: 'yellow' },
];

beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(officer, async (tx) => {
    for (const [at, values] of some.entries())
      await insertRecord(tx, enterprises, {
        id: randomUUIDv7(),
        areaCode: at === 1 ? '341322102' : '341322101',
        demo: false,
        at: new Date(Date.UTC(2026, 6, 1 + at, 16)),
        values,
      });
  });
});
afterAll(() => database.drop());

async function names(query: Partial<ListQuery>, actor = officer): Promise<unknown> {
  const page = await database.transaction(actor, (tx) =>
    listRecords(tx, enterprises, { limit: 50, sort: 'updatedAt', filters: {}, ...query }),
  );
  return page.ok ? page.value.items.map(({ name }) => String(name).slice(0, 4)) : page.code;
}

test.each([
  ['化工', ['萧县龙城']],
  ['防汛物资', ['防汛物资']],
  ['汛', ['防汛物资']],
  ['镇面', ['永堌镇面']],
  ['green', ['Gree']],
  ['VAL 食品', ['Gree']],
  ['een', []],
  ['a12', ['Gree']],
  ['龙城 有限公司', ['萧县龙城']],
  ['城有', []],
  ['工龙', []],
  ['，。', []],
  ["'); drop table enterprises; --", []],
])('the keyword “%s” finds what holds it', async (q, found) => {
  expect(await names({ q })).toEqual(found);
});

test.each<[Record<string, string>, string[] | string]>([
  [{ 'staff.min': '40' }, ['萧县龙城', '防汛物资']],
  [{ 'staff.min': '8', 'staff.max': '40' }, ['永堌镇面', '防汛物资']],
  [{ staff: '' }, ['Gree']],
  [{ staff: '8,40' }, ['永堌镇面', '防汛物资']],
  [{ industry: 'food,other', riskLevel: 'blue' }, ['永堌镇面']],
  [{ 'updatedAt.from': '2026-07-04' }, ['Gree', '防汛物资']],
  [{ 'updatedAt.to': '2026-07-02' }, ['萧县龙城']],
  [{ areaCode: '341322102' }, ['永堌镇面']],
  [{ 'staff.min': 'many' }, 'filter-invalid'],
  [{ 'name.min': '3' }, 'field-unknown'],
  [{ id: 'x' }, 'filter-invalid'],
  [{ demo: 'perhaps' }, 'filter-invalid'],
])('filtered by %j', async (filters, found) => {
  expect(await names({ filters })).toEqual(found);
});

describe('paging', () => {
  test.each(['name', '-name', 'staff', '-staff', 'updatedAt', '-updatedAt', 'riskLevel', '-areaCode', 'id'])(
    'by %s shows every record once, empty values last, whatever the page',
    async (sort) => {
      const whole = await names({ sort });
      const paged: unknown[] = [];
      let cursor: string | undefined;
      do {
        const page = await database.transaction(officer, (tx) => listRecords(tx, enterprises, { limit: 1, sort, filters: {}, cursor }));
        if (!page.ok) throw new Error(page.code);
        paged.push(...page.value.items.map(({ name }) => String(name).slice(0, 4)));
        cursor = page.value.next ?? undefined;
      } while (cursor);
      expect(paged).toEqual(whole);
      expect(paged).toHaveLength(4);
      expect(paged.at(-1) === 'Gree' || !sort.endsWith('staff')).toBe(true);
    },
  );

  test.each(['x', 'W10', '2', Buffer.from('["name",{},"x",1,false]').toString('base64url')])('refuses the cursor “%s”', async (cursor) => {
    expect(await names({ sort: 'name', cursor })).toBe('cursor-invalid');
  });
});

test('the function behind the keyword shows ids of other areas to nobody', async () => {
  expect(await names({ q: '面粉' }, anActor({ areaCode: '341322101', roles: ['townshipOfficer'] }))).toEqual([]);
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query('set local role anlan_app');
    await expect(client.query("select anlan_matches('account', 'a'::tsquery, 10)")).rejects.toThrow(/operator does not exist/);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('two characters of Chinese use the index', async () => {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query('set local enable_seqscan = off');
    const index = await client.query<{ text: string }>("select pg_get_indexdef('enterprises_search'::regclass, 1, true) as text");
    const plan = await client.query<{ 'QUERY PLAN': string }>(
      `explain select id from enterprises where ${index.rows[0]?.text} @@ '''化工'''::tsquery`,
    );
    expect(plan.rows.map((row) => row['QUERY PLAN']).join(' ')).toContain('enterprises_search');
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('a register of few fields can be listed, filtered and searched too', async () => {
  const page = await database.transaction(officer, (tx) =>
    listRecords(tx, serviceContracts, { limit: 5, sort: '-updatedAt', filters: {}, q: '检查' }),
  );
  expect(page).toMatchObject({ ok: true, value: { total: 0, totalIsEstimate: false } });
});
