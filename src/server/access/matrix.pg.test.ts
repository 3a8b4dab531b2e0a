import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#kernel/access/access.ts';
import { isWithin } from '#kernel/area/area.ts';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { cases, registers } from '#rooms/rooms.ts';
import { insertRecord } from '../storage/records.ts';
import { anActor } from '../storage/testDatabase.ts';
import { matrixRoles, matrixRows, mayDoCell, relations, type MatrixRow, type Relation } from './matrix.ts';
import { sampleInput } from './sampleInput.ts';
import { testServer, type Ask, type TestServer } from './testServer.ts';

// Every cell of the access matrix asked of the running API: role × where × register or case type × what. Calls that would
// change something are sent with a version nobody has, so a right shows as the refusal that comes after the question of
// rights; only creating and opening really write. The database is asked in rowSecurity.pg.test.ts.

const areaOf: Record<Relation, string> = { own: '341322101', inside: '341322101001', outside: '341322102' };
const places = Object.keys(relations) as Relation[];
const all: readonly (RegisterDeclaration | CaseDeclaration)[] = [...registers, ...cases];
const isCase = (declaration: RegisterDeclaration | CaseDeclaration): declaration is CaseDeclaration => 'actions' in declaration;
const neverSeen = { 'if-match': '"2000000000"' };

let bench: TestServer;
const people = new Map<Role, Ask>();
/** Record ids by declaration and relation; of a case type one for each role, so that no role meets what another changed. */
const records = new Map<string, Record<Relation, string>>();
const keyOf = (declaration: { id: string; kind?: string }, role: Role) =>
  declaration.kind === 'case' ? `${declaration.id} ${role}` : declaration.id;

beforeAll(async () => {
  bench = await testServer();
  await bench.database.transaction(anActor({ kind: 'system' }), async (tx) => {
    for (const declaration of all)
      for (const role of isCase(declaration) ? matrixRoles : matrixRoles.slice(0, 1)) {
        const ids = { own: randomUUIDv7(), inside: randomUUIDv7(), outside: randomUUIDv7() };
        records.set(keyOf({ id: declaration.id, kind: isCase(declaration) ? 'case' : 'register' }, role), ids);
        if (isCase(declaration)) records.set(declaration.id, ids);
        const at = bench.clock.now();
        const state = isCase(declaration) ? Object.keys(declaration.states)[0] : null;
        const extra = isCase(declaration) ? { state, case_version: declaration.version, opened_at: at } : {};
        for (const place of places)
          await insertRecord(tx, declaration, { id: ids[place], areaCode: areaOf[place], demo: false, at, values: {}, extra });
      }
  });
  for (const role of matrixRoles)
    people.set(role, (await bench.person(`matrix.${role}`, [{ role, areaCode: areaOf.own }], areaOf.own)).ask);
}, 120_000);
afterAll(async () => {
  await bench.stop();
});

/** What the API says to one cell: may, or the code of its refusal. */
type Asked = (ask: Ask, place: Relation) => Promise<{ may: boolean; said: string }>;

let nth = 0;

function askFor(row: MatrixRow, role: Role): Asked {
  const idOf = (place: Relation) => records.get(keyOf(row, role))?.[place] ?? '';
  const declaration = all.find(({ id }) => id === row.id) as RegisterDeclaration | CaseDeclaration;
  const base = row.kind === 'case' ? `/cases/${row.id}` : `/registers/${row.id}`;
  if (row.verb === 'read') return async (ask, place) => said(await ask('GET', `${base}/${idOf(place)}`), [200]);
  if (row.verb === 'change') return async (ask, place) => said(await ask('PATCH', `${base}/${idOf(place)}`, {}, neverSeen), [412]);
  if (row.verb === 'remove')
    return async (ask, place) => said(await ask('DELETE', `${base}/${idOf(place)}?why=x`, undefined, neverSeen), [412]);
  if (row.verb === 'create')
    return async (ask, place) => {
      nth += 1;
      const own = new Map([...records].map(([id, { own: record }]) => [id, record]));
      const input = sampleInput(declaration.fields, { nth, areaCode: areaOf[place], records: own });
      const id = randomUUIDv7();
      const answer = said(await ask('POST', base, { ...input, id, areaCode: areaOf[place] }), [201, 409, 422]);
      // What was refused only for its content, after the right was granted: outside it must not have been granted.
      return answer.may && place === 'outside' ? { ...answer, may: await exists(row.id, id) } : answer;
    };
  const action = row.verb.slice('act:'.length);
  const opens = isCase(declaration) && declaration.actions[action]?.from.length === 0;
  if (opens)
    return async (ask, place) => said(await ask('POST', base, { id: randomUUIDv7(), action, areaCode: areaOf[place] }), [201, 409, 422]);
  return async (ask, place) => {
    const path = `${base}/${idOf(place)}`;
    const version = await versionOf(row.id, idOf(place));
    return said(await ask('POST', `${path}/actions/${action}`, { version }), [200, 409, 422]);
  };
}

function said({ status, body }: { status: number; body: Record<string, unknown> }, granted: readonly number[]) {
  const code = typeof body['code'] === 'string' ? body['code'] : '';
  // Four eyes and posts are refusals of the case, not of the role.
  return { may: granted.includes(status) || code === 'four-eyes', said: `${status} ${code}` };
}

async function exists(register: string, id: string): Promise<boolean> {
  return (await versionOf(register, id)) > 0;
}

async function versionOf(register: string, id: string): Promise<number> {
  const table = register.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const found = await bench.database.pool.query<{ version: number }>(`select version from ${table} where id = $1`, [id]);
  return found.rows[0]?.version ?? 0;
}

/** Places that a list shows to somebody. */
async function placesListed(ask: Ask, row: MatrixRow): Promise<{ may: Relation[]; said: string }> {
  const path = row.kind === 'case' ? `/cases/${row.id}?limit=200` : `/registers/${row.id}?limit=200`;
  const { status, body } = await ask<{ items?: { areaCode: string }[]; code?: string }>('GET', path);
  const seen = (body.items ?? []).map(({ areaCode }) => areaCode);
  return {
    may: places.filter((place) => seen.some((code) => (place === 'own' ? code === areaOf.own : isWithin(code, areaOf[place])))),
    said: `${status} ${body.code ?? ''}`,
  };
}

describe('every cell of the access matrix', () => {
  test.each(all.map(({ id }) => id))('%s', async (id) => {
    const rows = matrixRows().filter((row) => row.id === id);
    const wrong = await Promise.all(
      matrixRoles.map(async (role) => {
        const ask = people.get(role) as Ask;
        const found: string[] = [];
        for (const row of rows) {
          if (row.verb === 'list') {
            const listed = await placesListed(ask, row);
            const expected = places.filter((place) => mayDoCell(row, role, place));
            if (listed.may.join() !== expected.join())
              found.push(`${role} ${row.verb}: ${listed.may.join()} (${listed.said}), not ${expected.join()}`);
            continue;
          }
          for (const place of places) {
            const answer = await askFor(row, role)(ask, place);
            if (answer.may !== mayDoCell(row, role, place)) found.push(`${role} ${row.verb} ${place}: ${answer.said}`);
          }
        }
        return found;
      }),
    );
    expect(wrong.flat()).toEqual([]);
  });
});

test('no cell made the server fail', () => {
  expect(bench.faults).toEqual([]);
});
