import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { alarmDetails, alarmRow, button, deskStands, drawArea, signIn } from './acts.ts';
import { Hall } from './browser.ts';
import { County, password } from './county.ts';
import { addAccount, addGauge, openAlarm, openIncident, publishWarning } from './prepare.ts';

// Takes the pictures of README.md from a running county: `node journeys/pictures.ts`. Needs ImageMagick (`convert`).

const folder = join(import.meta.dirname, '..', 'docs', 'pictures');
const mostBytes = 400_000;

/** @param name file under docs/pictures */
async function take(page: Page, name: string): Promise<void> {
  const path = join(folder, name);
  await page.screenshot({ path });
  const { status, stderr } = spawnSync('convert', [path, '-colors', '256', `PNG8:${path}`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`convert: ${stderr}`);
  const { size } = statSync(path);
  process.stdout.write(`${name} ${Math.round(size / 1000)} kB\n`);
  if (size > mostBytes) throw new Error(`${name} is larger than ${mostBytes} bytes`);
}

mkdirSync(folder, { recursive: true });
const county = await County.start({ demo: true });
const hall = await Hall.open();
try {
  const api = await county.api();
  const leader = await addAccount(county, api, 'leader', '李带班', 'dutyLeader', password);
  const gauges = [
    { name: '倒流河水位站', text: '倒流河水位超警戒', place: [116.945, 34.19], value: 31.62 },
    { name: '岱河闸上', text: '岱河闸上水位超警戒', place: [116.99, 34.13], value: 31.25 },
    { name: '闫河水位站', text: '闫河水位超保证', place: [116.86, 34.27], value: 31.88 },
  ] as const;
  for (const [index, { name, text, place, value }] of gauges.entries()) {
    const { device } = await addGauge(county, api, `gauge-${index + 1}`, text, 31, { name, place });
    for (let minute = 200; minute > 2; minute -= 3) {
      // Below the limit until now, so that the alarm is fresh.
      const level = 30.95 - (minute / 200) ** 1.5 * (value - 30) + Math.sin(minute / 9) / 30;
      await device.send(Number(level.toFixed(2)), { t: Date.now() - minute * 60_000 });
    }
    await device.send(value);
    device.close();
  }
  const first = await openAlarm(api, '倒流河水位超警戒');
  await api.post(`/alarms/${first.id}/actions/acknowledge`, { version: first.version });
  const incident = await openIncident(api, await openAlarm(api, '倒流河水位超警戒'), '倒流河水位超警戒，沿河低洼处进水');
  await publishWarning(api, leader, incident, '萧县发布洪水橙色预警');

  const desk = await hall.visitor();
  await signIn(desk, county.url);
  await button(desk, '开始值守', 'Start watch').click();
  await deskStands(desk);
  // By key, so that the map stays where it shows the whole county.
  await desk.page.keyboard.press('j');
  await alarmDetails(desk).locator('.reading-chart canvas').waitFor();
  await desk.page.waitForLoadState('networkidle');
  await take(desk.page, 'desk.png');

  const phone = await hall.visitor({ screen: 'phone' });
  await signIn(phone, county.url);
  await alarmRow(phone, '闫河水位超保证').waitFor();
  await phone.page.waitForLoadState('networkidle');
  await take(phone.page, 'desk-phone.png');

  const { page } = desk;
  await page.goto(`${county.url}/warnings/new?incident=${incident}`);
  await page.getByRole('radio', { name: /橙/ }).check();
  await page.getByLabel('预警内容').fill('倒流河水位32.1米，超警戒1.1米，预计未来6小时继续上涨。');
  await page.getByLabel('防御指引').fill('沿河低洼处人员立即转移到安置点。不要涉水，不要在桥上逗留。');
  await drawArea(desk);
  await button(desk, '24 小时', '24 h').click();
  await page.locator('.area-drawer').scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  await take(page, 'warning.png');
} finally {
  await hall.close();
  await county.remove();
}
