import { execFileSync } from 'node:child_process';
import { createHash, randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPhoto, withCameraWords } from '#server/files/photo.fixture.ts';
import { button, go, signIn } from './acts.ts';
import type { Visitor } from './browser.ts';
import { stage } from './stage.ts';

// The papers of an incident: photos with their evidence, a report with its number, and the journal that proves both.

const scene = stage();
const folder = mkdtempSync(join(tmpdir(), 'anlan-papers-'));
const photo = withCameraWords(aPhoto(2600, 1950), {
  takenAt: '2026:07:01 09:30:00',
  offset: '+08:00',
  lat: [34, 11, 16],
  lon: [116, 56, 28],
  orientation: 1,
});
let officer: Visitor;

beforeAll(async () => {
  const api = await scene.county.api();
  await api.post('/cases/incident', {
    id: randomUUIDv7(),
    action: 'open',
    title: '龙城镇储罐泄漏',
    eventCode: '12P13',
    place: [116.94, 34.19],
    facts: '3号储罐法兰泄漏，无人员伤亡。',
  });
  officer = await scene.hall.visitor();
  await signIn(officer, scene.county.url);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the papers of an incident', { timeout: 60_000 }, () => {
  test('a photo goes up as it is and shows when and where it was taken', async () => {
    const { page } = officer;
    await go(officer, '突发事件', 'Incidents');
    await page.getByRole('link', { name: '龙城镇储罐泄漏' }).first().click();
    await page.getByRole('tab', { name: '附件' }).click();
    await page.getByLabel('选择文件').setInputFiles({ name: '罐区东侧.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.getByRole('button', { name: '罐区东侧.jpg' }).click();
    const dialog = page.getByRole('dialog', { name: '罐区东侧.jpg' });
    await dialog.getByText('2026-07-01 09:30:00+08:00').waitFor();
    expect(await dialog.getByText(createHash('sha256').update(photo).digest('hex')).isVisible()).toBe(true);
    expect(await dialog.getByText('116.94111, 34.18778').isVisible()).toBe(true);
    await officer.shot('papers-1-photo');
    await page.keyboard.press('Escape');
  });

  test('a smaller copy is sent only when the box is ticked, keeps the evidence and names its original', async () => {
    const { page } = officer;
    await page.getByRole('checkbox', { name: '照片压缩后上传' }).check();
    await page.getByLabel('选择文件').setInputFiles({ name: '弱网.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.getByRole('button', { name: '弱网.jpg' }).click();
    const dialog = page.getByRole('dialog', { name: '弱网.jpg' });
    await dialog.getByText(`压缩件，原图校验值 ${createHash('sha256').update(photo).digest('hex').slice(0, 16)}`).waitFor();
    await dialog.getByText('1920 × 1440').waitFor();
    await dialog.getByText('116.94111, 34.18778').waitFor();
    await page.keyboard.press('Escape');
  });

  test('a photo that is none is refused in words, and can be dropped', async () => {
    const { page } = officer;
    officer.expects(/status of 422/);
    await page.getByLabel('选择文件').setInputFiles({ name: '假照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a photo') });
    await page.getByText('未上传：这不是照片，或照片已损坏：内容无法读出').waitFor();
    await button(officer, '不传了', 'Drop it').click();
    await page.getByText('假照片.jpg').waitFor({ state: 'hidden' });
  });

  test('the first report is made with the next number, and its PDF says what was entered', async () => {
    const { page } = officer;
    await page.getByRole('tab', { name: '文书' }).click();
    await button(officer, '突发事件信息（初报）', 'First report of an incident').click();
    const form = page.getByRole('dialog');
    await button(officer, '制作', 'Make', form).click();
    await form.getByText('“报送单位”必填').waitFor();
    await form.getByLabel('报送单位').fill('宿州市应急管理局');
    await form.getByLabel('已采取的措施').fill('已疏散周边 200 米内人员');
    await form.getByLabel('签发人').fill('李局');
    await form.getByLabel('值班电话').fill('0557-5012345');
    await button(officer, '制作', 'Make', form).click();
    await page.getByText(/^（皖萧）应急急报〔\d{4}〕1号$/).waitFor();
    await officer.shot('papers-2-documents');
    const address = await page.getByRole('link', { name: 'PDF' }).getAttribute('href');
    const answer = await officer.context.request.get(`${scene.county.url}${address}`);
    expect(answer.headers()['content-type']).toBe('application/pdf');
    writeFileSync(join(folder, 'report.pdf'), await answer.body());
    const text = execFileSync('pdftotext', ['-raw', join(folder, 'report.pdf'), '-'], { encoding: 'utf8' }).replace(/\s/g, '');
    for (const words of ['宿州市应急管理局：', '已疏散周边200米内人员', '签发人：李局']) expect(text).toContain(words);
  });

  test('the journal tells of all of it, is whole, and its anchor stands on a sheet with a code', async () => {
    const { page } = officer;
    await go(officer, '审计日志', 'Journal');
    for (const words of ['制作文书', '添加文件']) await page.getByRole('cell', { name: words }).first().waitFor();
    await button(officer, '立即锚定', 'Sign now').click();
    // The first was made when the server started: for the day before.
    await page.getByRole('link', { name: '第 2 号' }).waitFor();
    await button(officer, '核验全部日志', 'Verify everything').click();
    await page.getByText(/完好：\d+ 条逐条相连，2 个锚定签名有效/).waitFor();
    await officer.shot('papers-3-journal');
    await page.getByRole('link', { name: '第 2 号' }).click();
    await page.getByRole('img', { name: '扫码可得锚定原文与签名' }).waitFor();
    expect(await page.getByText('BEGIN PUBLIC KEY').isVisible()).toBe(true);
  });
});
