import type { Locator, Page } from 'playwright-core';
import type { Visitor } from './browser.ts';
import { password } from './county.ts';
import { until } from './until.ts';

// What people do on the pages, in either language, at a desk or on a phone. Everything is found by what a person or a screen
// reader finds it by.

export function button(visitor: Visitor, zh: string, en: string, within: Page | Locator = visitor.page): Locator {
  return within.getByRole('button', { name: visitor.say(zh, en), exact: true });
}

export function region(visitor: Visitor, zh: string, en: string): Locator {
  return visitor.page.getByRole('region', { name: visitor.say(zh, en), exact: true });
}

/** Follows the menu, so the page is not loaded again. */
export async function go(visitor: Visitor, zh: string, en: string): Promise<void> {
  const name = visitor.say(zh, en);
  const menu = visitor.page.getByRole('navigation', { name: visitor.say('主菜单', 'Main menu') });
  const link = menu.getByRole('link', { name, exact: true }).first();
  if (!(await link.isVisible())) await menu.getByRole('button', { name: visitor.say('更多', 'More') }).click();
  await link
    .or(menu.getByRole('dialog').getByRole('link', { name, exact: true }))
    .locator('visible=true')
    .first()
    .click();
}

/** Chooses in one of the lists that open under their input; `typed` narrows the list first, as fingers on a keyboard do. */
export async function choose(input: Locator, option: string | RegExp, typed?: string): Promise<void> {
  const list = input.page().locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  const wanted = list.locator('.ant-select-item-option').filter({ hasText: option }).first();
  await input.click();
  if (typed === undefined) await wanted.click();
  else {
    await input.pressSequentially(typed);
    await list.locator('.ant-select-item-option-active').filter({ hasText: option }).waitFor();
    await input.press('Enter');
  }
  await list.waitFor({ state: 'hidden' });
}

/** Takes the one-time link: the first administrator, and the demo story. */
export async function setUp(visitor: Visitor, link: string, name: string): Promise<void> {
  const { page } = visitor;
  await page.goto(link);
  await page.getByLabel(visitor.say('您的姓名', 'Your name')).fill(name);
  await newPassword(visitor);
  await button(visitor, '完成设置并登录', 'Finish and log in').click();
}

async function newPassword(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await page.getByLabel(visitor.say('密码', 'Password'), { exact: true }).fill(password);
  await page.getByLabel(visitor.say('再输一次密码', 'Password again')).fill(password);
}

export async function signIn(visitor: Visitor, url: string, account = 'admin'): Promise<void> {
  const { page } = visitor;
  await page.goto(url);
  await page.getByLabel(visitor.say('账号', 'Account')).fill(account);
  await page.getByLabel(visitor.say('密码', 'Password'), { exact: true }).fill(password);
  await button(visitor, '登录', 'Log in').click();
  await page
    .getByRole('navigation', { name: visitor.say('主菜单', 'Main menu') })
    .first()
    .waitFor();
}

/** Takes up an invitation. */
export async function accept(visitor: Visitor, link: string): Promise<void> {
  await visitor.page.goto(link);
  await newPassword(visitor);
  await button(visitor, '保存密码并进入', 'Save the password and enter').click();
  await visitor.page
    .getByRole('navigation', { name: visitor.say('主菜单', 'Main menu') })
    .first()
    .waitFor();
}

/** Makes an account on the accounts page; gives the link to hand over. */
export async function invite(visitor: Visitor, account: string, name: string, role: readonly [zh: string, en: string]): Promise<string> {
  const { page } = visitor;
  await go(visitor, '账号', 'Accounts');
  await button(visitor, '新增账号', 'New account').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(visitor.say('姓名', 'Name')).fill(name);
  await dialog.getByLabel(visitor.say('账号', 'Account')).first().fill(account);
  await dialog.getByLabel(visitor.say('值班员', 'Duty officer'), { exact: true }).uncheck();
  await dialog.getByLabel(visitor.say(...role), { exact: true }).check();
  await button(visitor, '创建并生成邀请链接', 'Create and make the link', dialog).click();
  const link = (await page.getByRole('dialog').locator('code').innerText()).trim();
  await button(visitor, '已交给本人，关闭', 'Handed over, close').click();
  return link;
}

