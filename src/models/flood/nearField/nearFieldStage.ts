import type { Label } from '../../field.ts';
import type { Progress } from '../../model.ts';
import { gravity } from '../inertial/kernel.ts';
import { wetM } from '../peaks.ts';
import type { Scenario } from '../scenario.ts';
import { type Breach, type BreachFlow, breachFlow } from './breach.ts';
import { hllRun } from './hllRun.ts';

// The full shallow-water equations over a window of the raster: round a breach, or all of it where the scheme was asked for.

export interface Window {
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
}

export interface NearFieldResult {
  readonly window: Window;
  /** Row order of the window. */
  readonly depth: Float64Array;
  readonly maxDepth: Float64Array;
  readonly maxSpeed: Float64Array;
  readonly hazard: Float64Array;
  readonly arrivalS: Float64Array;
  readonly pouredM3: number;
  readonly initialM3: number;
  readonly lostM3: number;
  readonly leftM3: number;
  readonly storedM3: number;
  readonly fastShare: number;
  readonly fastCells: number;
  readonly steps: number;
  readonly breach: BreachFlow | null;
  /** Flow through the breach, m³/s, by slices of `sliceS`. */
  readonly hydrograph: readonly number[];
  readonly sliceS: number;
}

const looks = 240;

/** Window round the breach, cut at the raster's edges; the whole raster without a breach. */
export function windowOf({ columns, rows, breachCell, input, where }: Scenario): Window {
  if (breachCell === null || input.breach === null) return { column: 0, row: 0, columns, rows };
  const [x, y] = [Math.ceil(input.breach.nearFieldM / where.dxM), Math.ceil(input.breach.nearFieldM / where.dyM)];
  const [column, row] = [Math.max(0, breachCell.column - x), Math.max(0, breachCell.row - y)];
  return {
    column,
    row,
    columns: Math.min(columns, breachCell.column + x + 1) - column,
    rows: Math.min(rows, breachCell.row + y + 1) - row,
  };
}

/** The breach of a scenario in the words of `breach.ts`. */
export function breachOf({ input }: Scenario): Breach | null {
  if (input.breach === null) return null;
  const { volumeM3, bottomM, levelM, failure, keepsLevel } = input.breach;
  return { volumeM3, bottomM, levelM, isOvertopped: failure === 'overtopping', keepsLevel };
}

