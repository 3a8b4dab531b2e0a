import { circlePolygon } from '#geo/circle.ts';
import { metresPerDegree } from '#geo/position.ts';
import type { ReferenceCase } from '../model.ts';
import { findExposed, indexExposed } from './exposure.ts';
import { shareInside } from './overlap.ts';

const square = (west: number, south: number, side: number): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});

/** Points on a lattice of 10 m inside a circle of 1 km. */
function latticeCount(): number {
  const scale = metresPerDegree(34);
  const things = Array.from({ length: 241 * 241 }, (_, i) => ({
    id: String(i),
    kind: 'house',
    geometry: {
      type: 'Point' as const,
      coordinates: [117 + (((i % 241) - 120) * 10) / scale.lon, 34 + ((Math.floor(i / 241) - 120) * 10) / scale.lat],
    },
    counts: {},
  }));
  return findExposed(indexExposed(things), [{ id: 'circle', area: circlePolygon([117, 34], 1_000, 256) }]).length;
}

export const impactCases: readonly ReferenceCase[] = [
  {
    id: 'lattice',
    subject: { zh: '圆内的格点数（高斯圆问题）', en: 'lattice points in a circle (Gauss)' },
    source: 'closed form: π·r² points of unit spacing, r = 100',
    inputs: { radius: '1 km', spacing: '10 m' },
    checks: [
      {
        quantity: { zh: '点数', en: 'points' },
        unit: '1',
        expected: Math.PI * 100 ** 2,
        tolerance: { relative: 0.003 },
        computed: latticeCount,
      },
    ],
    cost: 'instant',
  },
  {
    id: 'overlap',
    subject: { zh: '部分重叠的面积比例', en: 'share of a partly covered area' },
    source: 'closed form: squares, and a quarter circle',
    inputs: { areas: 'two squares that share a quarter; a circle and the square over its north-eastern quarter' },
    checks: [
      {
        quantity: { zh: '四分之一', en: 'a quarter' },
        unit: '1',
        expected: 0.25,
        tolerance: { absolute: 0.005 },
        computed: () => shareInside(square(117, 34, 0.02), square(117.01, 34.01, 0.02)),
      },
      {
        quantity: { zh: '圆的四分之一', en: 'a quarter of a circle' },
        unit: '1',
        expected: 0.25,
        tolerance: { absolute: 0.005 },
        computed: () => shareInside(circlePolygon([117, 34], 500), square(117, 34, 0.02)),
      },
      {
        quantity: { zh: '全部', en: 'all' },
        unit: '1',
        expected: 1,
        tolerance: { absolute: 1e-9 },
        computed: () => shareInside(square(117, 34, 0.01), square(116.9, 33.9, 1)),
      },
    ],
    cost: 'instant',
  },
];
