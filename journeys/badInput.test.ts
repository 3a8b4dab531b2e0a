import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { button, deskStands, go, signIn, whenShown } from './acts.ts';
import type { Api } from './api.ts';
import type { Visitor } from './browser.ts';
import { password } from './county.ts';
import { MqttDevice, NotAcknowledged } from './devices.ts';
import { addGauge, type Gauge } from './prepare.ts';
import { openWebhook } from './receivers.ts';
import { stage } from './stage.ts';
import { until } from './until.ts';

// What people, files and devices do wrong, and what then still holds.

const scene = stage({ demo: true });
const files = mkdtempSync(join(tmpdir(), 'anlan-files-'));
let api: Api;
let admin: Visitor;
let river: Gauge;

beforeAll(async () => {
  api = await scene.county.api();
  river = await addGauge(scene.county, api, 'river', '倒流河水位超警戒');
  admin = await scene.hall.visitor();
  await signIn(admin, scene.county.url);
});
afterAll(() => rmSync(files, { recursive: true, force: true }));

describe('a person', { timeout: 60_000 }, () => {
  test('whose session ended while writing logs in over the page, and what was written is sent as it stood', async () => {
    const { page, context } = admin;
    admin.expects(/status of 401|Unauthorized \(401\)/);
    await go(admin, '突发事件', 'Incidents');
    await page.getByRole('main').getByRole('button', { name: '接报', exact: true }).first().click();
    const form = page.getByRole('dialog');
    await form.getByLabel('标题').fill('龙城镇某化工厂储罐泄漏');
    await form.getByLabel('基本情况').fill('值班电话接报，现场有刺激性气味。');
    const token = (await context.cookies()).find(({ name }) => name === 'anlan_session')?.value ?? '';
    await fetch(`${scene.county.url}/api/v1/session`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
    await form.getByLabel('事件类型').click();
    await form.getByLabel('事件类型').fill('11A01');
    await form.getByLabel('事件类型').press('Enter');
    await form.getByLabel(/粘贴坐标/).fill('34.19,116.95');
    await form.getByRole('button', { name: '登记事件' }).click();
    const ended = page.getByRole('dialog', { name: '登录已过期' });
    await ended.getByLabel('密码', { exact: true }).fill(password);
    await button(admin, '登录', 'Log in', ended).click();
    await ended.waitFor({ state: 'hidden' });
    expect(await form.getByLabel('标题').inputValue()).toBe('龙城镇某化工厂储罐泄漏');
    expect(await form.getByLabel('基本情况').inputValue()).toBe('值班电话接报，现场有刺激性气味。');
    await form.getByRole('button', { name: '登记事件' }).click();
    await page.getByRole('heading', { level: 1, name: '龙城镇某化工厂储罐泄漏' }).waitFor();
  });
});

describe('a file', { timeout: 60_000 }, () => {
  test('of XML with an external entity is refused in words, and nothing is fetched for it', async () => {
    const spy = await openWebhook();
    await preview('entities.json', `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "${spy.url}">]><a>&x;</a>`);
    await admin.page.getByRole('alert').filter({ hasText: '认不出文件内容' }).waitFor();
    expect(spy.calls).toEqual([]);
    await spy.close();
  });

  test('of noise, of places that are nowhere, or in another datum is told what is wrong with which row', async () => {
    await preview('noise.geojson', Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256)));
    await admin.page.getByRole('alert').filter({ hasText: '认不出文件内容' }).waitFor();
    await preview('nowhere.csv', '名称,经度,纬度\n甲,116.95,34.19\n乙,abc,34.19\n丙,34.19,116.95\n丁,200,95\n');
    await admin.page.getByRole('heading', { name: /^问题/ }).waitFor();
    await admin.page.getByText(/个要素可用/).waitFor();
    await admin.shot('bad-csv', true);
    const places = JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [116.95, 34.19] } }],
    });
    const [wgs84, gcj02] = await Promise.all(['wgs84', 'gcj02'].map((datum) => previewByApi(places, datum)));
    const [exact = [], shifted = []] = [wgs84, gcj02].map((answer) => answer?.body.reading?.layers[0]?.bbox);
    expect(exact.slice(0, 2)).toEqual([116.95, 34.19]);
    const shift = Math.abs((shifted[0] ?? 0) - 116.95) * 92_000;
    expect(shift).toBeGreaterThan(100);
    expect(shift).toBeLessThan(1000);
    expect(await previewByApi(places, 'xian80')).toMatchObject({ status: 422, body: { code: 'datum-unknown' } });
  });

  test('of seventy megabytes of nothing is refused in words, and the server goes on', async () => {
    const path = join(files, 'huge.geojson');
    writeFileSync(path, '');
    truncateSync(path, 70 * 1024 * 1024);
    await chooseFile(path);
    await admin.page.getByRole('alert').filter({ hasText: '认不出文件内容' }).waitFor({ timeout: 30_000 });
    await admin.shot('bad-huge');
    expect((await fetch(`${scene.county.url}/readyz`)).status).toBe(200);
  });
});

