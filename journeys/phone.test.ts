import { beforeAll, describe, expect, test } from 'vitest';
import { accept, addRule, alarmDetails, alarmRow, button, drawArea, go, invite, sidewaysOf, signIn, tooSmall, whenShown } from './acts.ts';
import type { Language, Visitor } from './browser.ts';
import { MqttDevice } from './devices.ts';
import { stage } from './stage.ts';

// The main line with a thumb on 390 × 844: nothing scrolls sideways, what has to be hit is 44 px high.

const scene = stage({ demo: true });

describe.each<{ language: Language }>([{ language: 'zh' }, { language: 'en' }])(
  'on a phone, in $language',
  { timeout: 120_000 },
  ({ language }) => {
    let officer: Visitor;
    let leader: Visitor;
    const text = language === 'zh' ? '手机水位超警戒' : '手机水位超限';
    const name = `phone-${language}`;
    // Points are listed by what they measure, so each story measures something of its own.
    const quantity = language === 'zh' ? 'waterLevel' : 'riverStage';
    let device: MqttDevice;

    beforeAll(async () => {
      [officer, leader] = await Promise.all([
        scene.hall.visitor({ screen: 'phone', language }),
        scene.hall.visitor({ screen: 'phone', language }),
      ]);
      await signIn(officer, scene.county.url);
      device = await MqttDevice.connect(scene.county.ports.mqtt, name);
    });

    test('an unknown device is registered by one touch and gets a rule', async () => {
      await device.publish({ [quantity]: 20 });
      await go(officer, '未知设备', 'Unknown devices');
      const unknown = officer.page.getByRole('article', { name: `mqtt:${name}` });
      await unknown.waitFor();
      await fits(officer);
      await button(officer, '登记', 'Register', unknown).tap();
      await unknown.waitFor({ state: 'hidden' });
      await addRule(officer, { text, point: quantity, limit: 31, priority: ['紧急', 'Critical'] });
      await fits(officer);
    });

    test('an alarm reaches the phone within a second, is acknowledged, noted and made an incident', async () => {
      await go(officer, '值班台', 'Duty desk');
      await alarmRow(officer, text).waitFor({ state: 'hidden' });
      const shown = await whenShown(officer, '[data-alarm]', text);
      const acknowledgedMs = await device.publish({ [quantity]: 32 });
      const lagMs = (await shown()) - acknowledgedMs;
      console.info(`alarm on the phone ${lagMs} ms after the device was acknowledged`);
      expect(lagMs).toBeLessThan(1000);
      await fits(officer);
      await officer.shot(`phone-${language}-1-desk`);
      await alarmRow(officer, text).tap();
      const details = alarmDetails(officer);
      await button(officer, '确认', 'Acknowledge', details).tap();
      await button(officer, '记录核实情况', 'Record findings', details).tap();
      await details.getByRole('textbox').fill('现场核实属实');
      await button(officer, '保存', 'Save', details).tap();
      await details.getByRole('listitem').filter({ hasText: '现场核实属实' }).waitFor();
      await fits(officer);
      await officer.shot(`phone-${language}-2-alarm`);
      await button(officer, '转为事件', 'Open incident', details).tap();
      const form = officer.page.getByRole('dialog');
      await form.getByLabel(officer.say('基本情况', 'First facts')).waitFor();
      await fits(officer);
      await button(officer, '转为事件', 'Open incident', form).tap();
      await form.waitFor({ state: 'hidden' });
      await details.getByRole('link', { name: officer.say('查看事件', 'Go to the incident') }).tap();
      await officer.page.getByRole('heading', { level: 1, name: text }).waitFor();
      await fits(officer);
      await officer.shot(`phone-${language}-3-incident`, true);
    });

    test('the phone report stops its clock, and a warning goes out after a second phone approved it', async () => {
      await button(officer, '已电话报市', 'Reported by phone').tap();
      const report = officer.page.getByRole('dialog');
      await report.getByLabel(officer.say('说明', 'Note')).fill('06:20');
      await button(officer, '已电话报市', 'Reported by phone', report).tap();
      await officer.page.getByText(officer.say('✓ 按时完成', '✓ Done in time')).waitFor();
      await button(officer, '发起预警', 'Draft a warning').tap();
      await officer.page.getByRole('radio', { name: officer.say('橙', 'Orange') }).check();
      await officer.page.getByLabel(officer.say('预警内容', 'What to expect')).fill('倒流河水位超警戒1.1米。');
      await officer.page.getByLabel(officer.say('防御指引', 'What to do')).fill('沿河低洼处人员立即转移。');
      await drawArea(officer);
      await button(officer, '24 小时', '24 h').tap();
      await fits(officer);
      await officer.shot(`phone-${language}-4-composer`, true);
      await button(officer, '提交审批', 'Submit for approval').tap();
      await officer.page.getByText(officer.say('待审批', 'Awaiting approval')).first().waitFor();
      const address = officer.page.url();

      await accept(leader, await invite(officer, `lead-${language}`, '李带班', ['带班领导', 'Duty leader']));
      await fits(officer);
      await leader.page.goto(address);
      await button(leader, '审批并发布', 'Approve and publish').tap();
      await button(leader, '审批并发布', 'Approve and publish', leader.page.getByRole('dialog')).tap();
      await leader.page.getByRole('main').getByText(leader.say('已发布', 'Published')).first().waitFor();
      await fits(leader);
      await leader.shot(`phone-${language}-5-warning`, true);
    });
  },
);

async function fits(visitor: Visitor): Promise<void> {
  expect(await sidewaysOf(visitor)).toEqual([]);
  expect(await tooSmall(visitor)).toEqual([]);
}
