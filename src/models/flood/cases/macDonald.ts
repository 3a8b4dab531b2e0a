import { gravity } from '../inertial/kernel.ts';
import { noForcing } from '../inertial/forcing.ts';
import { inertialFlood } from '../inertial/inertialFlood.ts';
import { placeOf } from '../layout.ts';

// A steady flow whose depth is prescribed and whose bed follows from it (MacDonald et al. 1997; long channel without rain of
// SWASHES, Delestre et al. 2013).

const lengthM = 1000;
const dischargeM2ps = 2;
const roughness = 0.033;

const deep = (4 / gravity) ** (1 / 3);

/** Exact depth, m. */
export function macDonaldDepth(xM: number): number {
  return deep * (1 + 0.5 * Math.exp(-16 * (xM / lengthM - 0.5) ** 2));
}

function slope(xM: number): number {
  const s = xM / lengthM - 0.5;
  const h = macDonaldDepth(xM);
  const dh = (deep * 0.5 * Math.exp(-16 * s * s) * -32 * s) / lengthM;
  return (dischargeM2ps ** 2 / (gravity * h ** 3) - 1) * dh - (roughness ** 2 * dischargeM2ps ** 2) / h ** (10 / 3);
}

/** Bed, m, at cell centres: the slope integrated from the outlet in decimetres. */
function bed(cells: number): Float64Array {
  const z = new Float64Array(cells);
  const fine = 0.1;
  const cellM = lengthM / cells;
  let level = 0;
  let x = lengthM;
  for (let cell = cells - 1; cell >= 0; cell -= 1) {
    const centre = (cell + 0.5) * cellM;
    while (x > centre + 1e-9) {
      const step = Math.min(fine, x - centre);
      level -= slope(x - step / 2) * step;
      x -= step;
    }
    z[cell] = level;
  }
  return z;
}

/** Mean absolute error of depth, m, of the steady state. */
export function runMacDonald(cellM: number): number {
  const columns = lengthM / cellM;
  const ground = bed(columns);
  const depth = Float64Array.from(ground, (_, column) => macDonaldDepth((column + 0.5) * cellM));
  const flood = inertialFlood(
    { columns, rows: 1, ground, depth, roughness },
    {
      dx: cellM,
      dy: cellM,
      theta: 1,
      dryM: 1e-3,
      courant: 0.7,
      precision: 'double',
      forcing: (layout) => ({
        ...noForcing,
        inflows: [{ place: placeOf(layout, 0, 0), flow: () => dischargeM2ps * cellM }],
        heldLevels: [
          { place: placeOf(layout, columns - 1, 0), levelM: (ground[columns - 1] as number) + macDonaldDepth(lengthM - cellM / 2) },
        ],
      }),
    },
  );
  flood.run.advance(3000);
  let sum = 0;
  for (let column = 0; column < columns; column += 1)
    sum += Math.abs((flood.fields.h[placeOf(flood.layout, column, 0)] as number) - macDonaldDepth((column + 0.5) * cellM));
  return sum / columns;
}
