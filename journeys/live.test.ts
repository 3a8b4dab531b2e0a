import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import { killCluster, signal } from '#server/database/clusterProcesses.fixture.ts';
import { alarmRow, deskStands, region, signIn, whenShown } from './acts.ts';
import type { Api } from './api.ts';
import type { Visitor } from './browser.ts';
import { type Cable, layCable } from './cable.ts';
import { MqttDevice } from './devices.ts';
import { addGauge, type Gauge, openAlarm } from './prepare.ts';
import { stage } from './stage.ts';
import { until } from './until.ts';

// What the desk does when the network, the server or the database is away. `ANLAN_LONG_JOURNEYS=1` lets the database be away
// for half a minute.

const awayMs = process.env['ANLAN_LONG_JOURNEYS'] === '1' ? 30_000 : 8_000;
const scene = stage();
let api: Api;
let desk: Visitor;
let cable: Cable;
const gauges: Gauge[] = [];

beforeAll(async () => {
  api = await scene.county.api();
  for (const index of [1, 2, 3, 4, 5]) gauges.push(await addGauge(scene.county, api, `river-${index}`, `河${index}水位超警戒`));
  desk = await scene.hall.visitor();
  cable = await layCable(scene.county.url);
  await signIn(desk, cable.url);
  await deskStands(desk);
});

afterAll(async () => cable.close());

function gauge(index: number): Gauge {
  const found = gauges[index - 1];
  if (!found) throw new Error(`no gauge ${index}`);
  return found;
}

describe('the desk goes on', { timeout: 150_000 }, () => {
  test('a browser that was offline has every alarm and every act of the time between when it is back', async () => {
    desk.expects(/net::ERR_/);
    await desk.context.setOffline(true);
    cable.pull();
    await region(desk, '值守状态', 'Watch').getByText('网络已断开').waitFor();
    await gauge(1).device.send(32);
    await gauge(2).device.send(32);
    const taken = await openAlarm(api, '河1水位超警戒');
    await api.post(`/alarms/${taken.id}/actions/acknowledge`, { version: taken.version });
    const gone = await openAlarm(api, '河2水位超警戒');
    await api.post(`/alarms/${gone.id}/actions/dismiss`, { version: gone.version, text: '传感器在清洗' });
    await gauge(3).device.send(33);
    await openAlarm(api, '河3水位超警戒');
    // Long enough for the page to try again, in vain, more than once.
    await pause(5_000);
    expect(await alarmRow(desk, '河3水位超警戒').count()).toBe(0);

    cable.plugIn();
    await desk.context.setOffline(false);
    await alarmRow(desk, '河3水位超警戒').waitFor();
    await alarmRow(desk, '河1水位超警戒').getByText('已确认').waitFor();
    expect(await alarmRow(desk, '河2水位超警戒').count()).toBe(0);
    await region(desk, '值守状态', 'Watch').getByText('实时').waitFor();
  });

  test('a desk that stays open while the server is restarted shows what came meanwhile, without being touched', async () => {
    await scene.county.stop();
    await region(desk, '值守状态', 'Watch').getByText('正在重连').waitFor();
    await scene.county.start();
    for (const each of gauges) each.device.close();
    const back = await reconnect(4);
    await back.send(34);
    await alarmRow(desk, '河4水位超警戒').waitFor();
    await region(desk, '值守状态', 'Watch').getByText('实时').waitFor();
    expect(await desk.page.getByRole('button', { name: '登录' }).count()).toBe(0);
    back.close();
  });

  test(`while PostgreSQL stands still and is then killed, an alarm reaches the open desk within a second and no acknowledged reading is lost`, async () => {
    desk.expects(/status of 50[03]/);
    const device = await reconnect(5);
    const pointId = gauge(5).pointId;
    const kept: number[] = [];
    const startMs = Date.now() - 600_000;
    const send = async (value: number) => {
      const t = startMs + kept.length * 10;
      await device.send(value, { t });
      kept.push(t);
    };
    await send(20);
    const processes = scene.county.databaseProcesses();
    expect(processes.length).toBeGreaterThan(1);
    for (const pid of processes) signal(pid, 'SIGSTOP');

    const shown = await whenShown(desk, '[data-alarm]', '河5水位超警戒');
    const acknowledgedMs = await device.send(35);
    const lagMs = (await shown()) - acknowledgedMs;
    console.info(`with PostgreSQL standing still: alarm on the desk ${lagMs} ms after the device was acknowledged`);
    expect(lagMs).toBeLessThan(1000);
    for (const until = Date.now() + awayMs; Date.now() < until; await pause(50)) await send(20 + (kept.length % 7));

    for (const pid of processes) signal(pid, 'SIGCONT');
    killCluster(scene.county.folder);
    for (let count = 0; count < 50; count += 1) await send(20);
    const expected = new Set(kept);
    await until('every acknowledged reading is in PostgreSQL', async () => (await storedTimes(pointId)).isSupersetOf(expected), {
      withinMs: 60_000,
    });
    console.info(`${kept.length} readings were acknowledged meanwhile; all are in PostgreSQL`);
    const alarms = await api.items<Alarm>('/alarms?state=all');
    expect(alarms.filter(({ text }) => text.zh === '河5水位超警戒')).toHaveLength(1);
    device.close();
  });
});

/** The device connects again, as it does after every loss of its connection. */
async function reconnect(index: number): Promise<MqttDevice> {
  return until('the device is connected', () => MqttDevice.connect(scene.county.ports.mqtt, gauge(index).name));
}

async function storedTimes(pointId: string): Promise<Set<number>> {
  const { items } = await api.get<{ items: [number, number, string][] }>(`/points/${pointId}/observations`);
  return new Set(items.map(([atMs]) => atMs));
}