export interface Rule {
  text: string;
  /** Title of the point, or a part of it. */
  point: string;
  limit: number;
  priority: readonly [zh: string, en: string];
}

/** Writes an alarm rule into its register. */
export async function addRule(visitor: Visitor, rule: Rule): Promise<void> {
  const { page } = visitor;
  await go(visitor, '台账', 'Registers');
  await page
    .getByRole('main')
    .getByRole('link', { name: visitor.say('报警规则', 'Alarm rules') })
    .click();
  await button(visitor, '新增规则', 'New rule').first().click();
  const field = (zh: string, en: string) => page.getByRole('main').getByLabel(visitor.say(zh, en));
  await field('报警文字（中文）', 'Alarm text (Chinese)').fill(rule.text);
  // Beside the point stands a switch that speaks of points too.
  const point = page.getByRole('main').getByRole('combobox', { name: visitor.say('测点', 'Point') });
  await point.first().pressSequentially(rule.point);
  // The list says station and device too, and knows the same quantity elsewhere.
  await page
    .locator('.ant-select-item-option')
    .filter({ hasText: new RegExp(`(^|· )${rule.point}（`) })
    .first()
    .click();
  await choose(field('条件', 'Condition'), visitor.say('高于限值', 'Above the limit'));
  await choose(field('优先级', 'Priority'), visitor.say(...rule.priority));
  await field('限值', 'Limit').fill(String(rule.limit));
  await page.getByRole('switch', { name: visitor.say('启用', 'Active') }).check();
  await button(visitor, '保存', 'Save').click();
  await page.getByRole('heading', { level: 1, name: rule.text }).waitFor();
}

/** Counts the tones a page has started; call before it is opened. */
export async function listen(visitor: Visitor): Promise<() => Promise<number>> {
  await visitor.page.addInitScript(() => {
    const counter = globalThis as unknown as { tonesStarted: number };
    counter.tonesStarted = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when?: number) {
      if (this.context.state === 'running') counter.tonesStarted += 1;
      start.call(this, when);
    };
  });
  return () => visitor.page.evaluate(() => (globalThis as unknown as { tonesStarted: number }).tonesStarted);
}

/** Marks the page as it is loaded now; the answer tells whether it is still the same load. */
export async function notReloaded(visitor: Visitor): Promise<() => Promise<boolean>> {
  await visitor.page.evaluate(() => void ((globalThis as unknown as { loadedOnce: boolean }).loadedOnce = true));
  return () => visitor.page.evaluate(() => (globalThis as unknown as { loadedOnce?: boolean }).loadedOnce === true);
}

/** Epoch milliseconds at which a text first stands in an element of the page; ask before it can be there. Fails after 20 s. */
export async function whenShown(visitor: Visitor, selector: string, text: string): Promise<() => Promise<number>> {
  const seen = await visitor.page.evaluateHandle(
    ([within, wanted]) => ({
      at: new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error(`not shown: ${wanted}`)), 20_000);
        const look = () => {
          if (![...document.querySelectorAll(within)].some((each) => each.textContent?.includes(wanted))) return false;
          resolve(Date.now());
          return true;
        };
        if (look()) return;
        const observer = new MutationObserver(() => look() && observer.disconnect());
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    }),
    [selector, text] as const,
  );
  return () => seen.evaluate(({ at }) => at);
}

/** The alarm's row on the desk. */
export function alarmRow(visitor: Visitor, text: string): Locator {
  return region(visitor, '报警', 'Alarms').getByRole('button').filter({ hasText: text });
}

