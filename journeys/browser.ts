import { accessSync, constants, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type ConsoleMessage, type Page } from 'playwright-core';
import { expect, type TestContext } from 'vitest';

// Chromium, and people at it. Every error a page reports is kept; a journey ends with none.

const screenshots = join(import.meta.dirname, 'screenshots');
const switches = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const screens = {
  desktop: { viewport: { width: 1920, height: 1080 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
} satisfies Record<string, BrowserContextOptions>;
export type Screen = keyof typeof screens;
export type Language = 'zh' | 'en';

/** One person at one screen. */
export class Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly screen: Screen;
  readonly language: Language;
  /** For screenshots. */
  name = '';
  readonly #faults: string[] = [];
  #expected: RegExp[] = [];

  constructor(context: BrowserContext, page: Page, screen: Screen, language: Language) {
    this.context = context;
    this.page = page;
    this.screen = screen;
    this.language = language;
    page.on('pageerror', (error) => this.#faults.push(`${page.url()} ${error.stack ?? error.message}`));
    page.on('crash', () => this.#faults.push(`${page.url()} crashed`));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      const fault = `${page.url()} ${message.text()} (${message.location().url})`;
      this.#faults.push(fault);
      void this.#explain(fault, message);
    });
  }

  /** An object in the console is told by what it holds, as long as its page is there. */
  async #explain(fault: string, message: ConsoleMessage): Promise<void> {
    const told = message.args().map((each) =>
      each.evaluate((value: unknown) => {
        // MapLibre reports an event that holds the error.
        const error = value instanceof Object && 'error' in value ? value.error : value;
        return error instanceof Error ? (error.stack ?? error.message) : null;
      }),
    );
    const stacks = (await Promise.allSettled(told)).flatMap((each) => (each.status === 'fulfilled' && each.value ? [each.value] : []));
    const at = this.#faults.indexOf(fault);
    if (stacks.length > 0 && at >= 0) this.#faults[at] = `${fault} ${stacks.join(' ')}`;
  }

  /** The words this visitor reads. */
  say(zh: string, en: string): string {
    return this.language === 'zh' ? zh : en;
  }

  /** From here on a console error like this is part of the story. */
  expects(error: RegExp): void {
    this.#expected.push(error);
  }

  /** What the page reported since the last call and the story does not explain. */
  takeFaults(): string[] {
    return this.#faults.splice(0).filter((fault) => !this.#expected.some((expected) => expected.test(fault)));
  }

  async shot(name: string, fullPage = false): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name}.png`), fullPage });
  }
}

/** A running Chromium. */
export class Hall {
  readonly #browser: Browser;
  readonly #visitors: Visitor[] = [];

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async open(): Promise<Hall> {
    return new Hall(await chromium.launch({ executablePath: findChromium(), args: switches }));
  }

  /** A person with their own cookies and storage. */
  async visitor(options: { screen?: Screen; language?: Language } & Omit<BrowserContextOptions, 'screen'> = {}): Promise<Visitor> {
    const { screen = 'desktop', language = 'zh', ...more } = options;
    const locale = language === 'zh' ? 'zh-CN' : 'en-US';
    // Without motion, so that no click waits for a panel that slides.
    const calm = { locale, timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' } as const;
    const context = await this.#browser.newContext({ ...screens[screen], ...calm, ...more });
    context.setDefaultTimeout(15_000);
    const visitor = new Visitor(context, await context.newPage(), screen, language);
    this.#visitors.push(visitor);
    return visitor;
  }

  /** What all pages reported since the last call and their stories do not explain. */
  takeFaults(): string[] {
    return this.#visitors.flatMap((visitor) => visitor.takeFaults());
  }

  /** After each chapter: pictures of every screen when it failed, and no page may have reported an error. */
  async closeChapter({ task }: Pick<TestContext, 'task'>): Promise<void> {
    if (task.result?.state === 'fail') {
      const name = task.name.replace(/[^a-z0-9]+/gi, '-').slice(0, 60);
      await Promise.all(this.#visitors.map((visitor, index) => visitor.shot(`failed-${name}-${index}`)));
    }
    expect(this.takeFaults()).toEqual([]);
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

function findChromium(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [
    process.env['ANLAN_CHROMIUM'] ?? '',
    ...['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) => folders.map((folder) => join(folder, name))),
  ];
  const found = candidates.find((path) => path !== '' && isExecutable(path));
  if (found === undefined) throw new Error('These journeys need Chromium: install it, or name it in ANLAN_CHROMIUM.');
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
