import type { Check, ReferenceCase } from '../model.ts';
import { damBreakError } from './cases/damBreaks.ts';
import { fastShareOnSlope, lakeAtRest, massError, radialAsymmetry } from './cases/invariants.ts';
import { macDonaldDepth, runMacDonald } from './cases/macDonald.ts';
import { movingWaveDepth, runMovingWave } from './cases/movingWave.ts';
import { damBreak } from './nearField/stoker.ts';

// Closed forms and published cases, F1 to F8. `expected` 0 with an absolute tolerance reads: the error is at most that.

const error = (zh: string, en: string, unit: string, atMost: number, computed: () => number): Check => ({
  quantity: { zh, en },
  unit,
  expected: 0,
  tolerance: { absolute: atMost },
  computed,
});

const hunter = 'Hunter et al. 2005, Adv. Water Resour. 28, 975; used by Bates et al. 2010';
const depthsOf = (wave: { roughness: number; speedMps: number }, at: readonly (readonly [number, number])[]): Check[] =>
  at.map(([xM, expected]) => ({
    quantity: { zh: `x = ${xM} m 处解析水深`, en: `exact depth at x = ${xM} m` },
    unit: 'm',
    expected,
    tolerance: { absolute: 1e-5 },
    computed: () => movingWaveDepth(wave, xM, 3600),
  }));

