import AxeBuilder from '@axe-core/playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { pages } from '#rooms/pages.ts';
import { sidewaysOf, signIn } from './acts.ts';
import type { Language, Screen, Visitor } from './browser.ts';
import { password } from './county.ts';
import { commandOfReadme, runCommand } from './devices.ts';
import { addAccount, addGauge, openAlarm, openIncident, publishWarning } from './prepare.ts';
import { stage } from './stage.ts';

// Every page there is, full of things, for eyes, keyboards and screen readers: axe without serious findings, nothing in the
// console, nothing that sticks out at the side. Both screens, languages and moods are seen; with `ANLAN_LONG_JOURNEYS=1` they
// are paired so that each meets each.

const settings: readonly { screen: Screen; language: Language; mood: 'office' | 'desk' }[] = [
  { screen: 'desktop', language: 'zh', mood: 'office' },
  { screen: 'phone', language: 'en', mood: 'desk' },
  ...(process.env['ANLAN_LONG_JOURNEYS'] === '1'
    ? ([
        { screen: 'desktop', language: 'en', mood: 'desk' },
        { screen: 'phone', language: 'zh', mood: 'office' },
      ] as const)
    : []),
];
const withoutDeclaration = [
  '/registers',
  '/registers/alarmRules',
  '/registers/alarmRules/new',
  '/registers/stations',
  '/incidents?new=1',
  '/base-data?import=1',
];
const scene = stage({ demo: true });
let alarm = '';
let incident = '';
let draft = '';
let published = '';

beforeAll(async () => {
  const api = await scene.county.api();
  const leader = await addAccount(scene.county, api, 'leader', '李带班', 'dutyLeader', password);
  for (const [name, text] of [
    ['gauge-a', '倒流河水位超警戒'],
    ['gauge-b', '岱河水位超警戒'],
  ] as const) {
    const { device } = await addGauge(scene.county, api, name, text);
    await device.send(32.1);
    device.close();
  }
  await runCommand(commandOfReadme('mosquitto_pub', scene.county.ports.mqtt));
  alarm = (await openAlarm(api, '岱河水位超警戒')).id;
  incident = await openIncident(api, await openAlarm(api, '倒流河水位超警戒'), '倒流河水位超警戒');
  published = await publishWarning(api, leader, incident, '萧县发布洪水橙色预警');
  draft = crypto.randomUUID();
  await api.post('/cases/warning', { id: draft, action: 'draft', headlineZh: '萧县发布暴雨黄色预警', color: 'yellow' });
}, 120_000);

/** Every declared page, its parts filled in with something that is there. */
function addresses(): string[] {
  const parts = (path: string): Record<string, string> => ({
    $id: path.startsWith('/incidents/') ? incident : path.startsWith('/alarms/') ? alarm : path.endsWith('/edit') ? draft : published,
    $number: '1',
    $profile: 'hydrology',
  });
  const declared = pages.map(({ path }) => path.replaceAll(/\$\w+/g, (part) => parts(path)[part] ?? part));
  return [...declared, ...withoutDeclaration];
}

describe.concurrent.each(settings)('on a $screen, in $language, $mood', ({ screen, language, mood }) => {
  test('the pages before the login', { timeout: 60_000 }, async () => {
    const visitor = await arrive(screen, language, mood);
    const found: string[] = [];
    for (const address of ['/login', '/setup', '/invite?token=none']) found.push(...(await look(visitor, address)));
    expect(found).toEqual([]);
    await visitor.context.close();
  });

  test('every page of the house', { timeout: 400_000 }, async () => {
    const visitor = await arrive(screen, language, mood);
    await signIn(visitor, scene.county.url);
    // Nobody has been called and no agency has warned: these two pages are seen saying so.
    visitor.expects(/\/(call-lists|warnings-in-force)\//);
    const found: string[] = [];
    for (const address of addresses()) found.push(...(await look(visitor, address)));
    expect(found).toEqual([]);
    await visitor.context.close();
  });
});

async function arrive(screen: Screen, language: Language, mood: string): Promise<Visitor> {
  const visitor = await scene.hall.visitor({ screen, language });
  await visitor.page.addInitScript((fixed) => localStorage.setItem('anlan.mood', fixed), mood);
  visitor.name = `${screen}-${language}-${mood}`;
  return visitor;
}

/** What is wrong with a page, one line each. */
async function look(visitor: Visitor, address: string): Promise<string[]> {
  const { page } = visitor;
  await page.goto(scene.county.url + address);
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.getByText(visitor.say('地图载入中…', 'Loading map…')).first().waitFor({ state: 'hidden' });
  const builder = new AxeBuilder({ page }).setLegacyMode();
  // What lies under a dialog can neither be reached nor read.
  const { violations } = await ((await page.getByRole('dialog').isVisible()) ? builder.include('[role="dialog"]') : builder).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  await visitor.shot(`page-${visitor.name}${address.replace(/[0-9a-f]{8}-[-0-9a-f]{27}/, 'id').replaceAll(/\W+/g, '-')}`);
  return [
    ...serious.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${address} ${id} ${target.join(' ')} ${failureSummary ?? ''}`),
    ),
    ...(await sidewaysOf(visitor)).map((what) => `${address} sticks out at the side: ${what}`),
  ];
}
