import { execFileSync } from 'node:child_process';
import { randomUUIDv7 } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/access/access.ts';
import type { AnyCase, CaseDeclaration } from '#kernel/casework/case.ts';
import { TestClock } from '#kernel/clock/clock.ts';
import type { OutgoingMessage } from '#kernel/message/message.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { readCap } from '#protocols/cap/read.ts';
import { warning as warningCase } from '#rooms/monitoring/warnings/warning.case.ts';
import { warningRecipients } from '#rooms/monitoring/warnings/warningRecipients.register.ts';
import { warningFeed, warningFile } from '#rooms/monitoring/warnings/warnings.feed.ts';
import { Postman } from '../messages/postman.ts';
import { deliveriesAbout } from '../storage/deliveries.ts';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';
import { act, openCase, viewCase } from './caseOperations.ts';
import type { Context } from './context.ts';
import { readerOf } from './followUps.ts';
import { create } from './registerOperations.ts';

const warning = warningCase as unknown as CaseDeclaration;
const schema = join(import.meta.dirname, '../../protocols/cap/fixtures/CAP-v1.2.xsd');
let database: TestDatabase;
let context: Context;
let clock: TestClock;
const author = anActor();
const approver = anActor({ accountId: '01890000-0000-7000-8000-000000000002', name: '带班领导乙', roles: ['dutyLeader'] });

const content = {
  headlineZh: '萧县发布暴雨橙色预警',
  descriptionZh: '预计未来 3 小时降雨量将达 50 毫米以上。',
  instructionZh: '停止户外作业，转移低洼地带人员。',
  eventCode: '11B03',
  color: 'orange',
  effective: '2026-07-01T03:00:00+08:00',
  expires: '2026-07-01T15:00:00+08:00',
  areas: ['341322101'],
};

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(() => {
  clock = new TestClock('2026-07-01T03:00:00+08:00');
  context = { clock, database, county: '341322', publicUrl: 'http://127.0.0.1:8080' };
});
afterAll(() => database.drop());

async function aDraft(more: Record<string, unknown> = {}): Promise<AnyCase> {
  return must(
    await openCase(context, author, warning, randomUUIDv7(), { action: 'draft', input: { ...content, ...more }, note: '', version: null }),
  );
}

async function step(found: AnyCase, action: string, actor: Actor, note = '') {
  return act(context, actor, warning, found.id, { action, input: {}, note, version: null });
}

async function aPublished(more: Record<string, unknown> = {}): Promise<AnyCase> {
  const draft = await aDraft(more);
  must(await step(draft, 'submit', author));
  return must(await step(draft, 'publish', approver));
}

function must<T>(outcome: { ok: true; value: T } | { ok: false; text: { en: string }; fields?: unknown }): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`${outcome.text.en} ${JSON.stringify(outcome.fields ?? '')}`);
}

const read = (path: string) =>
  database.transaction(anActor({ kind: 'system' }), (tx) =>
    path === warningFeed.path ? warningFeed.read({}, readerOf(context, tx)) : warningFile.read({ file: path }, readerOf(context, tx)),
  );

