import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { stepOf, totpAt } from '#server/access/totp.ts';
import { button, choose, region, signIn, sidewaysOf } from './acts.ts';
import type { Api } from './api.ts';
import type { Visitor } from './browser.ts';
import { password } from './county.ts';
import { addAccount } from './prepare.ts';
import { stage } from './stage.ts';

// How people get in and who they are: an app on the phone, a passkey, a token for a program, posts that change hands. Under
// `localhost`, because passkeys do not work under an IP address.

const scene = stage();
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
let admin: Api;
let place = '';
let lastStep = 0;

beforeAll(async () => {
  admin = await scene.county.api();
  place = scene.county.url.replace('127.0.0.1', 'localhost');
  await addAccount(scene.county, admin, 'li', '李明', 'dutyOfficer', password);
  await addAccount(scene.county, admin, 'wang', '王芳', 'dutyOfficer', password);
});

/** What the app on the phone shows next; a code counts once, so it waits for a new one by looking ahead. */
function codeOf(secret: string): string {
  const bits = secret
    .split('')
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const bytes = Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
  lastStep = Math.max(lastStep + 1, stepOf(Date.now()));
  return totpAt(bytes, lastStep);
}

async function enterPassword(visitor: Visitor, account: string): Promise<void> {
  const { page } = visitor;
  await page.goto(`${place}/login`);
  await page.getByLabel(visitor.say('账号', 'Account')).fill(account);
  await page.getByLabel(visitor.say('密码', 'Password'), { exact: true }).fill(password);
  await button(visitor, '登录', 'Log in').click();
}

const arrived = (visitor: Visitor) =>
  visitor.page
    .getByRole('navigation', { name: visitor.say('主菜单', 'Main menu') })
    .first()
    .waitFor();

async function openAccount(visitor: Visitor, account: string): Promise<void> {
  await signIn(visitor, place, account);
  await visitor.page.goto(`${place}/me`);
  await visitor.page.getByRole('heading', { name: visitor.say('我的账号', 'My account'), level: 1 }).waitFor();
}

/** Closes the page and forgets who was there: the next one begins at the door. */
async function leave(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.context().clearCookies();
}

/** Confirms a dialog that asks for the password. */
async function confirm(visitor: Visitor, zh: string, en: string): Promise<void> {
  const dialog = visitor.page.getByRole('dialog').last();
  await dialog.getByLabel(visitor.say('当前密码', 'Present password')).fill(password);
  await button(visitor, zh, en, dialog).click();
}

describe('the second factor', () => {
  test('is an app on the phone, asked after the password; a recovery code stands in', { timeout: 90_000 }, async () => {
    const visitor = await scene.hall.visitor({ screen: 'phone', language: 'zh' });
    const { page } = visitor;
    await openAccount(visitor, 'li');
    await button(visitor, '绑定验证器', 'Tie an app').click();
    await confirm(visitor, '下一步', 'Next');
    await page.getByAltText('验证器二维码').waitFor();
    await visitor.shot('account-tie-app-phone-zh');
    const secret = ((await page.locator('.app-secret code').textContent()) ?? '').replaceAll(/[^A-Z2-7]/g, '');
    expect(secret).toHaveLength(32);
    await page.getByLabel('验证器显示的 6 位数字').fill(codeOf(secret));
    await button(visitor, '绑定', 'Tie').click();
    await page.locator('.keep-codes li').last().waitFor();
    const codes = await page.locator('.keep-codes li').allTextContents();
    expect(codes).toHaveLength(10);
    await visitor.shot('account-recovery-codes-phone-zh');
    await button(visitor, '已妥善保存，继续', 'Kept safe, go on').click();
    await page.getByText('剩余 10 个').waitFor();

    await leave(page);
    await enterPassword(visitor, 'li');
    await page.getByLabel('动态口令').waitFor();
    await visitor.shot('login-code-phone-zh');
    visitor.expects(/401/);
    await page.getByLabel('动态口令').fill('000000');
    await button(visitor, '验证并进入', 'Check and enter').click();
    await page.getByRole('alert').getByText('验证码不正确').waitFor();
    await page.getByLabel('动态口令').fill(codeOf(secret));
    await button(visitor, '验证并进入', 'Check and enter').click();
    await arrived(visitor);

    await leave(page);
    await enterPassword(visitor, 'li');
    await button(visitor, '手机不在身边？用恢复码', '').click();
    await page.getByLabel('恢复码').fill(codes[0] ?? '');
    await button(visitor, '验证并进入', 'Check and enter').click();
    await arrived(visitor);
    await visitor.context.close();
  });

  test('is set up at the door where a role demands it', { timeout: 60_000 }, async () => {
    await addAccount(scene.county, admin, 'chief', '赵局长', 'commander', password);
    await admin.must('PATCH', '/access-policy', { secondFactorRoles: ['commander'] });
    const visitor = await scene.hall.visitor({ language: 'en' });
    await enterPassword(visitor, 'chief');
    await visitor.page.getByAltText('QR code for the authenticator app').waitFor();
    await visitor.shot('login-enrol-desktop-en');
    const secret = ((await visitor.page.locator('.app-secret code').textContent()) ?? '').replaceAll(/[^A-Z2-7]/g, '');
    lastStep = 0;
    await visitor.page.getByLabel('Code').fill(codeOf(secret));
    await button(visitor, '', 'Check and enter').click();
    await button(visitor, '', 'Kept safe, go on').click();
    await arrived(visitor);
    expect(new URL(visitor.page.url()).pathname).not.toBe('/login');
    await admin.must('PATCH', '/access-policy', { secondFactorRoles: [] });
    await visitor.context.close();
  });
});

