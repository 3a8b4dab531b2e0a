import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { accept, addRule, alarmRow, button, go, invite, listen, notReloaded, region, setUp, whenShown } from './acts.ts';
import { Hall, type Visitor } from './browser.ts';
import { County } from './county.ts';
import { commandOfReadme, runCommand } from './devices.ts';
import { type MailServer, openMailServer, openWebhook, type Webhook } from './receivers.ts';

// One incident from the first minute of a new county to the cancelled warning. Each test is the next chapter.

let county: County;
let hall: Hall;
let mail: MailServer;
let webhook: Webhook;
let officer: Visitor;
let leader: Visitor;
let tones: () => Promise<number>;

beforeAll(async () => {
  [mail, webhook, hall] = await Promise.all([openMailServer(), openWebhook(503, 500), Hall.open()]);
  county = await County.start({ env: { ANLAN_ADMIN_PASSWORD: '', ANLAN_SMTP_URL: mail.url, ANLAN_MAIL_FROM: 'duty@anlan.example' } });
  [officer, leader] = await Promise.all([hall.visitor(), hall.visitor()]);
});

afterEach(() => {
  expect([...officer.faults(), ...leader.faults()]).toEqual([]);
});

afterAll(async () => {
  await hall.close();
  await county.remove();
  await Promise.all([mail.close(), webhook.close()]);
});

describe('one incident', { timeout: 120_000 }, () => {
  test('a newcomer opens the one-time link, makes the administrator and stands before the duty desk with the demo story', async () => {
    tones = await listen(officer);
    await setUp(officer, county.setupLink ?? '', '王安澜');
    await button(officer, '开始值守', 'Start watch').waitFor();
    expect(await region(officer, '报警', 'Alarms').innerText()).toMatch(/正在监视 \d+ 个站点/);
    expect(await officer.page.getByText('含演示数据').isVisible()).toBe(true);
    await officer.shot('main-1-first-desk');
  });

  test("the README's MQTT and HJ 212 lines bring two unknown devices, and one click registers the gauge", async () => {
    await go(officer, '未知设备', 'Unknown devices');
    await officer.page.getByText('没有未知设备').waitFor();
    await runCommand(commandOfReadme('mosquitto_pub', county.ports.mqtt));
    const answer = await runCommand(commandOfReadme("printf '##", county.ports.hj212));
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
    const before = await tones();
    expect(before).toBeGreaterThan(0);
    const shown = await Promise.all([officer, leader].map((visitor) => whenShown(visitor, '[data-alarm]', '倒流河水位超警戒')));

    await runCommand(commandOfReadme('mosquitto_pub', county.ports.mqtt));
    const acknowledgedMs = Date.now();
    const lagsMs = (await Promise.all(shown.map((when) => when()))).map((at) => at - acknowledgedMs);
    console.info(`alarm on the desks ${lagsMs.join(' and ')} ms after the device was acknowledged`);
    expect(Math.max(...lagsMs)).toBeLessThan(1000);
    expect(await tones()).toBeGreaterThan(before);
    await officer.shot('main-4-alarm');
  });
});
