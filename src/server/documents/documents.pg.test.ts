import { execFileSync } from 'node:child_process';
import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/access/access.ts';
import { TestClock } from '#kernel/clock/clock.ts';
import type { MadeDocument } from '#kernel/document/document.ts';
import type { Outcome } from '#kernel/problem/refusal.ts';
import { listFiles, removeFile } from '../files/fileOperations.ts';
import { FolderStore } from '../files/folderStore.ts';
import type { Context } from '../operations/context.ts';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';
import { declareVoid, listDocuments, makeDocument, type DocumentDesk } from './documentOperations.ts';

let database: TestDatabase;
let context: Context;
let desk: DocumentDesk;
const folder = mkdtempSync(join(tmpdir(), 'anlan-made-'));
const clock = new TestClock('2026-07-01T10:00:00+08:00');
const officer = anActor({ name: '赵敏' });
const input = { reportTo: '宿州市应急管理局', measures: '已疏散周边人员', issuer: '李局', contactPhone: '0557-5012345' };

beforeAll(async () => {
  database = await testDatabase();
  context = { clock, database, county: '341322', publicUrl: '' };
  desk = { store: await FolderStore.open(folder, clock), dataFolder: folder };
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function anIncident(values: { demo?: boolean; facts?: string | null; state?: string } = {}): Promise<string> {
  const id = randomUUIDv7();
  await database.pool.query(
    `insert into incident (id, area_code, demo, created_at, created_by, updated_at, updated_by, state, case_version, opened_at, title, event_code, facts)
     values ($1, '341322', $2, now(), '张三', now(), '张三', $3, 1, '2026-07-01T01:20:00Z', '储罐泄漏', '12C01', $4)`,
    [id, values.demo ?? false, values.state ?? 'open', values.facts === undefined ? '3号储罐法兰泄漏，无人员伤亡。' : values.facts],
  );
  return id;
}

const make = (caseId: string, more: { id?: string; document?: string; input?: Record<string, unknown> } = {}, actor: Actor = officer) =>
  makeDocument(context, desk, actor, 'incident', caseId, { id: randomUUIDv7(), document: 'incidentFirstReport', input, ...more });

function made(outcome: Outcome<MadeDocument>): MadeDocument {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome));
}

describe('making a document', () => {
  test('gives number, Word file and PDF that say the same, tied to the case, and the journal tells their hashes', async () => {
    const caseId = await anIncident();
    const document = made(await make(caseId));
    expect(document).toMatchObject({
      number: '（皖萧）应急急报〔2026〕1号',
      version: 1,
      madeBy: '赵敏',
      madeAt: '2026-07-01T02:00:00.000Z',
    });
    const files = await listFiles(context, officer, 'incident', caseId);
    expect(files.ok && files.value.items.map(({ name, origin }) => [name, origin])).toEqual([
      ['突发事件信息（初报）（皖萧）应急急报〔2026〕1号.docx', 'document'],
      ['突发事件信息（初报）（皖萧）应急急报〔2026〕1号.pdf', 'document'],
    ]);
    const pdf = join(folder, 'made.pdf');
    writeFileSync(pdf, await buffer(desk.store.read(document.pdf?.sha256 ?? '')));
    const text = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }).replace(/\s/g, '');
    for (const words of [
      '萧县应急管理局',
      '（皖萧）应急急报〔2026〕1号',
      '宿州市应急管理局：',
      '3号储罐法兰泄漏',
      '2026年7月1日9时20分',
      '签发人：李局',
    ])
      expect(text).toContain(words);
    const { rows } = await database.pool.query("select detail from journal where act = 'makeDocument' and subject_id = $1", [caseId]);
    expect(rows[0].detail).toMatchObject({ number: document.number, docx: document.docx.sha256, pdf: document.pdf?.sha256 });
  });

  test('asked twice under one id, makes one', async () => {
    const caseId = await anIncident();
    const id = randomUUIDv7();
    const first = made(await make(caseId, { id }));
    expect(made(await make(caseId, { id }))).toEqual(first);
  });

  test('says what the case and the form still lack, and takes no number for it', async () => {
    const before = made(await make(await anIncident()));
    const gap = await make(await anIncident({ facts: null }));
    expect(gap).toMatchObject({ ok: false, code: 'document-fields-missing', fields: [{ field: 'facts' }] });
    expect(await make(await anIncident(), { input: { ...input, issuer: '' } })).toMatchObject({ ok: false, fields: [{ field: 'issuer' }] });
    const after = made(await make(await anIncident()));
    const serial = ({ number }: MadeDocument) => Number(/(\d+)号$/.exec(number ?? '')?.[1]);
    expect(serial(after)).toBe(serial(before) + 1);
  });

  test.each<[string, Promise<Outcome<MadeDocument>> | (() => Promise<Outcome<MadeDocument>>), string]>([
    ['a document of another case type', async () => make(await anIncident(), { document: 'penaltyDecision' }), 'document-unknown'],
    ['a document there is not', async () => make(await anIncident(), { document: 'nothing' }), 'document-unknown'],
    ['a case there is not', async () => make(randomUUIDv7()), 'record-missing'],
    ['a case of another area', async () => make(await anIncident(), {}, anActor({ areaCode: '341323' })), 'record-missing'],
    ['somebody who may only look', async () => make(await anIncident(), {}, anActor({ roles: ['viewer'] })), 'role-missing'],
  ])('%s is refused', async (_name, ask, code) => {
    expect(await (typeof ask === 'function' ? ask() : ask)).toMatchObject({ ok: false, code });
  });
});

