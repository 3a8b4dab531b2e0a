import { inertialFlood } from '../inertial/inertialFlood.ts';
import { placeOf } from '../layout.ts';
import { hllRun } from '../nearField/hllRun.ts';
import { damBreak, dryDamBreak } from '../nearField/stoker.ts';

// A dam of 10 m breaks: how far each scheme is from the exact solution after 25 s, as relative L1 error of depth.

const [upM, endS, halfM] = [10, 25, 500];

/** @param downM depth below the dam, m; 0 for a dry bed */
export function damBreakError(scheme: 'hll' | 'inertial', downM: number, cellM = 1): number {
  const columns = (2 * halfM) / cellM;
  const x = (column: number) => (column + 0.5) * cellM - halfM;
  const start = Float64Array.from({ length: columns }, (_, column) => (x(column) < 0 ? upM : downM));
  const depths = scheme === 'hll' ? runHll(start, cellM) : runInertial(start, cellM);
  const wet = downM > 0 ? damBreak(upM, downM) : null;
  let [error, total] = [0, 0];
  for (let column = 0; column < columns; column += 1) {
    const exact = wet ? wet.at(x(column), endS).depthM : dryDamBreak(upM, x(column), endS);
    error += Math.abs((depths[column] as number) - exact);
    total += exact;
  }
  return error / total;
}

function runHll(start: Float64Array, cellM: number): ArrayLike<number> {
  const columns = start.length;
  const run = hllRun({ columns, rows: 1, dx: cellM, dy: cellM, ground: new Float64Array(columns), roughness: 0, courant: 0.45 });
  run.h.set(start);
  run.advance(endS);
  return run.h;
}

function runInertial(start: Float64Array, cellM: number): ArrayLike<number> {
  const columns = start.length;
  const flood = inertialFlood(
    { columns, rows: 1, ground: new Float64Array(columns), depth: start, roughness: 1e-4 },
    { dx: cellM, dy: cellM, theta: 1, dryM: 1e-3, courant: 0.4, precision: 'double' },
  );
  flood.run.advance(endS);
  return Array.from({ length: columns }, (_, column) => flood.fields.h[placeOf(flood.layout, column, 0)] as number);
}
