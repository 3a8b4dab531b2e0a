import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  accept,
  addRule,
  alarmDetails,
  alarmRow,
  button,
  deskStands,
  drawArea,
  go,
  invite,
  listen,
  notReloaded,
  region,
  setUp,
  whenShown,
} from './acts.ts';
import type { Visitor } from './browser.ts';
import { commandOfReadme, runCommand } from './devices.ts';
import { attachmentOf, type MailServer, openMailServer, openWebhook, type Webhook } from './receivers.ts';
import { stage } from './stage.ts';
import { until } from './until.ts';

// One incident from the first minute of a new county to the cancelled warning. Each test is the next chapter.

let mail: MailServer;
let webhook: Webhook;
let officer: Visitor;
let leader: Visitor;
let tones: () => Promise<number>;
let officerStayed: () => Promise<boolean>;
let leaderStayed: () => Promise<boolean>;
let warningId = '';
const capSchema = join(import.meta.dirname, '..', 'src', 'protocols', 'cap', 'fixtures', 'CAP-v1.2.xsd');

const scene = stage({ env: { ANLAN_ADMIN_PASSWORD: '', ANLAN_MAIL_FROM: 'duty@anlan.example' } }, async () => {
  [mail, webhook] = await Promise.all([openMailServer(), openWebhook(503, 500)]);
  return { env: { ANLAN_SMTP_URL: mail.url }, close: async () => void (await Promise.all([mail.close(), webhook.close()])) };
});

beforeAll(async () => {
  [officer, leader] = await Promise.all([scene.hall.visitor(), scene.hall.visitor()]);
});