describe('a warning', () => {
  test('is published by a second person only', async () => {
    const draft = await aDraft();
    must(await step(draft, 'submit', author));
    expect(await step(draft, 'publish', author)).toMatchObject({ ok: false, code: 'four-eyes' });
    expect(await step(draft, 'publish', approver)).toMatchObject({
      ok: true,
      value: { state: 'published', publishedAt: '2026-06-30T19:00:00.000Z' },
    });
  });

  test.each([
    ['no area', { areas: [] }, 'areas'],
    ['an end before its beginning', { expires: '2026-07-01T02:00:00+08:00' }, 'expires'],
    ['half an English text', { headlineEn: 'Rainstorm' }, 'headlineEn'],
    ['a circle without radius', { circleCenter: [116.9, 34.2] }, 'circleRadiusKm'],
  ])('is not submitted with %s', async (_, more, field) => {
    expect(await step(await aDraft(more), 'submit', author)).toMatchObject({ ok: false, code: 'warning-incomplete', fields: [{ field }] });
  });

  test('becomes CAP 1.2 that the OASIS schema accepts, in both languages, with area, polygon and circle', async () => {
    const square = {
      type: 'Polygon',
      coordinates: [
        [
          [116.8, 34.1],
          [117, 34.1],
          [117, 34.3],
          [116.8, 34.1],
        ],
      ],
    };
    const english = {
      headlineEn: 'Orange rainstorm warning',
      descriptionEn: 'More than 50 mm & rising <soon>.',
      instructionEn: 'Stay indoors.',
    };
    const published = await aPublished({ ...english, shape: square, circleCenter: [116.95, 34.2], circleRadiusKm: 5 });
    const xml = (await read(`${published.id}.xml`)) ?? '';
    execFileSync('xmllint', ['--noout', '--schema', schema, '-'], { input: xml });
    const alert = readCap(xml);
    expect(alert).toMatchObject({ ok: true });
    expect(xml).toContain('34.1,116.8');
    expect(xml).toContain('<value>341322101000</value>');
  });

  test('refers to the first when it is updated or cancelled, and the feed shows all three', async () => {
    const first = await aPublished();
    clock.advance(3_600_000);
    const second = await aPublished({ supersedes: first.id, color: 'red' });
    expect(must(await viewCase(context, author, warning, first.id)).case.state).toBe('superseded');
    clock.advance(3_600_000);
    must(await step(second, 'cancel', author, '降雨停止'));
    const update = (await read(`${second.id}.xml`)) ?? '';
    const cancel = (await read(`${second.id}-cancel.xml`)) ?? '';
    expect(update).toContain(`<msgType>Update</msgType>`);
    expect(update).toContain(`yjglj@341322.anlan,cn.341322.${first.id},2026-07-01T03:00:00+08:00`);
    expect(cancel).toContain('<msgType>Cancel</msgType>');
    expect(cancel).toContain(`cn.341322.${second.id},2026-07-01T04:00:00+08:00`);
    for (const xml of [update, cancel]) execFileSync('xmllint', ['--noout', '--schema', schema, '-'], { input: xml });
    const feed = (await read(warningFeed.path)) ?? '';
    for (const file of [`${first.id}.xml`, `${second.id}.xml`, `${second.id}-cancel.xml`]) expect(feed).toContain(`/feeds/cap/${file}`);
    execFileSync('xmllint', ['--noout', '-'], { input: feed });
  });

  test('a draft is nobody else’s business: not in the feed, no file', async () => {
    const draft = await aDraft({ headlineZh: '尚未发布的草稿' });
    expect(await read(`${draft.id}.xml`)).toBeNull();
    expect(await read(warningFeed.path)).not.toContain(draft.id);
  });
});

describe('recipients', () => {
  test('each gets the warning with its CAP file, tried again until it arrives, every attempt on record', async () => {
    const recipient = must(
      await create(context, author, warningRecipients as unknown as RegisterDeclaration, randomUUIDv7(), {
        name: '水利局',
        channel: 'webhook',
        address: 'http://127.0.0.1:9/hook',
        active: true,
      }),
    );
    const published = await aPublished();
    const sent: OutgoingMessage[] = [];
    const postman = new Postman(
      database,
      clock,
      {
        webhook: async (message) => {
          sent.push(message);
          if (sent.length < 3) throw new Error('HTTP 503');
          return 'HTTP 200';
        },
      },
      (error) => {
        throw error;
      },
    );
    for (const pauseMs of [0, 10_000, 30_000]) {
      clock.advance(pauseMs);
      postman.wake();
      await postman.settled();
    }
    await postman.stop();
    const [delivery] = await database.transaction(author, (tx) => deliveriesAbout(tx, { kind: 'warning', id: published.id }));
    expect(delivery).toMatchObject({ recipientName: recipient['name'], state: 'delivered' });
    expect(delivery?.attempts.map(({ ok, detail }) => [ok, detail])).toEqual([
      [false, 'HTTP 503'],
      [false, 'HTTP 503'],
      [true, 'HTTP 200'],
    ]);
    expect(sent[0]?.payload?.body).toContain('<msgType>Alert</msgType>');
  });
});
