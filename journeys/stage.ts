import { afterAll, afterEach, beforeAll } from 'vitest';
import { Hall } from './browser.ts';
import { County, type CountyOptions } from './county.ts';

// What every journey stands on: one county and one browser for the whole file, both gone afterwards whatever happened.

export interface Stage {
  readonly county: County;
  readonly hall: Hall;
}

/**
 * Prepares a county and a browser before the first chapter and checks after each that no page reported an error.
 * @param prepare what the county's options need beforehand (a mail server); its own clean-up comes first in the answer
 */
export function stage(options: CountyOptions = {}, prepare?: () => Promise<CountyOptions & { close?: () => Promise<void> }>): Stage {
  let county: County | null = null;
  let hall: Hall | null = null;
  let close: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    const prepared = await prepare?.();
    close = prepared?.close;
    [county, hall] = await Promise.all([County.start({ ...options, ...prepared, env: { ...options.env, ...prepared?.env } }), Hall.open()]);
  });
  afterEach(async (chapter) => {
    if (chapter.task.result?.state === 'fail' && county) process.stderr.write(`${county.said().slice(-4_000)}\n`);
    await hall?.closeChapter(chapter);
  });
  afterAll(async () => {
    await hall?.close();
    await county?.remove();
    await close?.();
  });

  const there = <T>(thing: T | null): T => {
    if (thing === null) throw new Error('The stage is ready only inside a chapter.');
    return thing;
  };
  return {
    get county() {
      return there(county);
    },
    get hall() {
      return there(hall);
    },
  };
}
