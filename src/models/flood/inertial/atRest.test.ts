import { expect, test } from 'vitest';
import { placeOf } from '../layout.ts';
import { inertialFlood } from './inertialFlood.ts';

const settings = { dx: 10, dy: 10, theta: 1, dryM: 1e-3, courant: 0.7 } as const;

test.each(['double', 'single'] as const)('a lake with dry islands and holes stays at rest, in %s precision', (precision) => {
  const [columns, rows] = [80, 60];
  // Sixteenths of a metre, so that ground plus depth is the level without rounding.
  const ground = Float64Array.from({ length: columns * rows }, (_, c) => (c === 999 ? Number.NaN : Math.round(20 * Math.sin(c)) / 16));
  const depth = ground.map((z) => (Number.isNaN(z) ? 0 : Math.max(0, 0.5 - z)));
  for (const theta of [1, 0.8]) {
    const flood = inertialFlood({ columns, rows, ground, depth, roughness: 0.03 }, { ...settings, theta, precision });
    const before = flood.fields.h.slice();
    flood.run.advance(600);
    expect(Math.max(...flood.fields.qx[0].map(Math.abs), ...flood.fields.qy[0].map(Math.abs))).toBeLessThan(1e-10);
    expect(flood.fields.h).toEqual(before);
  }
});

test('any ground at all: rounding of levels moves less than a tenth of a nanometre per second', () => {
  const ground = Float64Array.from({ length: 4800 }, (_, c) => 37.123 + 2 * Math.sin(c * 1.7) + Math.cos(c / 31));
  const depth = ground.map((z) => Math.max(0, 37.5 - z));
  const flood = inertialFlood({ columns: 80, rows: 60, ground, depth, roughness: 0.03 }, { ...settings, precision: 'double' });
  flood.run.advance(3600);
  const { h, qx, qy } = flood.fields;
  const speeds = Array.from(h, (depthM, c) => (depthM > 1e-3 ? Math.max(Math.abs(qx[0][c] ?? 0), Math.abs(qy[0][c] ?? 0)) / depthM : 0));
  expect(Math.max(...speeds)).toBeLessThan(1e-10);
});

test('a column of water on a plain spreads alike in all eight directions', () => {
  const size = 61;
  const depth = new Float64Array(size * size);
  for (const [x, y, h] of [
    [0, 0, 4],
    [1, 0, 2],
    [-1, 0, 2],
    [0, 1, 2],
    [0, -1, 2],
  ] as const)
    depth[(30 + y) * size + 30 + x] = h;
  const flood = inertialFlood(
    { columns: size, rows: size, ground: new Float64Array(size * size), depth, roughness: 0.03 },
    { ...settings, precision: 'double' },
  );
  flood.run.advance(600);
  const at = (x: number, y: number) => flood.fields.h[placeOf(flood.layout, 30 + x, 30 + y)] as number;
  let worst = 0;
  for (let x = 0; x <= 30; x += 1)
    for (let y = 0; y <= x; y += 1)
      for (const each of [at(-x, y), at(x, -y), at(-x, -y), at(y, x), at(-y, x), at(y, -x), at(-y, -x)])
        worst = Math.max(worst, Math.abs(each - at(x, y)));
  expect(at(5, 0)).toBeGreaterThan(0.01);
  expect(worst).toBeLessThan(1e-9);
});
