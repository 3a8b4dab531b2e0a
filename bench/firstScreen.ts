import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { inDataFolder } from '../src/server/database/clusterProcesses.fixture.ts';
import { startAnlan } from './anlan.ts';
import { freshProfile, openBrowser } from './browser.ts';
import { repository } from './machine.ts';
import { record } from './record.ts';

// How much JavaScript a browser loads before the first screen: measured in Chromium, counted as gzip -9 (what a proxy would
// send) and as the bytes that really came. The bar is 250 kB (kB = 1,000 bytes) gzip -9. Needs a built page (npm start or
// npm test builds it). node bench/firstScreen.ts

const bar = 250_000;
const settleMs = 4_000;
const assets = join(repository, 'dist', 'web', 'assets');

interface Screen {
  path: string;
  /** There when a person sees the screen and can use it. */
  visible: string;
  signedIn: boolean;
}

const screens: readonly Screen[] = [
  { path: '/login', visible: 'input[type=password]', signedIn: false },
  { path: '/desk', visible: 'header', signedIn: true },
  { path: '/incidents', visible: 'header', signedIn: true },
];

await inDataFolder('data', async (folder) => {
  const anlan = await startAnlan(folder);
  const browser = await openBrowser();
  try {
    record('firstScreen', { what: 'modulepreload', ...sizeOf(preloaded()) });
    for (const screen of screens) {
      const context = await freshProfile(browser, anlan, screen.signedIn);
      record('firstScreen', { what: screen.path, bar, ...(await measure(await context.newPage(), anlan.url, screen)) });
      await context.close();
    }
  } finally {
    await browser.close();
    await anlan.stop();
  }
});

async function measure(page: Page, url: string, { path, visible }: Screen) {
  const scripts: { name: string; received: number; wholePage: boolean }[] = [];
  const sizes: Promise<void>[] = [];
  let isVisible = false;
  page.on('response', (response) => {
    const name = /\/assets\/([^/?]+\.m?js)$/.exec(response.url())?.[1];
    if (name === undefined) return;
    const script = { name, received: 0, wholePage: isVisible };
    scripts.push(script);
    const sized = response.request().sizes();
    sizes.push(sized.then(({ responseBodySize }) => void (script.received = responseBodySize)));
  });
  const begun = performance.now();
  await page.goto(`${url}${path}`);
  await page.locator(visible).first().waitFor({ state: 'visible' });
  const visibleMs = Math.round(performance.now() - begun);
  isVisible = true;
  // The live stream keeps the network busy for ever, so the rest of the page is given a while.
  await page.waitForTimeout(settleMs);
  await Promise.all(sizes);
  const first = scripts.filter(({ wholePage }) => !wholePage);
  const received = (some: typeof scripts) => some.reduce((sum, script) => sum + script.received, 0);
  return {
    firstScreen: { ...sizeOf(first.map(({ name }) => name)), receivedBytes: received(first) },
    wholePage: { ...sizeOf(scripts.map(({ name }) => name)), receivedBytes: received(scripts) },
    visibleMs,
    isWithinBar: sizeOf(first.map(({ name }) => name)).gzipBytes <= bar,
  };
}

/** Scripts that index.html itself names: the entry and what it preloads. */
function preloaded(): string[] {
  const html = readFileSync(join(assets, '..', 'index.html'), 'utf8');
  return [...html.matchAll(/(?:src|href)="\/assets\/([^"]+\.m?js)"/g)].map((match) => match[1] ?? '');
}

function sizeOf(names: readonly string[]) {
  const known = new Set(readdirSync(assets));
  const files = [...new Set(names)].filter((name) => known.has(name)).map((name) => readFileSync(join(assets, name)));
  return {
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.length, 0),
    gzipBytes: files.reduce((sum, file) => sum + gzipSync(file, { level: constants.Z_BEST_COMPRESSION }).length, 0),
  };
}
