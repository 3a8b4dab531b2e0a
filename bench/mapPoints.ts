import type { Browser, Page } from 'playwright-core';
import { inDataFolder } from '../src/server/database/clusterProcesses.fixture.ts';
import { startAnlan, type RunningAnlan } from './anlan.ts';
import { freshProfile, openBrowser } from './browser.ts';
import { mostForeignCores, processTree, watchCpu } from './machine.ts';
import { quantiles } from './quantiles.ts';
import { record } from './record.ts';
import { makeStations } from './sensors.ts';

// The one map with many stations: time until it can be used, and frames a second while it is dragged, in Chromium with
// software graphics. What counts is the ratio of the two numbers of stations, measured in one run; absolute frames belong
// to this machine. node bench/mapPoints.ts [few = 10000] [many = 100000] [rounds = 3]

const counts = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 100_000)];
const rounds = Number(process.argv[4] ?? 3);
const dragSeconds = 5;
const patienceMs = 120_000;

const browser = await openBrowser();
try {
  const measured: { stations: number; fps: number; rejected: boolean }[] = [];
  for (const stations of counts) {
    await inDataFolder('data', async (folder) => {
      const anlan = await startAnlan(folder, { ANLAN_INGEST: 'off' });
      try {
        await makeStations(await anlan.databaseUrl(), stations);
        for (let round = 0; round < rounds; round += 1) measured.push({ stations, ...(await measure(browser, anlan, stations)) });
      } finally {
        await anlan.stop();
      }
    });
  }
  const fpsOf = (stations: number) => quantiles(measured.filter((one) => one.stations === stations).map(({ fps }) => fps)).p50;
  const [few = 0, many = 0] = counts;
  record('mapPoints', {
    what: 'ratio',
    few,
    many,
    fpsFew: fpsOf(few),
    fpsMany: fpsOf(many),
    rejected: measured.some(({ rejected }) => rejected),
    ratio: Math.round(((fpsOf(many) ?? 0) / (fpsOf(few) ?? 1)) * 100) / 100,
  });
} finally {
  await browser.close();
}

async function measure(browser: Browser, anlan: RunningAnlan, stations: number): Promise<{ fps: number; rejected: boolean }> {
  const context = await freshProfile(browser, anlan, true);
  const page = await context.newPage();
  const begun = performance.now();
  await page.goto(`${anlan.url}/map`);
  await page.locator('.county-map[data-ready=yes]').waitFor({ timeout: patienceMs });
  await stationsDrawn(page);
  const interactiveMs = Math.round(performance.now() - begun);
  // Chromium, server and database are all started by this process.
  const cpu = watchCpu({ started: () => processTree(process.pid).slice(1) });
  const frames = await drag(page);
  const use = cpu();
  const fps = Math.round((frames.length / dragSeconds) * 10) / 10;
  const rejected = use.foreignCores > mostForeignCores;
  record('mapPoints', {
    what: 'drag',
    stations,
    interactiveMs,
    fps,
    frameMs: quantiles(frames),
    cpu: use,
    rejected,
  });
  await context.close();
  return { fps, rejected };
}

/** The answer with the stations has come and the page has had two idle moments to draw them. */
async function stationsDrawn(page: Page): Promise<void> {
  await page.waitForFunction(
    () => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/map/devices.geojson')),
    undefined,
    {
      timeout: patienceMs,
    },
  );
  for (let idle = 0; idle < 2; idle += 1) await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

/** Drags the map to and fro; gives the time of each frame, milliseconds. */
async function drag(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { benchFrames: times });
    const step = (at: number) => {
      times.push(at);
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  const box = await page.locator('.county-map canvas').first().boundingBox();
  if (box === null) throw new Error('the map has no canvas');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const until = performance.now() + dragSeconds * 1000;
  for (let turn = 0; performance.now() < until; turn += 1)
    await page.mouse.move(x + 200 * Math.sin(turn / 15), y + 120 * Math.cos(turn / 15));
  await page.mouse.up();
  const times = await page.evaluate(() => (window as unknown as { benchFrames: number[] }).benchFrames);
  return times.slice(1).map((at, before) => at - (times[before] ?? at));
}