describe('one incident', { timeout: 120_000 }, () => {
  test('a newcomer opens the one-time link, makes the administrator and stands before the duty desk with the demo story', async () => {
    tones = await listen(officer);
    await setUp(officer, scene.county.setupLink ?? '', '王安澜');
    await button(officer, '开始值守', 'Start watch').waitFor();
    await region(officer, '报警', 'Alarms')
      .getByText(/正在监视 \d+ 个站点/)
      .waitFor();
    expect(await officer.page.getByText('含演示数据').isVisible()).toBe(true);
    await officer.shot('main-1-first-desk');
  });

  test("the README's MQTT and HJ 212 lines bring two unknown devices, and one click registers the gauge", async () => {
    await go(officer, '未知设备', 'Unknown devices');
    await officer.page.getByText('没有未知设备').waitFor();
    await runCommand(commandOfReadme('mosquitto_pub', scene.county.ports.mqtt));
    const answer = await runCommand(commandOfReadme("printf '##", scene.county.ports.hj212));
    expect(answer).toMatch(/^(##|$)/);
    const gauge = officer.page.getByRole('article', { name: 'mqtt:gauge-1' });
    await gauge.getByText('32.1 m').waitFor();
    await officer.page.getByRole('article', { name: 'hj212:LD130133000015' }).getByText('36.91', { exact: false }).first().waitFor();
    await officer.shot('main-2-unknown');
    await button(officer, '登记', 'Register', gauge).click();
    await officer.page.getByText('已登记为站点').waitFor();
    await gauge.waitFor({ state: 'hidden' });
  });

  test('a second person, invited on the accounts page, sets a password in another browser', async () => {
    const link = await invite(officer, 'leader', '李带班', ['带班领导', 'Duty leader']);
    await accept(leader, link);
    await button(leader, '开始值守', 'Start watch').waitFor();
  });

  test('a rule entered in its register makes the next reading an alarm: on both desks within a second, with sound, and on the map', async () => {
    await addRule(officer, { text: '倒流河水位超警戒', point: 'waterLevel', limit: 31, priority: ['紧急', 'Critical'] });
    await officer.shot('main-3-rule');
    await go(officer, '值班台', 'Duty desk');
    await button(officer, '开始值守', 'Start watch').click();
    await button(officer, '声音：开', 'Sound: on').waitFor();
    await Promise.all([officer, leader].map(deskStands));
    const before = await tones();
    expect(before).toBeGreaterThan(0);
    const shown = await Promise.all([officer, leader].map((visitor) => whenShown(visitor, '[data-alarm]', '倒流河水位超警戒')));

    await runCommand(commandOfReadme('mosquitto_pub', scene.county.ports.mqtt));
    const acknowledgedMs = Date.now();
    const lagsMs = (await Promise.all(shown.map((when) => when()))).map((at) => at - acknowledgedMs);
    console.info(`alarm on the desks ${lagsMs.join(' and ')} ms after the device was acknowledged`);
    expect(Math.max(...lagsMs)).toBeLessThan(1000);
    expect(await tones()).toBeGreaterThan(before);
    await officer.shot('main-4-alarm');

    await openLegend(officer);
    await legendRow(officer, '报警').getByText('紧急 1').waitFor();
    await alarmRow(officer, '倒流河水位超警戒').click();
    await alarmDetails(officer).waitFor();
    await officer.page.keyboard.press('Escape');
    await alarmDetails(officer).waitFor({ state: 'hidden' });
    // The map has flown to the station; a click on its sign opens the alarm again.
    await until('the alarm opens from the map', async () => {
      await region(officer, '地图', 'Map').locator('canvas.maplibregl-canvas').click();
      return alarmDetails(officer).isVisible();
    });
  });

  test('the chart holds the reading, the officer acknowledges with one key and writes down what was found', async () => {
    const details = alarmDetails(officer);
    await details.locator('.reading-chart canvas').waitFor();
    await button(officer, '数据表', 'Table', details).click();
    await details.getByRole('cell', { name: '32.1', exact: true }).first().waitFor();
    await officer.page.keyboard.press('a');
    await details.getByText('王安澜').first().waitFor();
    await button(officer, '记录核实情况', 'Record findings', details).click();
    await details.getByRole('textbox').fill('电话问过值守的村干部，水尺读数一致。');
    await button(officer, '保存', 'Save', details).click();
    await details.getByRole('listitem').filter({ hasText: '水尺读数一致' }).waitFor();
    await alarmRow(leader, '倒流河水位超警戒').getByText('王安澜 已确认').waitFor();
    await officer.shot('main-5-details');
  });

  test('when two act at once the slower one is told who did what, keeps what was typed, and dismisses a false alarm with its reason', async () => {
    await addRule(officer, { text: '倒流河水位偏高', point: 'waterLevel', limit: 30, priority: ['高', 'High'] });
    await go(officer, '值班台', 'Duty desk');
    await runCommand(commandOfReadme('mosquitto_pub', scene.county.ports.mqtt));
    for (const visitor of [officer, leader]) await alarmRow(visitor, '倒流河水位偏高').click();
    const details = alarmDetails(leader);
    await button(leader, '误报', 'False alarm', details).click();
    await details.getByRole('textbox').fill('规则重复，已有超警戒报警。');
    // The leader's send is slow on its way, and the officer is faster.
    const isHeld = Promise.withResolvers<void>();
    const mayGoOn = Promise.withResolvers<void>();
    await leader.page.route(
      '**/actions/dismiss',
      async (route) => {
        isHeld.resolve();
        await mayGoOn.promise;
        await route.continue();
      },
      { times: 1 },
    );
    leader.expects(/status of 409/);
    const send = details.locator('.desk-writing').getByRole('button', { name: '误报' });
    await send.click();
    await isHeld.promise;
    await button(officer, '确认', 'Acknowledge', alarmDetails(officer)).click();
    await alarmDetails(officer).getByText('王安澜').first().waitFor();
    mayGoOn.resolve();
    await details.getByText('刚被他人处理').waitFor();
    expect(await details.getByRole('alert').innerText()).toContain('王安澜');
    expect(await details.getByRole('textbox').inputValue()).toBe('规则重复，已有超警戒报警。');
    await leader.shot('main-6-conflict');
    await send.click();
    await alarmRow(officer, '倒流河水位偏高').waitFor({ state: 'hidden' });
    await alarmRow(leader, '倒流河水位偏高').waitFor({ state: 'hidden' });
  });

  test('an incident opened from the alarm starts its clocks on both desks; the phone report stops one', async () => {
    officerStayed = await notReloaded(officer);
    leaderStayed = await notReloaded(leader);
    await alarmRow(officer, '倒流河水位超警戒').click();
    await button(officer, '转为事件', 'Open incident', alarmDetails(officer)).click();
    const form = officer.page.getByRole('dialog');
    expect(await form.getByLabel('基本情况').inputValue()).toContain('32.1 m');
    await button(officer, '转为事件', 'Open incident', form).click();
    await form.waitFor({ state: 'hidden' });
    for (const visitor of [officer, leader]) {
      const timer = region(visitor, '时限', 'Deadlines').getByRole('listitem').filter({ hasText: '县报市（电话）' }).getByRole('timer');
      const before = await timer.innerText();
      expect(before).toMatch(/^(29|30):/);
      await until('the clock counts down', async () => (await timer.innerText()) < before);
    }
    await officer.shot('main-7-clocks');
    await alarmDetails(officer).getByRole('link', { name: '查看事件' }).click();
    await officer.page.getByRole('heading', { level: 1, name: /倒流河水位超警戒/ }).waitFor();
    await button(officer, '已电话报市', 'Reported by phone').click();
    const report = officer.page.getByRole('dialog');
    await report.getByLabel('说明').fill('06:20 报市委值班室张某。');
    await button(officer, '已电话报市', 'Reported by phone', report).click();
    await officer.page.getByRole('listitem').filter({ hasText: '县报市（电话）' }).getByText('✓ 按时完成').waitFor();
    await region(leader, '时限', 'Deadlines').getByText('县报市（电话）').waitFor({ state: 'hidden' });
    await officer.shot('main-8-incident');
  });

  test('a warning drafted from the incident takes divisions, a polygon and a circle, and goes to a second person for approval', async () => {
    const { page } = officer;
    await button(officer, '发起预警', 'Draft a warning').click();
    await page.getByRole('radio', { name: /橙/ }).check();
    await page.getByLabel('预警内容').fill('倒流河水位32.1米，超警戒1.1米，仍在上涨。');
    await page.getByLabel('防御指引').fill('沿河低洼处人员立即转移。不要涉水。');
    await drawArea(officer);
    await button(officer, '24 小时', '24 h').click();
    await officer.shot('main-9-composer', true);
    await button(officer, '提交审批', 'Submit for approval').click();
    await page.getByText('待审批').first().waitFor();
    expect(await button(officer, '审批并发布', 'Approve and publish').isDisabled()).toBe(true);
    warningId = /\/warnings\/([0-9a-f-]{36})$/.exec(page.url())?.[1] ?? '';
  });

  test('the second person approves and publishes; the first sees it at once without loading anything again', async () => {
    const api = await scene.county.api();
    await api.post('/registers/warningRecipients', {
      id: randomUUID(),
      name: '乡镇值班室',
      channel: 'email',
      address: 'township@anlan.example',
      active: true,
    });
    await api.post('/registers/warningRecipients', {
      id: randomUUID(),
      name: '融媒体中心',
      channel: 'webhook',
      address: webhook.url,
      active: true,
    });
    await go(leader, '预警', 'Warnings');
    await leader.page.getByText('待我审批').click();
    await leader.page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await button(leader, '审批并发布', 'Approve and publish').click();
    await button(leader, '审批并发布', 'Approve and publish', leader.page.getByRole('dialog')).click();
    await Promise.all([officer, leader].map((visitor) => visitor.page.getByRole('main').getByText('已发布').first().waitFor()));
    expect(await Promise.all([officerStayed(), leaderStayed()])).toEqual([true, true]);
    await leader.shot('main-10-published');
  });

  test('what the public reads is valid CAP 1.2 and in the feed; the e-mail carries it; the web address gets it at the third try', async () => {
    const cap = await (await fetch(`${scene.county.url}/feeds/cap/${warningId}.xml`)).text();
    expect(await validate(cap)).toContain('validates');
    expect(cap).toMatch(/<polygon>[\d. ,-]+<\/polygon>/);
    expect(cap).toMatch(/<circle>[\d.,-]+ [\d.]+<\/circle>/);
    expect(cap).toContain('<valueName>CPEAS Geographic Code</valueName>');
    expect(await (await fetch(`${scene.county.url}/feeds/cap.atom`)).text()).toContain(`/feeds/cap/${warningId}.xml`);

    const letter = await until('the e-mail', () => mail.letters[0]);
    expect(letter).toMatchObject({ from: 'duty@anlan.example', to: ['township@anlan.example'] });
    expect(attachmentOf(letter)?.content.trim()).toBe(cap.trim());

    const { page } = officer;
    const row = page.getByRole('row').filter({ hasText: '融媒体中心' });
    await page.getByRole('row').filter({ hasText: '乡镇值班室' }).getByText('已送达').waitFor();
    await row.getByText('HTTP 503').waitFor();
    await row.getByText('HTTP 500').waitFor({ timeout: 20_000 });
    await row.getByRole('button', { name: '重发 融媒体中心' }).click();
    await row.getByText('已送达').waitFor();
    expect(webhook.calls.map(({ status }) => status)).toEqual([503, 500, 200]);
    expect(webhook.calls.at(-1)?.body.trim()).toBe(cap.trim());
    await page.getByText('2/2 已送达').waitFor();
    await officer.shot('main-11-receipts', true);
  });

  test('the cancelled warning becomes a CAP Cancel that refers to the first message, and leaves the other desk', async () => {
    await go(leader, '值班台', 'Duty desk');
    await leader.page.getByRole('heading', { name: '生效中的预警 1' }).waitFor();
    await button(officer, '解除预警', 'Cancel the warning').click();
    const dialog = officer.page.getByRole('dialog');
    await dialog.getByLabel('说明').fill('水位已退至警戒以下。');
    await button(officer, '解除预警', 'Cancel the warning', dialog).click();
    await officer.page.getByText('已解除').first().waitFor();
    await leader.page.getByRole('heading', { name: '生效中的预警 0' }).waitFor();
    const first = await (await fetch(`${scene.county.url}/feeds/cap/${warningId}.xml`)).text();
    const cancel = await (await fetch(`${scene.county.url}/feeds/cap/${warningId}-cancel.xml`)).text();
    expect(await validate(cancel)).toContain('validates');
    const [sender, identifier, sent] = ['sender', 'identifier', 'sent'].map(
      (name) => new RegExp(`<${name}>(.*)</${name}>`).exec(first)?.[1],
    );
    expect(cancel).toContain('<msgType>Cancel</msgType>');
    expect(cancel).toContain(`<references>${sender},${identifier},${sent}</references>`);
    expect(await (await fetch(`${scene.county.url}/feeds/cap.atom`)).text()).toContain(`/feeds/cap/${warningId}-cancel.xml`);
    await until('the e-mail about the end', () => mail.letters[1]);
    expect(await Promise.all([officerStayed(), leaderStayed()])).toEqual([true, true]);
  });
});

async function openLegend(visitor: Visitor): Promise<void> {
  const legend = region(visitor, '地图', 'Map').locator('details').filter({ hasText: '图例与图层' });
  await legend.waitFor();
  if ((await legend.getAttribute('open')) === null) await legend.locator('summary').click();
}

function legendRow(visitor: Visitor, label: string): Locator {
  return region(visitor, '地图', 'Map')
    .locator('.map-legend-row')
    .filter({ has: visitor.page.getByRole('checkbox', { name: label }) });
}

/** What xmllint says of a CAP message. */
async function validate(cap: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'anlan-cap-'));
  try {
    writeFileSync(join(folder, 'message.xml'), cap);
    return await runCommand(`xmllint --noout --schema '${capSchema}' '${join(folder, 'message.xml')}'`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