describe('a device', { timeout: 60_000 }, () => {
  test('that sends nonsense is answered, and every outcome is a number on the installation page', async () => {
    const { device, pointId } = river;
    const now = Date.now();
    const before = await counts();
    await device.publish('{"items":[{"code":"waterLevel","value":NaN}]}');
    await device.publish({ items: [{ code: 'waterLevel', value: '12.3' }] });
    await device.send(12, { t: Date.UTC(2099, 0, 1) });
    await device.send(12, { t: Date.UTC(2010, 0, 1) });
    await device.send(-9999);
    await device.send(12, { t: now - 3 * 24 * 3_600_000 });
    await device.send(12, { t: now - 60_000 });
    await device.send(12, { t: now - 60_000 });
    await device.send(11, { t: now - 120_000 });
    await device.send(10, { t: now - 180_000 });
    const added = await until('everything is counted', async () => {
      const after = await counts();
      const difference = (key: string) => (after.get(key) ?? 0) - (before.get(key) ?? 0);
      const seen = Object.fromEntries(
        ['refused json', 'refused type', 'reading clockAhead', 'reading clockUnset', 'reading outOfRange', 'reading late'].map((key) => [
          key,
          difference(key),
        ]),
      );
      return difference('duplicate ') === 1 && seen;
    });
    expect(added).toEqual({
      'refused json': 1,
      'refused type': 1,
      'reading clockAhead': 1,
      'reading clockUnset': 1,
      'reading outOfRange': 1,
      'reading late': 1,
    });
    // Counted as they come in; on record a moment later.
    const items = await until('the readings are on record', async () => {
      const found = (await api.get<{ items: [number, number, string][] }>(`/points/${pointId}/observations`)).items;
      return found.filter(([atMs]) => atMs >= now - 180_000 && atMs < now - 30_000).length >= 3 && found;
    });
    const own = items.filter(([atMs]) => atMs >= now - 180_000 && atMs < now - 30_000);
    expect(own.map(([, value]) => value)).toEqual([10, 11, 12]);
    expect(items.some(([, value, quality]) => value === -9999 && quality !== 'outOfRange')).toBe(false);
    expect(await api.items('/alarms?state=open')).toEqual([]);

    await go(admin, '安装与运行', 'System');
    const rows = admin.page.getByRole('row').filter({ hasText: 'mqtt' });
    for (const words of ['设备时钟超前', '超出量程']) await rows.filter({ hasText: words }).first().waitFor();
    await admin.shot('bad-counters', true);
  });

  test('that floods with a thousand frames a second does not keep the alarm of another waiting', async () => {
    await go(admin, '值班台', 'Duty desk');
    await deskStands(admin);
    const noisy = await addGauge(scene.county, api, 'noisy', '噪声', 1e9);
    let isFlooding = true;
    let sent = 0;
    let acknowledged = 0;
    const flood = (async () => {
      for (const beginMs = performance.now(); isFlooding;) {
        for (; sent < performance.now() - beginMs && isFlooding; sent += 1)
          void noisy.device.send(sent % 30).then(() => (acknowledged += 1));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    })();
    await until('the flood runs', () => sent > 1_500);
    const shown = await whenShown(admin, '[data-alarm]', '倒流河水位超警戒');
    const sentMs = Date.now();
    const acknowledgedMs = await river.device.send(33);
    const seenMs = await shown();
    isFlooding = false;
    await flood;
    console.info(
      `beside ${sent} frames at 1,000/s: acknowledged after ${acknowledgedMs - sentMs} ms, on the desk ${seenMs - acknowledgedMs} ms later`,
    );
    expect(seenMs - sentMs).toBeLessThan(1000);
    await until('the flood is acknowledged', () => acknowledged === sent, { withinMs: 30_000 });
  });

  test('has every acknowledged reading on record after server and database were killed at once, twice', async () => {
    admin.expects(/ERR_|status of 50[03]/);
    const names = ['kill-a', 'kill-b'];
    const gauges = await Promise.all(names.map((name) => addGauge(scene.county, api, name, `${name} 超限`, 1e9)));
    const baseMs = Date.now() - 3_600_000;
    const acknowledged = names.map(() => new Set<number>());
    let seq = 0;
    for (let round = 1; round <= 2; round += 1) {
      const devices = await Promise.all(
        names.map((name) => until(`${name} is connected`, () => MqttDevice.connect(scene.county.ports.mqtt, name))),
      );
      const writers = devices.map(async (device, which) => {
        try {
          for (;;) {
            seq += 1;
            const own = seq;
            await device.send(own, { t: baseMs + own, seq: own });
            acknowledged[which]?.add(own);
          }
        } catch (error) {
          if (!(error instanceof NotAcknowledged)) throw error;
        }
      });
      await until('there is traffic', () => acknowledged.every(({ size }) => size >= round * 150), { withinMs: 20_000 });
      await scene.county.killAll();
      await Promise.all(writers);
      await scene.county.start();
    }
    api = await scene.county.api();
    for (const [which, { pointId, name }] of gauges.entries()) {
      const wanted = acknowledged[which] ?? new Set();
      await until(`all of ${name}`, async () => (await storedSequences(pointId, baseMs)).isSupersetOf(wanted), { withinMs: 30_000 });
      console.info(`${name}: ${wanted.size} acknowledged readings, all on record after two power cuts`);
    }
    await deskStands(admin);
  });
});

async function chooseFile(path: string): Promise<void> {
  await admin.page.goto(`${scene.county.url}/base-data?import=1`);
  await admin.page.locator('input[type=file]').setInputFiles(path);
  await button(admin, '读取并预览', 'Read and preview').click();
}

async function preview(name: string, content: string | Buffer): Promise<void> {
  const path = join(files, name);
  writeFileSync(path, content);
  await chooseFile(path);
}

interface SentFile {
  uploadId?: string;
  code?: string;
  state?: string;
  reading?: { layers: { bbox: number[] }[] };
}

async function previewByApi(content: string, datum: string) {
  const form = new FormData();
  form.append('datum', datum);
  form.append('file', new Blob([content]), 'places.geojson');
  const sent = await api.ask<SentFile>('POST', '/base/uploads', form);
  if (!sent.body.uploadId) return sent;
  await until(
    'the file is read',
    async () => (await api.ask<SentFile>('GET', `/base/uploads/${sent.body.uploadId}`)).body.state === 'ready',
  );
  return api.ask<SentFile>('GET', `/base/uploads/${sent.body.uploadId}`);
}

/** Counters of the MQTT endpoint, and those of all, by name and reason. */
async function counts(): Promise<Map<string, number>> {
  const items = await api.items<{ name: string; protocol: string; reason: string; count: number }>('/counters');
  return new Map(
    items
      .filter(({ protocol }) => protocol === 'mqtt' || protocol === 'any')
      .map(({ name, reason, count }) => [`${name} ${reason}`, count]),
  );
}

/** Sequence numbers on record: each reading carries its own as its value, and again in its time. */
async function storedSequences(pointId: string, baseMs: number): Promise<Set<number>> {
  const { items } = await api.get<{ items: [number, number, string][] }>(`/points/${pointId}/observations`);
  return new Set(items.filter(([atMs, value]) => atMs === baseMs + value).map(([, value]) => value));
}
