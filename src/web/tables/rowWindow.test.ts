import { expect, test } from 'vitest';
import { rowWindow } from './rowWindow.ts';

test('the rows in sight are always drawn, with some beyond both edges', () => {
  for (let top = 0; top <= 1_000 * 47 - 800; top += 13) {
    const { from, to } = rowWindow(top, 800, 47, 1_000);
    expect(from).toBeLessThanOrEqual(Math.max(0, Math.floor(top / 47) - 16));
    expect(to).toBeGreaterThanOrEqual(Math.min(1_000, Math.ceil((top + 800) / 47) + 16));
    expect(to - from).toBeLessThanOrEqual(18 + 2 * 16 + 2 * 8);
  }
});

test('scrolling a little draws nothing new', () => {
  const seen = new Set<string>();
  for (let top = 0; top < 47 * 80; top += 1) seen.add(JSON.stringify(rowWindow(top, 800, 47, 1_000)));
  expect(seen.size).toBeLessThanOrEqual(22);
});

test('edges: nothing there, fewer than fit, pulled beyond either end, an empty view', () => {
  expect(rowWindow(0, 800, 47, 0)).toEqual({ from: 0, to: 0 });
  expect(rowWindow(0, 800, 47, 3)).toEqual({ from: 0, to: 3 });
  expect(rowWindow(-200, 800, 47, 1_000)).toEqual(rowWindow(0, 800, 47, 1_000));
  expect(rowWindow(99_999, 800, 47, 50).to).toBe(50);
  expect(rowWindow(99_999, 800, 47, 50).from).toBeLessThan(50);
  expect(rowWindow(0, 0, 47, 1_000).to).toBeGreaterThan(0);
});
