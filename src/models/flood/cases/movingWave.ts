import { placeOf } from '../layout.ts';
import { inertialFlood } from '../inertial/inertialFlood.ts';
import { noForcing } from '../inertial/forcing.ts';

// A wave that runs over a flat dry bed at constant speed: the test of Hunter et al. (2005) that Bates et al. (2010) use.

export interface MovingWave {
  readonly roughness: number;
  readonly speedMps: number;
  readonly cellM: number;
}

/** Exact depth, m: h = [−7/3·n²u²(x − ut)]^(3/7). */
export function movingWaveDepth({ roughness, speedMps }: Pick<MovingWave, 'roughness' | 'speedMps'>, xM: number, atS: number): number {
  const ahead = speedMps * atS - xM;
  return ahead <= 0 ? 0 : ((7 / 3) * roughness ** 2 * speedMps ** 2 * ahead) ** (3 / 7);
}

/** Runs the case for an hour; inflow as a flux, q = u·h(0, t). */
export function runMovingWave(wave: MovingWave): { rmseM: number; frontErrorM: number } {
  const { cellM, speedMps } = wave;
  const columns = Math.ceil(5000 / cellM);
  const rows = 2;
  const endS = 3600;
  const flood = inertialFlood(
    { columns, rows, ground: new Float64Array(columns * rows), roughness: wave.roughness },
    {
      dx: cellM,
      dy: cellM,
      theta: 1,
      dryM: 1e-3,
      courant: 0.7,
      precision: 'double',
      forcing: (layout) => ({
        ...noForcing,
        inflows: Array.from({ length: rows }, (_, row) => ({
          place: placeOf(layout, 0, row),
          flow: (fromS: number, toS: number) => speedMps * movingWaveDepth(wave, 0, (fromS + toS) / 2) * cellM,
        })),
      }),
    },
  );
  flood.run.advance(endS);
  let [squares, wet, front] = [0, 0, 0];
  for (let column = 0; column < columns; column += 1) {
    const xM = (column + 0.5) * cellM;
    const exact = movingWaveDepth(wave, xM, endS);
    const depth = flood.fields.h[placeOf(flood.layout, column, 0)] as number;
    if (depth > 0.01) front = xM + cellM / 2;
    if (exact === 0 && depth === 0) continue;
    squares += (depth - exact) ** 2;
    wet += 1;
  }
  return { rmseM: Math.sqrt(squares / wet), frontErrorM: Math.abs(front - speedMps * endS) };
}
