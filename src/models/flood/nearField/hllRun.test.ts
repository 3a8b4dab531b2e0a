import { expect, test } from 'vitest';
import { hllRun } from './hllRun.ts';

const plain = { dx: 10, dy: 10, roughness: 0.03, courant: 0.45 } as const;

test('a lake with dry islands stays at rest', () => {
  const [columns, rows] = [24, 18];
  const ground = Float64Array.from({ length: columns * rows }, (_, c) => (c === 100 ? Number.NaN : 2 * Math.sin(c) + Math.cos(c / 7)));
  const run = hllRun({ ...plain, columns, rows, ground });
  run.h.set(ground.map((z) => Math.max(0, 1.2 - (Number.isNaN(z) ? 9 : z))));
  const before = run.h.slice();
  run.advance(200);
  const speeds = Array.from(run.h, (h, c) => (h > 0 ? Math.hypot(run.qx[c] ?? 0, run.qy[c] ?? 0) / h : 0));
  expect(Math.max(...speeds)).toBeLessThan(1e-10);
  expect(Math.max(...run.h.map((h, c) => Math.abs(h - (before[c] ?? 0))))).toBeLessThan(1e-10);
});

test('a round column of water that falls on a plain spreads alike in all eight directions, and none is lost', () => {
  const size = 41;
  const run = hllRun({ ...plain, columns: size, rows: size, ground: new Float64Array(size * size) });
  run.h[20 * size + 20] = 5;
  run.h[20 * size + 19] = run.h[20 * size + 21] = run.h[19 * size + 20] = run.h[21 * size + 20] = 3;
  run.advance(120);
  const at = (x: number, y: number) => run.h[(20 + y) * size + 20 + x] ?? 0;
  let worst = 0;
  for (let x = 0; x <= 20; x += 1)
    for (let y = 0; y <= x; y += 1)
      for (const each of [at(-x, y), at(x, -y), at(-x, -y), at(y, x), at(-y, x), at(y, -x), at(-y, -x)])
        worst = Math.max(worst, Math.abs(each - at(x, y)));
  expect(worst).toBeLessThan(1e-9);
  expect(run.h.reduce((sum, each) => sum + each, 0)).toBeCloseTo(17, 10);
  expect(at(10, 0)).toBeGreaterThan(0.001);
});

test('an inflow is counted to the litre and finds its way from a dry cell', () => {
  const run = hllRun({ ...plain, columns: 30, rows: 30, ground: new Float64Array(900) });
  run.advance(300, () => [{ cell: 465, flow: 20 }]);
  expect(run.flowedInM3()).toBeCloseTo(6000, 6);
  expect(run.h.reduce((sum, each) => sum + each * 100, 0)).toBeCloseTo(6000, 6);
  expect(Math.max(...run.h)).toBeLessThan(3);
});
