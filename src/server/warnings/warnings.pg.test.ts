import { createServer } from 'node:http';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUIDv7 } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { warningFeeds } from '#rooms/monitoring/warningsInForce/warningFeeds.register.ts';
import { schools } from '#rooms/decision/sharedBase/schools.register.ts';
import type { Context } from '../operations/context.ts';
import { create } from '../operations/registerOperations.ts';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';
import { DropFolder } from './dropFolder.ts';
import { FeedReader } from './feedReader.ts';
import { insideDivisions } from './insideWarning.ts';
import { WarningBook } from './warningBook.ts';

// The warning is a real one of a county observatory in another province, so the county of the test is that one.
const county = '370614';
const real = await readFile(new URL('../../protocols/cma/fixtures/observatory.xml', import.meta.url), 'utf8');
const realId = '37061441600000_20260801133303';
const officer = anActor({ areaCode: county });

let database: TestDatabase;
let clock: TestClock;
let context: Context;
let book: WarningBook;
let folder: string;
const faults: string[] = [];
const served = new Map<string, string>();
const server = createServer((request, reply) => {
  const body = served.get(request.url ?? '');
  reply.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/xml' }).end(body);
});
let base: string;

beforeAll(async () => {
  database = await testDatabase();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(async () => {
  clock = new TestClock('2026-08-01T14:00:00+08:00');
  context = { clock, database, county, publicUrl: '' };
  book = new WarningBook(context);
  folder = await mkdtemp(join(tmpdir(), 'anlan-warnings-'));
  served.clear();
  faults.length = 0;
  for (const table of ['received_warning', 'warning_feeds', 'schools']) await database.pool.query(`delete from ${table}`);
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  if (faults.length > 0) throw new Error(faults.join('; '));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await database.drop();
});

const bytes = (text: string) => Buffer.from(text, 'utf8');
/** A later message of the same agency about the real one. */
function follower(identifier: string, sent: string, msgType: string, about: string): string {
  return real
    .replaceAll(realId, identifier)
    .replace(/<sent>.*?<\/sent>/, `<sent>${sent}</sent>`)
    .replace(/<msgType>.*?<\/msgType>/, `<msgType>${msgType}</msgType>`)
    .replace(/<references>.*?<\/references>/s, `<references>a@b.invalid,${about},2026-08-01T13:31:00+08:00</references>`);
}

async function made(register: unknown, input: Record<string, unknown>): Promise<void> {
  const outcome = await create(context, officer, register as RegisterDeclaration, randomUUIDv7(), input);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
}

const holding = async () => (await book.now(officer)).inForce.map(({ identifier }) => identifier);

test('the same document by three ways is one warning', async () => {
  expect(await book.take(bytes(real), 'post')).toMatchObject({ ok: true, value: { isNew: true, identifier: realId } });
  await writeFile(join(folder, 'a.xml'), real);
  const drop = new DropFolder(folder, clock, book, (error) => faults.push(error.message));
  drop.wake();
  await drop.settled();
  await drop.stop();
  expect(await readdir(join(folder, 'done'))).toEqual(['a.xml']);
  expect(await book.take(bytes(real), 'post')).toMatchObject({ ok: true, value: { isNew: false } });
  expect((await book.now(officer)).inForce).toMatchObject([
    { identifier: realId, kind: '高温', colour: 'red', places: [county], source: 'post' },
  ]);
  const events = await database.pool.query("select data from event where type = 'receivedWarning.added'");
  expect(events.rowCount).toBe(1);
});

test('a feed is read at its interval; its list, its alerts, and what went wrong stand at the feed', async () => {
  served.set(
    '/list.atom',
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="alternate" type="application/cap+xml" href="/one.xml"/></entry><entry><link href="/gone.xml"/></entry></feed>`,
  );
  served.set('/one.xml', real);
  await made(warningFeeds, { areaCode: county, name: '气象台', url: `${base}/list.atom`, everySeconds: 60, active: true });
  const reader = new FeedReader(database, clock, book, (error) => faults.push(error.message));
  reader.wake();
  await reader.settled();
  expect(await holding()).toEqual([realId]);
  const noted = () =>
    database.pool.query<{ problem: string | null }>('select problem from warning_feeds').then(({ rows }) => rows[0]?.problem);
  expect(await noted()).toBe(`${base}/gone.xml HTTP 404`);
  served.set('/gone.xml', follower('37061441600000_20260801150000', '2026-08-01T15:00:00+08:00', 'Cancel', realId));
  clock.advance(61_000);
  await reader.settled();
  expect(await noted()).toBeNull();
  expect(await holding()).toEqual([]);
  await reader.stop();
});

test('an update replaces, a cancellation lifts, also when they come before what they speak of', async () => {
  const update = '37061441600000_20260801140000';
  const cancel = '37061441600000_20260801150000';
  await book.take(bytes(follower(cancel, '2026-08-01T13:50:00+08:00', 'Cancel', update)), 'post');
  await book.take(bytes(follower(update, '2026-08-01T13:40:00+08:00', 'Update', realId)), 'post');
  await book.take(bytes(real), 'post');
  const now = await book.now(officer);
  expect(now.inForce).toEqual([]);
  expect(now.ended.map(({ warning, why }) => [warning.identifier, why])).toEqual(
    expect.arrayContaining([
      [realId, 'replaced'],
      [update, 'lifted'],
    ]),
  );
});

test('a warning ends by its own time', async () => {
  await book.take(bytes(real), 'post');
  clock.advance(24 * 3_600_000);
  expect(await holding()).toEqual([]);
});

test('what is no alert is refused with the reason and nothing of it is kept; other counties are left alone', async () => {
  await writeFile(join(folder, 'b.xml'), '<alert>');
  const drop = new DropFolder(folder, clock, book, (error) => faults.push(error.message));
  drop.wake();
  await drop.settled();
  await drop.stop();
  expect((await readdir(join(folder, 'refused'))).sort()).toEqual(['b.xml', 'b.xml.txt']);
  expect(await new WarningBook({ ...context, county: '341322' }).take(bytes(real), 'post')).toMatchObject({
    ok: false,
    code: 'warning-elsewhere',
  });
  expect((await database.pool.query('select 1 from received_warning')).rowCount).toBe(0);
});

test('what lies inside is found by division, and by place where the record is filed higher up', async () => {
  const outline = {
    type: 'Polygon',
    coordinates: [
      [
        [120, 37],
        [121, 37],
        [121, 38],
        [120, 38],
        [120, 37],
      ],
    ],
  };
  await database.pool.query(
    "insert into area (code, parent_code, level, name_zh, name_en, geometry) values ('370614101', '370614', 'township', '镇', 'Town', $1)",
    [outline],
  );
  const school = { kind: 'primary', contact: '王校长', pupils: 300 };
  await made(schools, { areaCode: '370614101', name: '镇内小学', place: [119, 36], ...school });
  await made(schools, { areaCode: county, name: '县属小学', place: [120.5, 37.5], ...school });
  await made(schools, { areaCode: county, name: '别处小学', place: [119, 36], ...school });
  const inTown = await insideDivisions(database, officer, ['370614101']);
  expect(inTown).toMatchObject([{ register: 'schools', count: 2, people: 600 }]);
  expect(inTown[0]?.items.map(({ name }) => name).sort()).toEqual(['县属小学', '镇内小学']);
  expect((await insideDivisions(database, officer, [county]))[0]).toMatchObject({ count: 3, people: 900 });
});
