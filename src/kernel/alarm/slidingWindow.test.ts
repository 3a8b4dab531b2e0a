import { expect, test } from 'vitest';
import { SlidingWindow } from './slidingWindow.ts';

test('the running total is what the buckets of the window add up to, however readings are spaced, and goes on after a restart', () => {
  let window = new SlidingWindow(600_000, 10);
  const heard: [atMs: number, value: number][] = [];
  let [seed, atMs] = [7, 1_000_000];
  const next = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  for (let n = 0; n < 3000; n++) {
    atMs += Math.floor(next() ** 6 * 900_000);
    const value = Math.round(next() * 50) / 10;
    window.add(value, atMs);
    heard.push([atMs, value]);
    const newest = Math.floor(atMs / 60_000);
    const inside = heard.filter(([at]) => Math.floor(at / 60_000) > newest - 10);
    expect(window.sum(atMs)).toBeCloseTo(
      inside.reduce((sum, [, one]) => sum + one, 0),
      6,
    );
    expect(window.greatest(atMs)).toBe(Math.max(...inside.map(([, one]) => one)));
    if (n % 500 !== 0) continue;
    const again = new SlidingWindow(600_000, 10);
    again.load(JSON.parse(JSON.stringify(window.save())) as number[]);
    expect(again.sum(atMs)).toBe(window.sum(atMs));
    window = again;
  }
  expect(window.sum(atMs + 600_000)).toBe(0);
});
