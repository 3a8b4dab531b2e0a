import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { TestClock } from '#kernel/clock/clock.ts';
import { readConfig } from '#server/config.ts';
import { startServer } from '#server/server.ts';
import { testDatabase } from '#server/storage/testDatabase.ts';

// Runs inside the scratch copy: a whole server on a database of its own, asked by HTTP like any other. Prints one JSON
// object of what it saw; the test judges it.

const password = 'Promise-2030';
const lawChanges = '2030-01-01T00:00:00+08:00';
/** Under the division of the county, in the middle of nowhere. */
const site = [116.9, 34.2];

const clock = new TestClock(Date.parse(lawChanges) - 60_000);
const database = await testDatabase();
const dataFolder = mkdtempSync(join(tmpdir(), 'anlan-promises-'));
const settings = { ANLAN_PORT: '0', ANLAN_DATA: dataFolder, ANLAN_INGEST: 'off', ANLAN_ADMIN_PASSWORD: password };
const config = readConfig(settings);
if (!config.ok) throw new Error(config.text.en);
const faults: string[] = [];
const server = await startServer(config.value, database.url, (error, where) => faults.push(`${where}: ${error.message}`), clock);
try {
  const session = await signIn('admin', password);
  const ask = caller(server.url, session);
  const saw = {
    register: await register(ask),
    sheet: await sheet(ask, session),
    case: await caseType(ask),
    law: await lawChange(ask),
    policies: await policies(),
    faults,
  };
  process.stdout.write(`${JSON.stringify(saw)}\n`);
} finally {
  await server.stop();
  await database.drop();
  rmSync(dataFolder, { recursive: true, force: true });
}

type Ask = (method: string, path: string, body?: unknown) => Promise<{ status: number; body: Record<string, unknown> }>;

function caller(url: string, token: string): Ask {
  return async (method, path, body) => {
    const headers = { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) };
    const answer = await fetch(`${url}/api/v1${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
  };
}

async function signIn(account: string, secret: string): Promise<string> {
  const { body } = await caller(server.url, '')('POST', '/session', { account, password: secret });
  return String(body['token']);
}

/** Create, list, and what another division sees. */
async function register(ask: Ask) {
  const id = randomUUIDv7();
  const created = await ask('POST', '/registers/caveShelters', { id, name: '一号洞', kind: 'natural', capacity: 40, site });
  const twice = await ask('POST', '/registers/caveShelters', { id: randomUUIDv7(), name: '一号洞' });
  const wrong = await ask('POST', '/registers/caveShelters', { id: randomUUIDv7(), name: '二号洞', capacity: -1 });
  const listed = await ask('GET', '/registers/caveShelters?kind=natural');
  const map = await ask('GET', '/registers/caveShelters.geojson');
  const town = await asTownship(ask);
  return { created, twice, wrong, listed, map, neighbour: await town('GET', '/registers/caveShelters') };
}

/** Excel out, changed as staff would, and in again: what the preview says, what was applied, what the journal tells. */
async function sheet(ask: Ask, session: string) {
  const at = `${server.url}/api/v1/registers/caveShelters`;
  const headers = { authorization: `Bearer ${session}` };
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await (await fetch(`${at}.xlsx`, { headers })).arrayBuffer());
  const table = book.worksheets[0];
  const exported = [1, 2].map((row) => ((table?.getRow(row).values ?? []) as unknown[]).slice(2));
  const headings = exported[0] as string[];
  const column = (heading: string) => headings.indexOf(heading) + 2;
  if (table) {
    table.getRow(2).getCell(column('容纳人数（人）')).value = 60;
    table.getRow(3).getCell(column('名称')).value = '二号洞';
    table.getRow(3).getCell(column('类型')).value = '人工';
    table.getRow(4).getCell(column('名称')).value = '三号洞';
    table.getRow(4).getCell(column('容纳人数（人）')).value = '很多';
  }
  const form = new FormData();
  form.append('file', new Blob([await book.xlsx.writeBuffer()]), 'caves.xlsx');
  const preview = (await (await fetch(`${at}/import/preview`, { method: 'POST', headers, body: form })).json()) as {
    importId: string;
    rows: { status: string; problems: { column: string; rule: string }[] }[];
  };
  const applied = await ask('POST', '/registers/caveShelters/import', { importId: preview.importId, rows: [2, 3] });
  const listed = await ask('GET', '/registers/caveShelters?sort=name');
  const [first] = listed.body['items'] as { id: string }[];
  const history = await ask('GET', `/registers/caveShelters/${first?.id}/history`);
  return {
    exported,
    preview: preview.rows.map(({ status, problems }) => [status, ...problems.map(({ column: where, rule }) => [where, rule])]),
    applied,
    listed,
    history,
  };
}

/** A person of one township, invited and signed in. */
async function asTownship(ask: Ask): Promise<Ask> {
  const { body } = await ask('POST', '/accounts', { account: 'town', name: '乡镇甲', roles: ['townshipOfficer'], areaCode: '341322100' });
  const token = new URL(String(body['invitation'])).searchParams.get('token');
  await ask('POST', '/invitation', { token, password });
  return caller(server.url, await signIn('town', password));
}

async function caseType(ask: Ask) {
  const id = randomUUIDv7();
  const [shelter] = (await ask('GET', '/registers/caveShelters')).body['items'] as { id: string }[];
  const nowhere = await ask('POST', '/cases/caveOpening', { id, action: 'open', reason: '暴雨', shelter: randomUUIDv7() });
  const opened = await ask('POST', '/cases/caveOpening', { id, action: 'open', reason: '暴雨', shelter: shelter?.id });
  const early = await ask('POST', `/cases/caveOpening/${id}/actions/close`, { version: 1 });
  const closed = await ask('POST', `/cases/caveOpening/${id}/actions/close`, { version: 1, note: '雨停' });
  const view = await ask('GET', `/cases/caveOpening/${id}`);
  return { nowhere, opened, early, closed, view };
}

/** One incident in the last minute of the old law, one in the first of the new. */
async function lawChange(ask: Ask) {
  const open = async (asked: Ask) => {
    const id = randomUUIDv7();
    await asked('POST', '/cases/incident', { id, action: 'open', title: '水位上涨', eventCode: '11A01', place: site, facts: '巡查发现' });
    return id;
  };
  const clockOf = async (asked: Ask, id: string) => {
    const { body } = await asked('GET', `/cases/incident/${id}`);
    const found = (body['deadlines'] as { ruleId: string; clause: string; startedAt: string; dueAt: string }[]).find(
      ({ ruleId }) => ruleId === 'countyToCityPhone',
    );
    return found && { clause: found.clause, minutes: (Date.parse(found.dueAt) - Date.parse(found.startedAt)) / 60_000 };
  };
  const before = await open(ask);
  clock.advance(120_000);
  const after = await open(ask);
  return { before: await clockOf(ask, before), after: await clockOf(ask, after) };
}

async function policies() {
  const { rows } = await database.pool.query(
    `select relname as table, relrowsecurity as secured, array_agg(polname::text order by polname) as policies
     from pg_class join pg_policy on polrelid = pg_class.oid where relname in ('cave_shelters', 'cave_opening') group by 1, 2 order by 1`,
  );
  return rows;
}