/** Runs the window to the end. Water that reaches an edge of the window that is not a closed edge of the raster leaves it. */
export function* nearFieldStage(
  scenario: Scenario,
  window: Window,
  stage: Label,
  from: number,
  to: number,
): Generator<Progress, NearFieldResult, void> {
  const { input, where, ground, columns, breachCell, lossMps, rain } = scenario;
  const cut = (values: ArrayLike<number>) =>
    Float64Array.from(
      { length: window.columns * window.rows },
      (_, at) => values[(window.row + Math.floor(at / window.columns)) * columns + window.column + (at % window.columns)] as number,
    );
  const bed = cut(ground);
  const roughness = input.roughnessGrid ? cut(input.roughnessGrid.values) : input.roughness;
  const run = hllRun({ columns: window.columns, rows: window.rows, dx: where.dxM, dy: where.dyM, ground: bed, roughness, courant: 0.45 });
  if (input.initialDepth) run.h.set(cut(input.initialDepth.values).map((each, cell) => (Number.isNaN(bed[cell]) ? 0 : each)));
  const cellM2 = where.dxM * where.dyM;
  const volume = () => run.h.reduce((sum, each) => sum + each, 0) * cellM2;
  const initialM3 = volume();
  const cellOf = (place: { column: number; row: number }) => (place.row - window.row) * window.columns + place.column - window.column;
  const isInside = (place: { column: number; row: number }) =>
    place.column >= window.column &&
    place.column < window.column + window.columns &&
    place.row >= window.row &&
    place.row < window.row + window.rows;
  const inflows = scenario.inflows.filter(isInside).map((each) => ({ cell: cellOf(each), flow: each.flow }));
  const breach = breachOf(scenario);
  const flow = breach && breachFlow(breach);
  const doors = breachCell ? breachCells(cellOf(breachCell), window, bed) : [];
  const shares = input.rainShare ? cut(input.rainShare.values) : null;
  const losses = input.lossShare ? cut(input.lossShare.values) : null;
  const exits = openEdges(window, scenario);
  const count = window.columns * window.rows;
  const [maxDepth, maxSpeed, hazard] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const arrivalS = new Float64Array(count).fill(Number.NaN);
  let [rained, lost, left] = [0, 0, 0];
  const hydrograph: number[] = [];
  let worst = { fastShare: 0, fastCells: 0 };
  const slices = Math.max(looks, Math.ceil(input.durationS / 30));
  for (let slice = 1; slice <= slices; slice += 1) {
    const [startS, endS] = [(input.durationS * (slice - 1)) / slices, (input.durationS * slice) / slices];
    // The flow of a slice is decided by the water behind the breach at its beginning, so that volumes agree to the litre.
    const door = doors[0];
    const tail = door === undefined ? 0 : (run.h[door] as number) + (bed[door] as number);
    const through = flow ? flow.next(startS, endS, tail) : 0;
    hydrograph.push(through);
    run.advance(endS, (a, b) => [
      ...doors.map((cell) => ({ cell, flow: through / doors.length })),
      ...inflows.map((each) => ({ cell: each.cell, flow: each.flow(a, b) })),
    ]);
    const rainM = rain ? rain(startS, endS) * (endS - startS) : 0;
    const lossM = lossMps * (endS - startS);
    if (rainM > 0 || lossM > 0)
      for (let cell = 0; cell < count; cell += 1) {
        if (Number.isNaN(bed[cell])) continue;
        const fallen = rainM * (shares?.[cell] ?? 1);
        const depth = (run.h[cell] as number) + fallen;
        const gone = Math.min(depth, lossM * (losses?.[cell] ?? 1));
        run.h[cell] = depth - gone;
        rained += fallen * cellM2;
        lost += gone * cellM2;
      }
    for (const cell of exits) {
      left += (run.h[cell] as number) * cellM2;
      run.h[cell] = run.qx[cell] = run.qy[cell] = 0;
    }
    let [wet, fast] = [0, 0];
    for (let cell = 0; cell < count; cell += 1) {
      const depth = run.h[cell] as number;
      if (depth > (maxDepth[cell] as number)) maxDepth[cell] = depth;
      if (depth < wetM) continue;
      wet += 1;
      if (Number.isNaN(arrivalS[cell])) arrivalS[cell] = endS;
      const speed = Math.hypot(run.qx[cell] as number, run.qy[cell] as number) / depth;
      maxSpeed[cell] = Math.max(maxSpeed[cell] as number, speed);
      hazard[cell] = Math.max(hazard[cell] as number, depth * (speed + 0.5));
      if (speed * speed > gravity * depth) fast += 1;
    }
    if (fast > worst.fastCells) worst = { fastShare: fast / wet, fastCells: fast };
    if (slice % Math.ceil(slices / looks) === 0) yield { done: from + ((to - from) * slice) / slices, stage };
  }
  return {
    window,
    depth: run.h,
    maxDepth,
    maxSpeed,
    hazard,
    arrivalS,
    pouredM3: run.flowedInM3() + rained,
    initialM3,
    lostM3: lost,
    leftM3: left,
    storedM3: volume(),
    ...worst,
    steps: run.steps(),
    breach: flow,
    hydrograph,
    sliceS: input.durationS / slices,
  };
}

/** The breach's cell and its neighbours at about the same height, over which the inflow is spread. */
function breachCells(cell: number, { columns, rows }: Window, bed: ArrayLike<number>): number[] {
  const [column, row] = [cell % columns, Math.floor(cell / columns)];
  const around = [
    [0, 0],
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const;
  return around
    .filter(([x, y]) => column + x >= 0 && column + x < columns && row + y >= 0 && row + y < rows)
    .map(([x, y]) => cell + y * columns + x)
    .filter((each) => Math.abs((bed[each] as number) - (bed[cell] as number)) < 1);
}

/** Cells of the window's edge through which water may leave: all but closed edges of the raster itself. */
function openEdges(window: Window, { columns, rows, input }: Scenario): number[] {
  const mayLeave = (isRasterEdge: boolean) => !isRasterEdge || input.edges === 'open';
  const cells = new Set<number>();
  for (let column = 0; column < window.columns; column += 1) {
    if (mayLeave(window.row === 0)) cells.add(column);
    if (mayLeave(window.row + window.rows === rows)) cells.add((window.rows - 1) * window.columns + column);
  }
  for (let row = 0; row < window.rows; row += 1) {
    if (mayLeave(window.column === 0)) cells.add(row * window.columns);
    if (mayLeave(window.column + window.columns === columns)) cells.add(row * window.columns + window.columns - 1);
  }
  return [...cells];
}
