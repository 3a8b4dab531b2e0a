import { describe, expect, test } from 'vitest';
import { gather, placeOf } from '../layout.ts';
import { noForcing, volumeOf } from './forcing.ts';
import { edgePlaces, inertialFlood } from './inertialFlood.ts';

const settings = { dx: 10, dy: 10, theta: 1, dryM: 1e-3, courant: 0.7 } as const;
const hills = (columns: number, rows: number) =>
  Float64Array.from({ length: columns * rows }, (_, i) => 20 + Math.sin((i % columns) / 5) + 1.3 * Math.cos(Math.floor(i / columns) / 7));

describe.each(['double', 'single'] as const)('a local-inertial flood in %s precision', (precision) => {
  const least = precision === 'double' ? 1e-12 : 1e-4;

  test('keeps every drop while it falls down a hillside into a plain with dry islands', () => {
    const ground = hills(70, 50);
    const depth = Float64Array.from(ground, (_, i) => (i % 70 < 12 ? 3 : 0));
    const flood = inertialFlood({ columns: 70, rows: 50, ground, depth, roughness: 0.03 }, { ...settings, precision });
    flood.run.advance(900);
    const volume = volumeOf(flood.fields, settings);
    expect(Math.abs(volume / flood.run.initialM3 - 1)).toBeLessThan(least);
    expect(Math.min(...gather(flood.layout, flood.fields.h))).toBeGreaterThanOrEqual(0);
    expect(flood.run.steps()).toBeGreaterThan(100);
  });

  test('accounts for rain, seepage, inflow and what leaves over the edge', () => {
    const ground = hills(64, 48);
    const flood = inertialFlood(
      { columns: 64, rows: 48, ground, roughness: 0.05 },
      {
        ...settings,
        precision,
        forcing: (layout) => ({
          ...noForcing,
          rain: () => 50 / 3.6e6,
          loss: 8 / 3.6e6,
          inflows: [{ place: placeOf(layout, 20, 20), flow: (fromS) => (fromS < 600 ? 4 : 0) }],
          outlets: { places: edgePlaces(layout, ground), slope: 0.001 },
        }),
      },
    );
    flood.run.advance(3600);
    const { rained, flowedIn, lost, flowedOut } = flood.run.ledger;
    expect(rained).toBeCloseTo(0.05 * 64 * 48 * 100, 4);
    expect(Math.abs(flowedIn - 2400)).toBeLessThan(30);
    expect(lost).toBeGreaterThan(1000);
    expect(flowedOut).toBeGreaterThan(100);
    const expected = rained + flowedIn - lost - flowedOut;
    expect(Math.abs(volumeOf(flood.fields, settings) - expected) / (rained + flowedIn)).toBeLessThan(precision === 'double' ? 1e-10 : 1e-4);
  });
});

test('both kernels and both forms of the scheme give the same flood', () => {
  const ground = hills(64, 32);
  const depth = Float64Array.from(ground, (_, i) => (i % 64 < 20 ? 2 : 0));
  for (const theta of [1, 0.8]) {
    const [double, single] = (['double', 'single'] as const).map((precision) => {
      const flood = inertialFlood({ columns: 64, rows: 32, ground, depth, roughness: 0.04 }, { ...settings, theta, precision });
      flood.run.advance(60);
      return gather(flood.layout, flood.fields.h);
    }) as [Float64Array, Float64Array];
    const apart = double.map((each, i) => Math.abs(each - (single[i] as number)));
    // Later a rounding decides in which step a cell wets, and single cells differ by centimetres.
    expect(Math.max(...apart)).toBeLessThan(5e-3);
    expect(Math.sqrt(apart.reduce((sum, each) => sum + each * each, 0) / apart.length)).toBeLessThan(1e-3);
    expect(Math.max(...double)).toBeGreaterThan(0.5);
  }
});

test('dry country costs nothing: only tiles with water and their neighbours are computed', () => {
  const ground = new Float64Array(640 * 320).fill(5);
  const depth = ground.map((_, i) => (i === 160 * 640 + 320 ? 1 : 0));
  const flood = inertialFlood({ columns: 640, rows: 320, ground, depth, roughness: 0.03 }, { ...settings, precision: 'double' });
  expect(flood.run.activeShare()).toBeCloseTo(9 / 400, 10);
});
