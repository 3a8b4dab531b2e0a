import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import { canonical, type JournalEntry } from '#kernel/journal/journal.ts';
import type { JournalFault } from '#kernel/journal/verification.ts';
import { sm3, writeJournal } from '../storage/journal.ts';
import { allAnchors } from '../storage/journalAnchors.ts';
import { listJournal, verifyJournal, withJournalSnapshot } from '../storage/journalReading.ts';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';
import { isSignedBy, knownKeys, openAnchorKey } from './anchorKey.ts';
import { AnchorKeeper } from './anchorKeeper.ts';
import { exportJournal, verifyExport } from './journalExport.ts';

const hourMs = 3_600_000;
const folder = mkdtempSync(join(tmpdir(), 'anlan-journal-'));
let database: TestDatabase;
let clock: TestClock;
let keeper: AnchorKeeper;

beforeEach(async () => {
  database = await testDatabase();
  clock = new TestClock('2026-07-01T22:00:00+08:00');
  keeper = new AnchorKeeper(
    database,
    clock,
    openAnchorKey(folder),
    () => '341322',
    (error) => {
      throw error;
    },
  );
});
afterEach(async () => {
  await keeper.stop();
  await database.drop();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function writeEntries(count: number, why = ''): Promise<void> {
  await database.transaction(anActor(), (tx) =>
    writeJournal(
      tx,
      clock,
      Array.from({ length: count }, (_, n) => ({
        act: 'update',
        subjectKind: 'shelters',
        subjectId: `记录${n}`,
        areaCode: '341322001',
        why,
        detail: { after: { 名称: '避难所', capacity: n } },
      })),
    ),
  );
}

const signed = () => {
  const keys = knownKeys(folder);
  return ({ keyId, statement, signature }: { keyId: string; statement: string; signature: string }) =>
    isSignedBy(keys, keyId, statement, signature);
};

async function faults(): Promise<JournalFault[]> {
  return (await verifyJournal(database, signed(), () => true))?.faults ?? [];
}

const sql = (text: string, values?: unknown[]) => database.pool.query(text, values);

/** Rewrites the chain from a position on, as somebody with full power over the database would. */
async function rewriteFrom(position: number): Promise<void> {
  const entries: JournalEntry[] = [];
  await withJournalSnapshot(database, async ({ batches }) => {
    for await (const batch of batches) entries.push(...batch);
  });
  let previousHash = entries[position - 2]?.hash ?? '0'.repeat(64);
  for (const { hash: _old, ...entry } of entries.slice(position - 1)) {
    const hash = sm3(canonical({ ...entry, previousHash }));
    await sql('update journal set previous_hash = $1, hash = $2 where position = $3', [previousHash, hash, entry.position]);
    previousHash = hash;
  }
  await sql('update journal_head set hash = $1', [previousHash]);
}

describe('the daily anchor', () => {
  test('is made at local midnight for the day that has ended, and again the next midnight', async () => {
    await writeEntries(3);
    keeper.wake();
    await keeper.settled();
    expect((await allAnchors(sql)).map(({ day, kind }) => [day, kind])).toEqual([['2026-06-30', 'daily']]);
    await writeEntries(2);
    clock.advance(2 * hourMs);
    await keeper.settled();
    clock.advance(24 * hourMs);
    await keeper.settled();
    const made = await allAnchors(sql);
    expect(made.map(({ number, day, at, position }) => [number, day, at, position])).toEqual([
      [1, '2026-06-30', '2026-07-01T14:00:00.000Z', 3],
      [2, '2026-07-01', '2026-07-01T16:00:00.000Z', 5],
      [3, '2026-07-02', '2026-07-02T16:00:00.000Z', 5],
    ]);
    expect(await verifyJournal(database, signed(), () => true)).toMatchObject({ checked: 5, anchors: 3, anchoredTo: 5, faultCount: 0 });
  });

  test('is not made twice by a server that starts again on the same day, nor over an empty journal', async () => {
    keeper.wake();
    await keeper.settled();
    expect(await allAnchors(sql)).toEqual([]);
    await writeEntries(1);
    for (let start = 0; start < 3; start += 1) {
      keeper.wake();
      await keeper.settled();
    }
    expect(await allAnchors(sql)).toHaveLength(1);
  });

  test('on demand it stands at the end of that moment', async () => {
    await writeEntries(4);
    expect(await keeper.anchorNow()).toMatchObject({ number: 1, kind: 'onDemand', position: 4, day: '2026-07-01', algorithm: 'SM2-SM3' });
  });
});

describe('the key', () => {
  test('is readable by its owner only, and stays the same', async () => {
    const first = openAnchorKey(folder);
    expect(statSync(join(folder, 'keys', 'journal.pem')).mode & 0o777).toBe(0o600);
    expect(openAnchorKey(folder).keyId).toBe(first.keyId);
    expect(first.publicKey).toContain('BEGIN PUBLIC KEY');
    expect(readFileSync(join(folder, 'keys', 'journal.pem'), 'utf8')).toContain('BEGIN PRIVATE KEY');
  });

  test('signs so that openssl, which knows nothing of Anlan, says the signature is good', async () => {
    await writeEntries(1);
    const anchor = await keeper.anchorNow();
    const path = (name: string) => join(folder, name);
    writeFileSync(path('statement.txt'), anchor?.statement ?? '');
    writeFileSync(path('signature.der'), Buffer.from(anchor?.signature ?? '', 'base64'));
    writeFileSync(path('public.pem'), keeper.publicKey);
    const ask = () =>
      execFileSync('openssl', ['dgst', '-sm3', '-verify', path('public.pem'), '-signature', path('signature.der'), path('statement.txt')], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    expect(ask()).toContain('Verified OK');
    writeFileSync(path('statement.txt'), (anchor?.statement ?? '').replace('position 1', 'position 2'));
    expect(ask).toThrow('Command failed');
  });
});

describe('whoever touches the journal', () => {
  beforeEach(async () => {
    await writeEntries(20);
    await keeper.anchorNow();
    await writeEntries(20);
    await keeper.anchorNow();
    await writeEntries(5);
  });

  test('nothing is found while nobody does', async () => {
    expect(await faults()).toEqual([]);
  });

  test('by changing one word is found at that entry', async () => {
    await sql("update journal set why = '改' where position = 7");
    expect(await faults()).toEqual([{ kind: 'changed', position: 7 }]);
  });

  test('by removing entries is found at the gap', async () => {
    await sql('delete from journal where position between 11 and 13');
    expect(await faults()).toEqual([{ kind: 'removed', position: 11, to: 13 }]);
  });

  test('by cutting off the end is found, even with the head set back', async () => {
    await sql('delete from journal where position > 38');
    expect((await faults()).map(({ kind }) => kind)).toEqual(['end', 'removed']);
    await sql('update journal_head set position = 38, hash = (select hash from journal where position = 38)');
    expect(await faults()).toEqual([{ kind: 'removed', position: 39, to: 40 }]);
  });

  test('by slipping in an entry is found at that entry', async () => {
    for (let position = 45; position > 8; position -= 1)
      await sql('update journal set position = $1 where position = $2', [position + 1, position]);
    await sql(
      `insert into journal select 9, at, actor_id, actor_name, from_address, area_code, act, subject_kind, subject_id, why, detail, previous_hash, hash
       from journal where position = 8`,
    );
    const row = (await database.transaction(anActor(), (tx) => listJournal(tx, {}, 10, 1)))[0] as JournalEntry;
    const before = (await database.transaction(anActor(), (tx) => listJournal(tx, {}, 9, 1)))[0] as JournalEntry;
    const { hash: _old, ...content } = { ...row, previousHash: before.hash };
    await sql('update journal set previous_hash = $1, hash = $2 where position = 9', [before.hash, sm3(canonical(content))]);
    await sql('update journal_head set position = 46');
    expect((await faults())[0]).toEqual({ kind: 'inserted', position: 9 });
  });

  test('by rewriting the whole chain after it is found between the last good anchor and the first that differs', async () => {
    await sql("update journal set why = '改' where position = 27");
    await rewriteFrom(27);
    expect(await faults()).toEqual([{ kind: 'rewritten', position: 20, to: 40, anchor: 2 }]);
  });

  test('by forging an anchor as well is found by its signature', async () => {
    await sql("update journal set why = '改' where position = 27");
    await rewriteFrom(27);
    await sql(
      `update journal_anchor a set hash = j.hash, statement = replace(a.statement, 'hash ' || a.hash, 'hash ' || j.hash)
       from journal j where a.number = 2 and j.position = a.position`,
    );
    expect((await faults()).map(({ kind }) => kind)).toEqual(['anchorSignature']);
  });

  test('by signing with a key of his own is found by the key', async () => {
    const foreign = mkdtempSync(join(tmpdir(), 'anlan-key-'));
    const own = openAnchorKey(foreign);
    const text = (await allAnchors(sql))[1]?.statement.replace(/key \w+/, `key ${own.keyId}`) ?? '';
    await sql('update journal_anchor set key_id = $1, statement = $2, signature = $3 where number = 2', [own.keyId, text, own.sign(text)]);
    rmSync(foreign, { recursive: true });
    expect((await faults()).map(({ kind }) => kind)).toEqual(['anchorKey']);
  });

  test('by removing an anchor is found by the next one', async () => {
    await sql('delete from journal_anchor where number = 1');
    expect(await faults()).toEqual([{ kind: 'anchorGap', position: 40, anchor: 2 }]);
  });

  test('through the application role cannot', async () => {
    for (const statement of ['update journal_anchor set position = 1', 'delete from journal_anchor']) {
      await expect(database.transaction(anActor(), (tx) => tx.query(statement))).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('the exported journal', () => {
  test('is checked without a database, and a changed line is found', async () => {
    await writeEntries(30);
    await keeper.anchorNow();
    const file = join(folder, 'journal.ndjson');
    expect(await exportJournal(database, knownKeys(folder), '341322', file, () => undefined)).toEqual({ entries: 30, anchors: 1 });
    const whole = await verifyExport(file, knownKeys(folder), () => undefined);
    expect(whole).toMatchObject({ ok: true, value: { checked: 30, anchors: 1, faultCount: 0 } });
    writeFileSync(file, readFileSync(file, 'utf8').replace('记录12', '记录21'));
    const changed = await verifyExport(file, new Map(), () => undefined);
    expect(changed).toMatchObject({ ok: true, value: { faults: [{ kind: 'changed', position: 13 }] } });
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.slice(0, -40));
    expect(await verifyExport(file, knownKeys(folder), () => undefined)).toMatchObject({ ok: false, code: 'journal-file-broken' });
    writeFileSync(file, '{"a":1}\n');
    expect(await verifyExport(file, knownKeys(folder), () => undefined)).toMatchObject({ ok: false, code: 'journal-file-foreign' });
  });
});

describe('reading the journal', () => {
  test('it is filtered by who, what, when and record, newest first, inside one area', async () => {
    await writeEntries(3, '日常更新');
    clock.advance(hourMs);
    await database.transaction(anActor({ name: '李四' }), (tx) =>
      writeJournal(tx, clock, [{ act: 'act:close', subjectKind: 'incident', subjectId: 'i1', areaCode: '341322002' }]),
    );
    const read = (filter: object, areaCode = '341322') =>
      database.transaction(anActor({ areaCode }), async (tx) => (await listJournal(tx, filter, null, 10)).map(({ position }) => position));
    expect(await read({})).toEqual([4, 3, 2, 1]);
    expect(await read({ q: '李四' })).toEqual([4]);
    expect(await read({ q: '日常' })).toEqual([3, 2, 1]);
    expect(await read({ act: 'act:' })).toEqual([4]);
    expect(await read({ subjectKind: 'shelters', subjectId: '记录1' })).toEqual([2]);
    expect(await read({ from: '2026-07-01T15:00:00Z' })).toEqual([4]);
    expect(await read({ to: '2026-07-01T15:00:00Z' })).toEqual([3, 2, 1]);
    expect(await read({}, '341322001')).toEqual([3, 2, 1]);
  });
});
