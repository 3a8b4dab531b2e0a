import type { Grid, ValuesOf } from '../field.ts';
import { type InputProblem, type Refused, refused } from '../model.ts';
import type { floodInputs } from './floodFields.ts';
import { type Georeference, georeferenceOf } from './georeference.ts';

// From checked inputs to what the solvers need, in SI units and cells; or what is wrong with them together.

export type FloodInput = ValuesOf<typeof floodInputs>;

export interface Scenario {
  readonly input: FloodInput;
  readonly columns: number;
  readonly rows: number;
  readonly where: Georeference;
  readonly ground: Grid['values'];
  readonly limitsM: readonly number[];
  /** Mean of the rain over a span, m/s; null without. */
  readonly rain: ((fromS: number, toS: number) => number) | null;
  readonly lossMps: number;
  readonly inflows: readonly { column: number; row: number; flow: (fromS: number, toS: number) => number }[];
  readonly breachCell: { column: number; row: number } | null;
}

export type Prepared = { ok: true; scenario: Scenario } | Refused;

const mostCells = 12_000_000;
const cellRange = { min: 0.5, max: 1000 };
/** Lower limits of the classes when none are given, m. */
const usualLimitsM = [0.15, 0.5, 1, 2, 3];

/** Checks what fields alone do not show: projection, sizes that must agree, places on the raster. */
export function prepare(input: FloodInput): Prepared {
  const { dem } = input;
  const where = georeferenceOf(dem);
  if (where === null)
    return refused(
      'dem.crs',
      'data',
      {
        zh: `不认识的坐标系 ${dem.crs}；应为 EPSG:4326、4490、CGCS2000 高斯-克吕格（4491–4554）或 UTM 北（32601–32660），请先转换`,
        en: `unknown coordinate system ${dem.crs}; EPSG:4326, 4490, CGCS2000 Gauss-Krüger (4491 to 4554) or UTM north (32601 to 32660) are known, convert it first`,
      },
      { value: dem.crs },
    );
  const problems: InputProblem[] = [
    ...cellProblems(dem, where),
    ...holeProblems(input),
    ...gridProblems(input),
    ...sourceProblems(input),
    ...placeProblems(input, where),
    ...breachProblems(input),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const cellOf = (place: [number, number]) => {
    const [x, y] = where.toCell(place);
    return { column: Math.floor(x), row: Math.floor(y) };
  };
  return {
    ok: true,
    scenario: {
      input,
      columns: dem.columns,
      rows: dem.rows,
      where,
      ground: dem.values,
      limitsM: input.classesM ? [...input.classesM].toSorted((a, b) => a - b) : usualLimitsM,
      rain: input.rain ? overTime(input.rain.intensityMmPerHour, input.rain.stepS, 1 / 3.6e6) : null,
      lossMps: (input.infiltrationMmPerHour + input.drainMmPerHour) / 3.6e6,
      inflows: (input.inflows ?? []).map((each) => ({ ...cellOf(each.at), flow: overTime(each.dischargeM3s, each.stepS, 1) })),
      breachCell: input.breach ? cellOf(input.breach.at) : null,
    },
  };
}

/** Mean of a stepwise series over a span; 0 after its end. */
export function overTime(values: readonly number[], stepS: number, factor: number): (fromS: number, toS: number) => number {
  return (fromS, toS) => {
    let sum = 0;
    for (let at = Math.max(0, Math.floor(fromS / stepS)); at < values.length && at * stepS < toS; at += 1)
      sum += (values[at] as number) * (Math.min(toS, (at + 1) * stepS) - Math.max(fromS, at * stepS));
    return toS > fromS ? (factor * sum) / (toS - fromS) : 0;
  };
}

const one = ({ problems }: Refused): InputProblem[] => [...problems];

function cellProblems(dem: Grid, { dxM, dyM }: Georeference): InputProblem[] {
  const problems: InputProblem[] = [];
  for (const [field, value] of [
    ['dem.cellX', dxM],
    ['dem.cellY', dyM],
  ] as const)
    if (!(value >= cellRange.min && value <= cellRange.max))
      problems.push(
        ...one(
          refused(
            field,
            value < cellRange.min ? 'min' : 'max',
            {
              zh: `格子边长 ${value.toPrecision(3)} m，应在 ${cellRange.min} 至 ${cellRange.max} m；是否把度当成了米？`,
              en: `cells are ${value.toPrecision(3)} m wide, ${cellRange.min} to ${cellRange.max} m are allowed; degrees taken for metres?`,
            },
            { value, unit: 'm', ...cellRange },
          ),
        ),
      );
  if (dem.columns * dem.rows > mostCells)
    problems.push(
      ...one(
        refused(
          'dem',
          'limit',
          { zh: `栅格超过 ${mostCells} 格，请裁剪或重采样`, en: `more than ${mostCells} cells: cut it or resample it` },
          { value: dem.columns * dem.rows, max: mostCells },
        ),
      ),
    );
  return problems;
}

function holeProblems({ dem, holes }: FloodInput): InputProblem[] {
  const first = dem.values.findIndex(Number.isNaN);
  if (first < 0) return [];
  let count = 0;
  for (const each of dem.values) if (Number.isNaN(each)) count += 1;
  if (count === dem.values.length)
    return one(refused('dem', 'data', { zh: '栅格里没有一格高程', en: 'not one cell of the raster has a ground level' }));
  if (holes !== 'refuse') return [];
  const [row, column] = [Math.floor(first / dem.columns), first % dem.columns];
  return one(
    refused(
      `dem.values[${first}]`,
      'data',
      {
        zh: `高程有 ${count} 格缺值，第一格在第 ${row} 行第 ${column} 列（从 0 数）；请补齐，或把 holes 设为 wall`,
        en: `${count} cells have no ground level, the first in row ${row}, column ${column} (from 0); fill them or set holes to wall`,
      },
      { unit: 'm' },
    ),
  );
}

function gridProblems(input: FloodInput): InputProblem[] {
  const names = ['rainShare', 'lossShare', 'roughnessGrid', 'initialDepth'] as const;
  return names.flatMap((name) => {
    const grid = input[name];
    const { dem } = input;
    if (grid === null) return [];
    const keys = ['columns', 'rows', 'west', 'north', 'cellX', 'cellY', 'crs'] as const;
    const other = keys.find((key) => grid[key] !== dem[key]);
    if (other === undefined) return [];
    return one(
      refused(
        `${name}.${other}`,
        'combination',
        { zh: `应与高程相同：${String(dem[other])}`, en: `must be as that of the ground: ${String(dem[other])}` },
        { value: grid[other] },
      ),
    );
  });
}

function sourceProblems({ rain, inflows, breach, initialDepth }: FloodInput): InputProblem[] {
  if (rain !== null || breach !== null || initialDepth !== null || (inflows !== null && inflows.length > 0)) return [];
  return one(
    refused('rain', 'required', {
      zh: '没有水从哪里来：给出降雨、入流、溃口或初始水深之一',
      en: 'no water comes from anywhere: give rain, an inflow, a breach or water at the beginning',
    }),
  );
}

function placeProblems(input: FloodInput, where: Georeference): InputProblem[] {
  const places: [string, [number, number]][] = (input.inflows ?? []).map((each, at) => [`inflows[${at}].at`, each.at]);
  if (input.breach) places.push(['breach.at', input.breach.at]);
  return places.flatMap(([field, place]) => {
    const [x, y] = where.toCell(place).map(Math.floor) as [number, number];
    const { columns, rows, values } = input.dem;
    if (!(x >= 0 && x < columns && y >= 0 && y < rows)) {
      const [west, north] = where.toLonLat(0, 0);
      const [east, south] = where.toLonLat(columns, rows);
      const box = [west, south, east, north].map((each) => each.toFixed(4)).join(', ');
      return one(
        refused(
          field,
          'data',
          {
            zh: `位置在栅格之外；栅格范围（西、南、东、北）${box}`,
            en: `outside the raster, which spans (west, south, east, north) ${box}`,
          },
          { value: place, unit: '°' },
        ),
      );
    }
    return Number.isNaN(values[y * columns + x])
      ? one(refused(field, 'data', { zh: '该处没有高程', en: 'there is no ground level at this place' }, { value: place, unit: '°' }))
      : [];
  });
}

function breachProblems({ breach, scheme }: FloodInput): InputProblem[] {
  if (breach === null) return [];
  if (breach.levelM <= breach.bottomM)
    return one(
      refused(
        'breach.levelM',
        'combination',
        { zh: `水位应高于溃口底 ${breach.bottomM} m`, en: `must be above the bottom of the breach, ${breach.bottomM} m` },
        { value: breach.levelM, unit: 'm', min: breach.bottomM },
      ),
    );
  if (scheme === 'inertial')
    return one(
      refused(
        'scheme',
        'combination',
        {
          zh: '溃口近区不能用局部惯性算法：对溃坝的相对误差约 15 %（案例 F6）；选 auto 或 hll',
          en: 'the near field of a breach cannot be computed with the local-inertial scheme: about 15 % wrong on a dam break (case F6); choose auto or hll',
        },
        { value: scheme },
      ),
    );
  return [];
}
