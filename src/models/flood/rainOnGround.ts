import { type Forcing, noForcing, type OverTime } from './inertial/forcing.ts';
import { edgePlaces } from './inertial/inertialFlood.ts';
import { type Layout, placeOf, spread } from './layout.ts';
import { gatherRunoff } from './quickLook/depressions.ts';
import { type Filled, priorityFlood } from './quickLook/priorityFlood.ts';
import type { Scenario } from './scenario.ts';

// Rain of a scenario as the solvers and the quick look take it.

/** Land that drains less than this is a slope, whose rain runs at once to the ditch or hollow below, m². */
export const slopeAreaM2 = 2e6;

/** Hollows shallower than this do not hold runoff back, m. */
const hollowM = 0.1;

/** Rain that runs off, m on each cell over a span: what exceeds infiltration and drains, interval by interval. */
export function runoffDepths(scenario: Scenario, fromS: number, toS: number): Float64Array {
  const { input, rain, lossMps, ground } = scenario;
  const depths = new Float64Array(ground.length);
  if (rain === null || input.rain === null) return depths;
  const stepS = input.rain.stepS;
  const rates: { mps: number; seconds: number }[] = [];
  const end = Math.min(toS, input.rain.intensityMmPerHour.length * stepS);
  for (let at = fromS; at < end; at += stepS) {
    const seconds = Math.min(stepS, end - at);
    const mps = rain(at, at + seconds);
    if (mps > 0) rates.push({ mps, seconds });
  }
  const runoff = (share: number, loss: number) =>
    rates.reduce((sum, { mps, seconds }) => sum + Math.max(0, mps * share - loss) * seconds, 0);
  const [shares, losses] = [input.rainShare?.values, input.lossShare?.values];
  if (!shares && !losses) return depths.fill(runoff(1, lossMps)).map((each, cell) => (Number.isNaN(ground[cell]) ? 0 : each));
  return depths.map((_, cell) => (Number.isNaN(ground[cell]) ? 0 : runoff(shares?.[cell] ?? 1, lossMps * (losses?.[cell] ?? 1))));
}

/** All rain of the scenario until an instant, m³. */
export function rainfallM3({ rain, ground, input, where }: Scenario, untilS: number): number {
  if (rain === null) return 0;
  let cells = 0;
  for (let cell = 0; cell < ground.length; cell += 1) if (!Number.isNaN(ground[cell])) cells += input.rainShare?.values[cell] ?? 1;
  return cells * where.dxM * where.dyM * rain(0, untilS) * untilS;
}

/** What drives the local-inertial solver. `filled` may be passed on from a quick look of the same cells. */
export function forcingOf(scenario: Scenario, layout: Layout, filled: Filled | null = null): Forcing {
  const { input, lossMps, ground } = scenario;
  const losses = input.lossShare ? Float32Array.from(input.lossShare.values, (each) => each * lossMps) : null;
  return {
    ...noForcing,
    ...rainOf(scenario, layout, filled),
    loss: losses ? placed(layout, losses) : lossMps,
    inflows: scenario.inflows.map(({ column, row, flow }) => ({ place: placeOf(layout, column, row), flow })),
    outlets: { places: input.edges === 'open' ? edgePlaces(layout, ground) : new Int32Array(), slope: noForcing.outlets.slope },
  };
}

function rainOf(scenario: Scenario, layout: Layout, filled: Filled | null): Pick<Forcing, 'rain' | 'rainShare'> {
  const { input, rain, lossMps, ground, columns, rows, where } = scenario;
  if (rain === null) return { rain: null, rainShare: null };
  const shares = input.rainShare?.values ?? null;
  if (input.runoff === 'inPlace') return { rain, rainShare: shares && placed(layout, shares) };
  const isUniform = shares === null && input.lossShare === null;
  // Where loss differs by cell, each cell's runoff keeps the shape of the rain: its mean share of the whole event counts.
  const total = rain(0, input.durationS) * input.durationS;
  const own = isUniform
    ? ground.map((z) => (Number.isNaN(z) ? 0 : 1))
    : runoffDepths(scenario, 0, input.durationS).map((each) => (total > 0 ? each / total : 0));
  const drained = filled ?? priorityFlood(columns, rows, ground, input.edges === 'open');
  const channelCells = Math.max(1, Math.round(slopeAreaM2 / (where.dxM * where.dyM)));
  const share = placed(layout, gatherRunoff(drained, ground, own, channelCells, hollowM));
  const excess: OverTime = (fromS, toS) => Math.max(0, rain(fromS, toS) - lossMps);
  return { rain: isUniform ? excess : rain, rainShare: share };
}

function placed(layout: Layout, values: ArrayLike<number>): Float32Array {
  const all = new Float32Array(layout.length);
  spread(layout, values, 0, all);
  return all;
}
