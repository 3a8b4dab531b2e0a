import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import type { RunningAnlan } from './anlan.ts';

// A real Chromium without a screen, drawing by software: the slowest graphics a county office has.

/** Chromium named by ANLAN_CHROMIUM, or the first on the path. */
function chromiumPath(): string {
  const given = process.env['ANLAN_CHROMIUM'];
  if (given) return given;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = ['chromium', 'chromium-browser', 'google-chrome']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find(isExecutable);
  if (found === undefined) throw new Error('no Chromium on the path; name one in ANLAN_CHROMIUM');
  return found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function openBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
  return chromium.launch({ executablePath: chromiumPath(), args });
}

/** A fresh profile of a desk screen, signed in when a token is given. */
export async function freshProfile(
  browser: Browser,
  anlan: Pick<RunningAnlan, 'url' | 'token'>,
  isSignedIn: boolean,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN', serviceWorkers: 'block' });
  if (isSignedIn) await context.addCookies([{ name: 'anlan_session', value: anlan.token, url: anlan.url }]);
  return context;
}
