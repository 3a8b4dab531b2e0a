import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JournalEntry } from '#kernel/journal/journal.ts';
import type { AnyRecord } from '#kernel/register/register.ts';
import { button, signIn } from './acts.ts';
import type { Api } from './api.ts';
import type { Visitor } from './browser.ts';
import { type Cable, layCable } from './cable.ts';
import { stage } from './stage.ts';
import { until } from './until.ts';

// A township officer in the hills: a phone, no network, two shelters to put on file. And the office, which meanwhile writes
// into the same record.

const scene = stage();
let api: Api;
let phone: Visitor;
let cable: Cable;

beforeAll(async () => {
  api = await scene.county.api();
  phone = await scene.hall.visitor({ screen: 'phone' });
  phone.expects(/ERR_INTERNET_DISCONNECTED|ERR_EMPTY_RESPONSE|ERR_CONNECTION|ERR_INCOMPLETE_CHUNKED_ENCODING|Failed to load resource/);
  cable = await layCable(scene.county.url);
  await signIn(phone, cable.url);
});

afterAll(async () => cable.close());

async function losesNetwork(): Promise<void> {
  await phone.context.setOffline(true);
  cable.pull();
}

async function findsNetwork(): Promise<void> {
  cable.plugIn();
  await phone.context.setOffline(false);
}

const field = (label: string): Locator => phone.page.getByRole('main').getByLabel(label);
const notice = (words: string | RegExp): Locator => phone.page.getByRole('status').filter({ hasText: words }).first();
const card = (words: string): Locator =>
  phone.page
    .getByRole('listitem')
    .filter({ has: phone.page.getByRole('heading', { level: 2 }) })
    .filter({ hasText: words });

async function putOnFile(name: string): Promise<void> {
  await phone.page.goto(`${cable.url}/registers/shelters/new`);
  await field('名称').fill(name);
  await button(phone, '保存', 'Save').click();
  await phone.page.getByRole('heading', { level: 1, name }).waitFor();
}

async function setCapacity(capacity: string): Promise<void> {
  await button(phone, '编辑', 'Edit').click();
  await field('容纳人数').fill(capacity);
  await button(phone, '保存', 'Save').click();
  // The form has the record's name for its heading too; only the button to edit says that it was kept and left.
  await button(phone, '编辑', 'Edit').waitFor();
}

const stored = async (name: string) => (await api.items<AnyRecord>('/registers/shelters')).filter((each) => each['name'] === name);

describe('a phone without network', { timeout: 150_000 }, () => {
  test('opens the form of a register from what it keeps, and keeps two new records and an edit', async () => {
    const { page } = phone;
    await page.goto(`${cable.url}/registers/shelters`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await until('the phone keeps the program', () =>
      page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state === 'activated'),
    );
    await losesNetwork();

    await putOnFile('一中操场');
    await notice('已存在本机 1 条，联网后自动上报').waitFor();
    await setCapacity('400');
    await putOnFile('文化广场');
    await notice('已存在本机 3 条').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.getByRole('banner').getByRole('link', { name: '待上报 3' }).waitFor();
    await phone.shot('offline-1-kept');
    expect(await api.items('/registers/shelters')).toEqual([]);
  });

  test('still has them after the page is loaded again, lists them, and shows them in the register', async () => {
    const { page } = phone;
    await page.reload();
    await page.getByRole('banner').getByRole('link', { name: '待上报 3' }).click();
    await page.getByRole('heading', { level: 1, name: '待上报' }).waitFor();
    await card('文化广场').waitFor();
    expect(await card('一中操场').count()).toBe(2);
    await phone.shot('offline-2-outbox', true);
    await page.goto(`${cable.url}/registers/shelters`);
    await page.getByRole('main').getByText('文化广场').first().waitFor();
    await page.getByRole('main').getByText('一中操场').first().waitFor();
  });

  test('sends them once and in order when the network is back', async () => {
    await findsNetwork();
    await notice('已全部上报').waitFor({ timeout: 45_000 });
    const [[first, ...more], square] = [await stored('一中操场'), await stored('文化广场')];
    expect([more.length, square.length]).toEqual([0, 1]);
    expect(first).toMatchObject({ capacity: 400, version: 2 });
    const history = await api.items<JournalEntry>(`/registers/shelters/${first?.id ?? ''}/history`);
    expect(history.map(({ act, why }) => [act, why])).toEqual([
      ['create', 'offline'],
      ['update', 'offline'],
    ]);
    await phone.page.reload();
    await phone.page.getByRole('main').getByText('文化广场').first().waitFor();
    expect(await stored('一中操场')).toHaveLength(1);
  });

  test('is told when the office changed the same, sees both, and decides', async () => {
    const { page } = phone;
    const [record] = await stored('一中操场');
    await page.goto(`${cable.url}/registers/shelters/${record?.id ?? ''}`);
    await page.getByRole('heading', { level: 1, name: '一中操场' }).waitFor();
    await losesNetwork();
    await setCapacity('450');
    await notice('已存在本机 1 条').waitFor();
    await api.ask('PATCH', `/registers/shelters/${record?.id ?? ''}`, { capacity: 300 }, { 'if-match': '"2"' });
    await findsNetwork();

    await notice('1 条已送达但未生效，需要您处理').waitFor({ timeout: 45_000 });
    expect((await stored('一中操场'))[0]).toMatchObject({ capacity: 300 });
    await page.getByRole('link', { name: '查看待上报' }).click();
    const conflict = card('一中操场');
    await conflict.getByText('别人已改动同一内容，请选择。').waitFor();
    await conflict.getByText('450').waitFor();
    await conflict.getByText('300').waitFor();
    await phone.shot('offline-3-conflict', true);
    await button(phone, '按以上选择保存', 'Save as chosen', conflict).click();
    await page.getByText('没有待上报的内容').waitFor();
    expect((await stored('一中操场'))[0]).toMatchObject({ capacity: 450, version: 4 });
  });
});