/** Waits until the desk stands as it does all day: alarms there, map drawn, stream live. */
export async function deskStands(visitor: Visitor): Promise<void> {
  const map = region(visitor, '地图', 'Map');
  await region(visitor, '报警', 'Alarms').waitFor();
  await region(visitor, '值守状态', 'Watch').getByText(visitor.say('实时', 'Live')).waitFor();
  await map.getByText(visitor.say('图例与图层', 'Legend and layers')).waitFor();
  await map.getByText(visitor.say('地图载入中…', 'Loading map…')).waitFor({ state: 'hidden' });
  await until('the map has been drawn and the page answers at once', () => visitor.page.evaluate(isCalm), {
    withinMs: 60_000,
    everyMs: 250,
  });
}

/** Drawing a county without a graphics card takes seconds of both processors: three quick frames in a row say that it is over. */
async function isCalm(): Promise<boolean> {
  for (let frame = 0; frame < 3; frame += 1) {
    const begun = performance.now();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    if (performance.now() - begun > 150) return false;
  }
  return true;
}

/** What is known of the chosen alarm. */
export function alarmDetails(visitor: Visitor): Locator {
  return visitor.page.getByRole('article', { name: visitor.say('报警详情', 'Alarm details') });
}

/** On the map of the composer: a polygon, a circle, and a township by a click, all around the middle of the county. */
export async function drawArea(visitor: Visitor): Promise<void> {
  const drawer = visitor.page.locator('.area-drawer');
  const map = drawer.locator('canvas.maplibregl-canvas');
  const mode = (zh: string, en: string) => drawer.getByTitle(visitor.say(zh, en)).click();
  await map.waitFor();
  await drawer.getByText(visitor.say('地图载入中…', 'Loading map…')).waitFor({ state: 'hidden' });
  await map.scrollIntoViewIfNeeded();
  const box = await map.boundingBox();
  const at = (x: number, y: number) => ({ position: { x: (box?.width ?? 0) / 2 + x, y: (box?.height ?? 0) / 2 + y } });
  await mode('画多边形', 'Draw polygon');
  await map.click(at(-50, -60));
  await map.click(at(40, -50));
  await map.click(at(10, 0));
  await button(visitor, '闭合', 'Close', drawer).click();
  await mode('画圆', 'Draw circle');
  await map.click(at(20, 40));
  await mode('选乡镇', 'Pick divisions');
  await map.click(at(-30, 30));
}

/** Elements that a person could only see by scrolling sideways, though nothing there is meant to scroll. */
export async function sidewaysOf(visitor: Visitor): Promise<string[]> {
  return visitor.page.evaluate(() => {
    const found: string[] = [];
    const width = document.documentElement.clientWidth;
    if ((document.scrollingElement?.scrollWidth ?? 0) > window.innerWidth)
      found.push(`the page: ${document.scrollingElement?.scrollWidth}`);
    for (const element of document.querySelectorAll('main *')) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.right <= width + 1 || isHeld(element)) continue;
      found.push(`${element.tagName.toLowerCase()}.${String(element.getAttribute('class'))} to ${Math.round(box.right)}`);
      if (found.length > 5) break;
    }
    return found;

    /** In something that scrolls by itself, in a drawing, or out of sight for everybody but screen readers. */
    function isHeld(element: Element): boolean {
      for (let at: Element | null = element; at && at.tagName !== 'MAIN'; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.position === 'fixed' || at.closest('.maplibregl-map, canvas, svg, [aria-hidden="true"]')) return true;
        if (at !== element && /auto|scroll|hidden|clip/.test(style.overflowX) && at.getBoundingClientRect().right <= width + 1) return true;
      }
      return false;
    }
  });
}

/** Buttons and links a thumb must hit that are less than 44 CSS pixels high. */
export async function tooSmall(visitor: Visitor): Promise<string[]> {
  return visitor.page.evaluate(() =>
    [...document.querySelectorAll('.ant-btn-primary, .ant-btn-lg, .bottom-bar .entry, .desk-tabs button, .desk-alarm, .desk-link-button')]
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => ({ height: element.getBoundingClientRect().height, text: element.textContent }))
      .filter(({ height }) => height < 43.5)
      .map(({ height, text }) => `${text} ${height}`),
  );
}