export const floodCases: readonly ReferenceCase[] = [
  {
    id: 'F1',
    subject: { zh: '静水：带干岛的湖', en: 'A lake with dry islands at rest' },
    source: 'closed form',
    inputs: { cells: '48 × 36', time: '600 s' },
    cost: 'instant',
    checks: [
      error('最大流速，局部惯性', 'greatest speed, local-inertial', 'm/s', 1e-10, () => lakeAtRest('inertial').speedMps),
      error('水位变化，局部惯性', 'change of level, local-inertial', 'm', 1e-10, () => lakeAtRest('inertial').changeM),
      error('最大流速，HLL', 'greatest speed, HLL', 'm/s', 1e-10, () => lakeAtRest('hll').speedMps),
      error('水位变化，HLL', 'change of level, HLL', 'm', 1e-10, () => lakeAtRest('hll').changeM),
    ],
  },
  {
    id: 'F2',
    subject: { zh: '水量平衡：坡上来水与降雨', en: 'Balance of volume: inflow and rain on a hillside' },
    source: 'closed form',
    inputs: { inflow: '4 m³/s', rain: '50 mm/h', time: '1800 s' },
    cost: 'instant',
    checks: [
      error('误差，双精度', 'error, double precision', '1', 1e-6, () => massError('double')),
      error('误差，单精度', 'error, single precision', '1', 1e-4, () => massError('single')),
    ],
  },
  {
    id: 'F3',
    subject: { zh: '平床行进波，n 0.03，u 1 m/s', en: 'Moving wave on a flat bed, n 0.03, u 1 m/s' },
    source: hunter,
    inputs: { n: 0.03, 'u (m/s)': 1, 't (s)': 3600, 'dx (m)': '50, 100' },
    cost: 'instant',
    checks: [
      ...depthsOf({ roughness: 0.03, speedMps: 1 }, [
        [0, 2.37963],
        [500, 2.23191],
        [1000, 2.06985],
        [1500, 1.88881],
        [2000, 1.68102],
        [3000, 1.10412],
      ]),
      error('RMSE，dx 50 m', 'RMSE, dx 50 m', 'm', 0.025, () => runMovingWave({ roughness: 0.03, speedMps: 1, cellM: 50 }).rmseM),
      error('RMSE，dx 100 m', 'RMSE, dx 100 m', 'm', 0.06, () => runMovingWave({ roughness: 0.03, speedMps: 1, cellM: 100 }).rmseM),
      error(
        '锋面位置，dx 50 m',
        'place of the front, dx 50 m',
        'm',
        50,
        () => runMovingWave({ roughness: 0.03, speedMps: 1, cellM: 50 }).frontErrorM,
      ),
    ],
  },
  {
    id: 'F4',
    subject: { zh: '平床行进波，n 0.01，u 0.635 m/s', en: 'Moving wave on a flat bed, n 0.01, u 0.635 m/s' },
    source: hunter,
    inputs: { n: 0.01, 'u (m/s)': 0.635, 't (s)': 3600, 'dx (m)': 50 },
    cost: 'instant',
    checks: [
      ...depthsOf({ roughness: 0.01, speedMps: 0.635 }, [
        [0, 0.51757],
        [500, 0.46562],
        [1000, 0.40448],
        [1500, 0.32754],
        [2000, 0.21237],
      ]),
      error('RMSE', 'RMSE', 'm', 0.01, () => runMovingWave({ roughness: 0.01, speedMps: 0.635, cellM: 50 }).rmseM),
    ],
  },
  {
    id: 'F5',
    subject: { zh: 'MacDonald 长渠，无雨', en: 'MacDonald’s long channel without rain' },
    source: 'MacDonald et al. 1997; Delestre et al. 2013 (SWASHES); bound of Itzi, MAE < 0.03 m at 5 m',
    inputs: { 'L (m)': 1000, 'q (m²/s)': 2, n: 0.033, 'dx (m)': '5, 10, 20' },
    cost: 'instant',
    checks: [
      {
        quantity: { zh: '渠中点解析水深', en: 'exact depth half way' },
        unit: 'm',
        expected: 1.5 * (4 / 9.81) ** (1 / 3),
        tolerance: { absolute: 1e-9 },
        computed: () => macDonaldDepth(500),
      },
      error('平均绝对误差，dx 5 m', 'mean absolute error, dx 5 m', 'm', 0.03, () => runMacDonald(5)),
      error('平均绝对误差，dx 10 m', 'mean absolute error, dx 10 m', 'm', 0.03, () => runMacDonald(10)),
      error('平均绝对误差，dx 20 m', 'mean absolute error, dx 20 m', 'm', 0.03, () => runMacDonald(20)),
    ],
  },
  {
    id: 'F6',
    subject: { zh: 'Stoker 溃坝，10 m 对 1 m', en: 'Stoker’s dam break, 10 m on 1 m' },
    source: 'Stoker 1957; bounds of ANUGA’s validation tests (relative L1 < 1 % wet, < 10 % dry)',
    inputs: { 'up (m)': 10, 'down (m)': 1, 't (s)': 25, 'dx (m)': 1 },
    cost: 'instant',
    note: {
      zh: '局部惯性算法在此误差约 15 %，所以溃口一律拒用它。',
      en: 'The local-inertial scheme is about 15 % wrong here, which is why it is refused for breaches.',
    },
    checks: [
      {
        quantity: { zh: '中间水深', en: 'depth between' },
        unit: 'm',
        expected: 3.961748,
        tolerance: { absolute: 1e-6 },
        computed: () => damBreak(10, 1).middleM,
      },
      {
        quantity: { zh: '中间流速', en: 'speed between' },
        unit: 'm/s',
        expected: 7.340769,
        tolerance: { absolute: 1e-6 },
        computed: () => damBreak(10, 1).middleMps,
      },
      {
        quantity: { zh: '激波速度', en: 'speed of the shock' },
        unit: 'm/s',
        expected: 9.819295,
        tolerance: { absolute: 1e-5 },
        computed: () => damBreak(10, 1).shockMps,
      },
      error('HLL 相对 L1 误差，下游有水', 'HLL, relative L1 error on a wet bed', '1', 0.01, () => damBreakError('hll', 1)),
      error('HLL 相对 L1 误差，下游干', 'HLL, relative L1 error on a dry bed', '1', 0.1, () => damBreakError('hll', 0)),
      {
        quantity: { zh: '局部惯性相对 L1 误差（不合格，故拒用）', en: 'local-inertial, relative L1 error (not acceptable, hence refused)' },
        unit: '1',
        expected: 0.15,
        tolerance: { absolute: 0.03 },
        computed: () => damBreakError('inertial', 1),
      },
    ],
  },
  {
    id: 'F7',
    subject: { zh: '平地上的水柱向八方相同', en: 'A column of water spreads alike in eight directions' },
    source: 'closed form',
    inputs: { cells: '61 × 61' },
    cost: 'instant',
    checks: [
      error('最大差，局部惯性', 'greatest difference, local-inertial', 'm', 1e-9, () => radialAsymmetry('inertial')),
      error('最大差，HLL', 'greatest difference, HLL', 'm', 1e-9, () => radialAsymmetry('hll')),
    ],
  },
  {
    id: 'F8',
    subject: { zh: '陡坡急流被认出', en: 'Fast flow on a steep slope is recognised' },
    source: 'closed form: uniform flow, Fr = √S·h^(1/6)/(n·√g) = 1.9',
    inputs: { slope: 0.02, n: 0.02, 'q (m²/s)': 1, cells: 100 },
    cost: 'instant',
    checks: [
      error(
        '未认出的急流格占湿格',
        'fast cells that were missed, share of wet cells',
        '1',
        0.05,
        () => 1 - fastShareOnSlope(0.02, 0.02, 1),
      ),
    ],
  },
];