/** A security key that answers by itself (WebDriver virtual authenticator). */
async function plugInKey(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('a passkey signs in alone, and is asked after the password otherwise', { timeout: 90_000 }, async () => {
  const visitor = await scene.hall.visitor({ language: 'zh' });
  const { page } = visitor;
  await openAccount(visitor, 'wang');
  await plugInKey(page);
  await button(visitor, '添加通行密钥', 'Add a passkey').click();
  await page.getByRole('dialog').getByLabel('名称').fill('值班室电脑');
  await confirm(visitor, '下一步', 'Next');
  await page.getByText('用于 localhost').waitFor();
  await visitor.shot('account-passkey-desktop-zh', true);

  await leave(page);
  await page.goto(`${place}/login`);
  await button(visitor, '用通行密钥登录', 'Log in with a passkey').click();
  await arrived(visitor);

  await leave(page);
  await enterPassword(visitor, 'wang');
  await button(visitor, '用通行密钥验证', 'Use a passkey').click();
  await arrived(visitor);
  const methods = await page.evaluate(async () => {
    const answer = (await (await fetch('/api/v1/me')).json()) as { sessions: { method: string }[] };
    return answer.sessions.map(({ method }) => method);
  });
  expect(methods).toEqual(expect.arrayContaining(['passkey', 'password+passkey', 'password']));
  await visitor.context.close();
});

test('a token is shown once, works for its scope, and is revoked; other devices are signed out', { timeout: 60_000 }, async () => {
  const visitor = await scene.hall.visitor({ language: 'en' });
  const { page } = visitor;
  await openAccount(visitor, 'admin');
  await button(visitor, '', 'New token').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What for').fill('River gauge');
  // Several may be chosen, so the list stays open until one leaves it.
  await dialog.getByLabel('Scopes').pressSequentially('Device');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('What for').click();
  await button(visitor, '', 'Make the token', dialog).click();
  const token = (await page.getByRole('dialog').locator('code').textContent())?.trim() ?? '';
  await visitor.shot('account-token-desktop-en');
  await button(visitor, '', 'Saved, close').click();
  const post = (path: string) =>
    fetch(`${scene.county.url}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ device: 'gauge-7', items: [{ code: 'waterLevel', value: 31.2, unit: 'm' }] }),
    });
  expect((await post('/observations')).status).toBe(202);
  expect((await post('/registers/stations')).status).toBe(403);
  await region(visitor, '', 'API tokens').getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('No tokens yet.').waitFor();
  expect((await post('/observations')).status).toBe(401);

  const sessions = region(visitor, '', 'Where I am signed in');
  const before = await sessions.getByRole('button', { name: 'End', exact: true }).count();
  await sessions.getByRole('button', { name: 'End', exact: true }).first().click();
  await expect.poll(() => sessions.getByRole('button', { name: 'End', exact: true }).count()).toBe(before - 1);
  await visitor.context.close();
});

test('a post stays when its holder goes: vacant, appointed, handed over', { timeout: 90_000 }, async () => {
  const visitor = await scene.hall.visitor({ language: 'zh' });
  const { page } = visitor;
  await signIn(visitor, place, 'admin');
  await page.goto(`${place}/organisations`);
  await button(visitor, '新增单位', 'New organisation').first().click();
  await page.getByRole('dialog').getByLabel('名称').fill('应急指挥中心');
  await button(visitor, '保存', 'Save').click();
  await page.getByRole('heading', { name: '应急指挥中心' }).waitFor();
  for (const name of ['李明', '王芳']) {
    await button(visitor, '新增人员', 'New person').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('姓名').fill(name);
    await dialog.getByLabel('电话').fill('13855770001');
    await choose(dialog.getByLabel('登录账号'), name, name);
    await button(visitor, '保存', 'Save', dialog).click();
    await page.locator('.organisation-people').getByText(name).waitFor();
  }
  await button(visitor, '新增岗位', 'New post').click();
  await page.getByRole('dialog').getByLabel('岗位名称').fill('值班长');
  await page.getByRole('dialog').getByLabel('职责').fill('接报、核实、上报（突发事件应对法第六十四条）');
  await button(visitor, '添加一项权限', 'Add a right').click();
  await button(visitor, '保存', 'Save').click();
  const post = page.getByRole('article', { name: '值班长' });
  await post.getByText('空缺').first().waitFor();
  await page.getByText('空缺 1').waitFor();
  await visitor.shot('organisations-vacant-desktop-zh');

  for (const [from, to] of [
    ['任命', '李明'],
    ['交接', '王芳'],
  ] as const) {
    await post.getByRole('button', { name: from }).first().click();
    await choose(page.getByRole('dialog').getByLabel('接任人'), to, to);
    await button(visitor, '办理', 'Do it').click();
    await post.locator('dd').first().getByText(to).waitFor();
  }
  await post.getByText('历任').click();
  expect(await post.locator('.post-past li').allTextContents()).toEqual([expect.stringMatching(/^A 岗 李明 .* 至 /)]);
  await visitor.shot('organisations-desktop-zh');
  await visitor.context.close();
});

/** The dialogs with rights in them, by page: the button that opens each. */
const dialogs: Record<string, [zh: string, en: string]> = {
  '/me': ['授权给同事', 'Hand something over'],
  '/organisations': ['新增岗位', 'New post'],
  '/accounts': ['修改权限', 'Edit rights'],
};

test.each([
  ['desktop', 'zh'],
  ['desktop', 'en'],
  ['phone', 'zh'],
  ['phone', 'en'],
] as const)('the pages fit a %s in %s', { timeout: 60_000 }, async (screen, language) => {
  const visitor = await scene.hall.visitor({ screen, language });
  const { page } = visitor;
  await signIn(visitor, place, 'admin');
  for (const path of ['/me', '/organisations', '/accounts']) {
    await page.goto(place + path);
    await page.locator('h1').first().waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    if (path === '/organisations') await page.getByRole('button', { name: /^应急指挥中心/ }).click();
    await page.waitForLoadState('networkidle');
    await visitor.shot(`account${path.replace('/', '-')}-${screen}-${language}`, true);
    expect(await sidewaysOf(visitor)).toEqual([]);
    const dialog = dialogs[path];
    if (!dialog) continue;
    await page
      .getByRole('button', { name: visitor.say(...dialog), exact: true })
      .first()
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: visitor.say('添加一项权限', 'Add a right') })
      .click();
    // The dialog grows into its place; a picture before that shows nothing.
    await page.locator('.ant-modal:not(.ant-zoom-appear):not(.ant-zoom-enter)').waitFor();
    await visitor.shot(`account${path.replace('/', '-')}-dialog-${screen}-${language}`);
    expect(await sidewaysOf(visitor)).toEqual([]);
  }
  await visitor.context.close();
});
