import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { startAnlan } from './anlan.ts';
import { freshProfile, openBrowser } from './browser.ts';
import { fillEnterprises } from './enterprises.ts';
import { mostForeignCores, processTree, watchCpu } from './machine.ts';
import { quantiles } from './quantiles.ts';
import { record } from './record.ts';

// The page of a list of 100,000 records in Chromium with software graphics: time until its first rows stand there (the frame
// being open, as when one comes from another page; and from an empty browser), frames while it is scrolled through several
// fetched pages, and time from a keyword to its first row. `node bench/listPage.ts [records] [rounds]`

const records = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 5);
const bars = { firstRowsMs: 1_000, filterMs: 1_000, longestTaskMs: 100 };
const wheelSteps = 120;
const patienceMs = 60_000;
const rows = '.record-body .record-row';

const folder = mkdtempSync(join(tmpdir(), 'anlan-bench-list-page-'));
const browser = await openBrowser();
const anlan = await startAnlan(folder, { ANLAN_INGEST: 'off' });
try {
  const pool = new pg.Pool({ connectionString: await anlan.databaseUrl() });
  await fillEnterprises(pool, records);
  await pool.end();
  const cpu = watchCpu({ started: () => processTree(process.pid).slice(1) });
  const opened: number[] = [];
  const cold: number[] = [];
  const frames: number[] = [];
  const tasks: number[] = [];
  const filtered: number[] = [];
  let loaded = 0;
  for (let round = 0; round < rounds; round += 1) {
    const context = await freshProfile(browser, anlan, true);
    const page = await context.newPage();
    cold.push(await took(() => page.goto(`${anlan.url}/registers/enterprises`), page));
    await page.goto(`${anlan.url}/registers`);
    const link = page.locator('a[href$="/registers/enterprises"]').first();
    await link.waitFor({ timeout: patienceMs });
    opened.push(await took(() => link.click(), page));
    const scrolled = await scroll(page);
    frames.push(...scrolled.frames);
    tasks.push(...scrolled.tasks);
    loaded = Math.max(loaded, scrolled.loaded);
    filtered.push(await filter(page));
    await context.close();
  }
  const { foreignCores } = cpu();
  const longestTaskMs = Math.round(Math.max(0, ...tasks));
  const [open, keyword] = [quantiles(opened), quantiles(filtered)];
  record('listPage', {
    records,
    rounds,
    firstRowsMs: open,
    coldMs: quantiles(cold),
    frameMs: quantiles(frames),
    longTasks: tasks.length,
    longestTaskMs,
    recordsScrolled: loaded,
    keywordMs: keyword,
    isWithinBar: (open.p50 ?? 9e9) <= bars.firstRowsMs && (keyword.p50 ?? 9e9) <= bars.filterMs && longestTaskMs <= bars.longestTaskMs,
    foreignCores,
    rejected: foreignCores > mostForeignCores,
  });
} finally {
  await browser.close();
  await anlan.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Milliseconds from an act to the first row. */
async function took(act: () => Promise<unknown>, page: Page): Promise<number> {
  const begun = performance.now();
  await act();
  await page.locator(rows).first().waitFor({ timeout: patienceMs });
  return Math.round(performance.now() - begun);
}

/** Scrolls down with the wheel; frame times and tasks longer than 50 ms, milliseconds, and how far it came. */
async function scroll(page: Page): Promise<{ frames: number[]; tasks: number[]; loaded: number }> {
  await page.evaluate(() => {
    const seen = { frames: [] as number[], tasks: [] as number[] };
    Object.assign(window, { benchSeen: seen });
    new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    const step = (at: number) => {
      seen.frames.push(at);
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  const box = await page.locator('.record-table').boundingBox();
  if (box === null) throw new Error('there is no table');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let turn = 0; turn < wheelSteps; turn += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(16);
  }
  const seen = await page.evaluate(() => (window as unknown as { benchSeen: { frames: number[]; tasks: number[] } }).benchSeen);
  const last = await page.locator(rows).last().getAttribute('data-record');
  if (last === null) throw new Error('no row is in sight after scrolling');
  const loaded = await page.evaluate(
    () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/registers/enterprises?')).length,
  );
  return { frames: seen.frames.slice(1).map((at, before) => at - (seen.frames[before] ?? at)), tasks: seen.tasks, loaded: loaded * 200 };
}

/** Milliseconds from the last key of a keyword to a row that holds it at the top. */
async function filter(page: Page): Promise<number> {
  const field = page.getByRole('searchbox').or(page.locator('input[type=search]')).first();
  await field.fill('龙湖食品');
  const begun = performance.now();
  await field.press('Enter');
  await page.locator(rows, { hasText: '龙湖食品' }).first().waitFor({ timeout: patienceMs });
  return Math.round(performance.now() - begun);
}