describe('numbers', () => {
  test('run without gap or double when several are made at once, and begin again with the year', async () => {
    clock.advance(365 * 24 * 3_600_000);
    const cases = await Promise.all([anIncident(), anIncident(), anIncident(), anIncident({ facts: null }), anIncident()]);
    const outcomes = await Promise.all(cases.map((id) => make(id, { document: 'incidentFollowUpReport' })));
    const numbers = new Set(outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.number] : [])));
    expect(numbers).toEqual(new Set([1, 2, 3, 4].map((n) => `（皖萧）应急急报〔2027〕${n}号`)));
  });

  test('of the demo story count apart and say so, as does the document', async () => {
    const document = made(await make(await anIncident({ demo: true })));
    expect(document.number).toBe('（皖萧）应急急报〔2027〕演示1号');
    const pdf = join(folder, 'demo.pdf');
    writeFileSync(pdf, await buffer(desk.store.read(document.pdf?.sha256 ?? '')));
    expect(execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' })).toContain('演示文书，不具有法律效力');
    const next = made(await make(await anIncident()));
    expect(next.number).toBe('（皖萧）应急急报〔2027〕5号');
  });
});

describe('a made document', () => {
  test('cannot be taken off the case as a file, only declared void with a reason, once', async () => {
    const caseId = await anIncident();
    const document = made(await make(caseId));
    expect(await removeFile(context, officer, document.docx.fileId, '不要了')).toMatchObject({ ok: false, code: 'file-is-document' });
    expect(await declareVoid(context, officer, document.id, ' ')).toMatchObject({ ok: false, code: 'reason-missing' });
    expect(made(await declareVoid(context, officer, document.id, '金额有误'))).toMatchObject({ voidedBy: '赵敏', voidedWhy: '金额有误' });
    expect(await declareVoid(context, officer, document.id, '再作废')).toMatchObject({ ok: false, code: 'document-void' });
    const again = made(await make(caseId));
    const list = await listDocuments(context, officer, 'incident', caseId);
    expect(list.ok && list.value.items.map(({ number, voidedWhy }) => [number, voidedWhy])).toEqual([
      [document.number, '金额有误'],
      [again.number, null],
    ]);
  });

  test('of a finished case can still be made: the last papers come after the end', async () => {
    expect(await make(await anIncident({ state: 'closed' }))).toMatchObject({ ok: true });
  });

  test('the list says what can be made, what lacks, and who may', async () => {
    const caseId = await anIncident({ facts: null });
    const list = await listDocuments(context, officer, 'incident', caseId);
    expect(list.ok && list.value).toMatchObject({
      items: [],
      mayMake: true,
      available: [
        { document: 'incidentFirstReport', isDue: false, missing: ['facts'] },
        { document: 'incidentFollowUpReport', isDue: false, missing: ['facts'] },
      ],
    });
  });

  test('is not seen from another area, directly in the database either', async () => {
    const { rows } = await database.transaction(anActor({ areaCode: '341323' }), (tx) => tx.query('select id from made_document'));
    expect(rows).toEqual([]);
  });
});
