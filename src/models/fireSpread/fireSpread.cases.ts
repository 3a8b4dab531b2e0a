import type { Label } from '../field.ts';
import type { ReferenceCase } from '../model.ts';
import { burntAreaM2, lengthToWidth, spreadOf } from './ellipse.ts';
import { surfaceFire, type SurfaceFireInput } from './surfaceFire.ts';

const say = (zh: string, en: string): Label => ({ zh, en });
/** Chains an hour in m/s: 1 chain is 20.1168 m. */
const chainsPerHour = 20.1168 / 3600;
const mph = 0.44704;
const source = 'firelab/behave, testBehave.cpp and surface.csv (public domain)';

const common: Omit<SurfaceFireInput, 'fuel' | 'slope' | 'windHeadingFromUpslopeDeg'> = {
  moisture: { dead1h: 0.06, dead10h: 0.07, dead100h: 0.08, liveHerb: 0.6, liveWoody: 0.9 },
  wind: { speedMps: 5 * mph, height: '20ft' },
  canopy: { cover: 0.5, heightM: 30 * 0.3048, baseM: 15 * 0.3048 },
};
const gs4 = (windHeadingFromUpslopeDeg: number) => surfaceFire({ ...common, fuel: 'gs4', slope: 0.3, windHeadingFromUpslopeDeg });
const fm4 = () =>
  surfaceFire({
    ...common,
    fuel: '4',
    slope: Math.tan(Math.PI / 6),
    windHeadingFromUpslopeDeg: 90,
    canopy: { ...common.canopy, cover: 0.4 },
  });
const flat = () =>
  surfaceFire({ ...common, fuel: 'gs4', slope: 0, windHeadingFromUpslopeDeg: 0, wind: { speedMps: 5 * mph, height: 'midflame' } });

const moisture = '6/7/8/60/90 %';
const tight = { relative: 1e-5 };

export const cases: readonly ReferenceCase[] = [
  {
    id: 'W1-gs4-upslope',
    subject: say('GS4，坡度 30 %，顺坡风', 'GS4, 30 % slope, upslope wind'),
    source,
    inputs: { moisture, 'wind 20 ft mph': 5, 'slope %': 30, 'canopy %': 50 },
    checks: [
      { quantity: say('火头', 'head'), unit: 'ch/h', expected: 8.876216, tolerance: tight, computed: () => gs4(0).headMps / chainsPerHour },
      {
        quantity: say('火尾', 'back'),
        unit: 'ch/h',
        expected: 2.916147,
        tolerance: { relative: 1e-4 },
        computed: () => backAndFlank().backMps / chainsPerHour,
      },
      {
        quantity: say('火翼', 'flank'),
        unit: 'ch/h',
        expected: 5.087666,
        tolerance: { relative: 1e-4 },
        computed: () => backAndFlank().flankMps / chainsPerHour,
      },
    ],
    cost: 'instant',
    note: say('火尾、火翼按 Anderson 1983 长宽比', 'back and flank with the length-to-width ratio of Anderson 1983'),
  },
  {
    id: 'W2-gs4-cross',
    subject: say('GS4，坡度 30 %，风与上坡成 90°', 'GS4, 30 % slope, wind 90° from upslope'),
    source,
    inputs: { moisture, 'wind 20 ft mph': 5, 'slope %': 30 },
    checks: [
      {
        quantity: say('火头', 'head'),
        unit: 'ch/h',
        expected: 7.091665,
        tolerance: tight,
        computed: () => gs4(90).headMps / chainsPerHour,
      },
    ],
    cost: 'instant',
  },
  {
    id: 'W3-fm4-cross',
    subject: say('4 号灌丛，坡度 30°，风与上坡成 90°', 'Fuel 4, 30° slope, wind 90° from upslope'),
    source,
    inputs: { moisture, 'wind 20 ft mph': 5, 'canopy %': 40 },
    checks: [
      { quantity: say('火头', 'head'), unit: 'ch/h', expected: 46.631688, tolerance: tight, computed: () => fm4().headMps / chainsPerHour },
    ],
    cost: 'instant',
  },
  {
    id: 'W4-ellipse',
    subject: say('平地 GS4，火焰高度风速 5 mph，一小时', 'GS4 on flat ground, 5 mph at flame height, one hour'),
    source,
    inputs: { moisture, 'midflame wind mph': 5, 'time h': 1 },
    checks: [
      {
        quantity: say('长宽比', 'length over width'),
        unit: '1',
        expected: 1.590064,
        tolerance: { relative: 1e-5 },
        computed: () => lengthToWidth(5 * mph),
      },
      {
        quantity: say('过火面积', 'burnt area'),
        unit: 'km²',
        expected: 0.223725,
        tolerance: { relative: 1e-3 },
        computed: () => burntAreaM2(spreadOf(flat().headMps, 5 * mph, 0), 3600) / 1e6,
      },
    ],
    cost: 'instant',
  },
];

function backAndFlank() {
  const { headMps, effectiveWindMps } = gs4(0);
  return spreadOf(headMps, effectiveWindMps, 0);
}
