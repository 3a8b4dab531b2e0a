import type { CountyPack } from '../county.ts';
import { readPack } from '../readPack.ts';
import { makeDemo } from './demo/makeDemo.ts';

/** Loads the pack of Xiao County. */
export async function loadPack(): Promise<CountyPack> {
  const data = await readPack(new URL('./', import.meta.url));
  return { ...data, makeDemo: (seed, nowMs) => makeDemo(data, seed, nowMs) };
}
