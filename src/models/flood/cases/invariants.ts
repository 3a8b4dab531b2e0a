import { edgePlaces, inertialFlood } from '../inertial/inertialFlood.ts';
import { noForcing, volumeOf } from '../inertial/forcing.ts';
import { gather, placeOf } from '../layout.ts';
import { notePeaks, peaksOf } from '../peaks.ts';
import { hllRun } from '../nearField/hllRun.ts';

// What any flood must satisfy, whatever the ground: rest stays rest, no water is made or lost, no direction is preferred.

type Scheme = 'inertial' | 'hll';
const inertialSettings = { dx: 10, dy: 10, theta: 1, dryM: 1e-3, courant: 0.7 } as const;

/** Greatest speed and change of depth of a lake with dry islands after ten minutes. */
export function lakeAtRest(scheme: Scheme): { speedMps: number; changeM: number } {
  const [columns, rows, levelM] = [48, 36, 40.2];
  const ground = Float64Array.from({ length: columns * rows }, (_, c) => 39.7 + Math.sin(c * 1.7) + Math.cos(c / 31));
  const before = ground.map((z) => Math.max(0, levelM - z));
  let after: Float64Array = before;
  let flow: Float64Array = before;
  if (scheme === 'hll') {
    const run = hllRun({ columns, rows, dx: 10, dy: 10, ground, roughness: 0.03, courant: 0.45 });
    run.h.set(before);
    run.advance(600);
    after = run.h;
    flow = run.qx.map((each, c) => Math.hypot(each, run.qy[c] as number));
  } else {
    const { run, layout, fields } = inertialFlood(
      { columns, rows, ground, depth: before, roughness: 0.03 },
      { ...inertialSettings, precision: 'double' },
    );
    run.advance(600);
    after = gather(layout, fields.h);
    const [x, y] = [gather(layout, fields.qx[0]), gather(layout, fields.qy[0])];
    flow = x.map((each, c) => Math.hypot(each, y[c] as number));
  }
  let [speedMps, changeM] = [0, 0];
  for (let c = 0; c < after.length; c += 1) {
    changeM = Math.max(changeM, Math.abs((after[c] as number) - (before[c] as number)));
    if ((after[c] as number) > 1e-3) speedMps = Math.max(speedMps, (flow[c] as number) / (after[c] as number));
  }
  return { speedMps, changeM };
}

/** Volume that is missing or too much after half an hour of rain, seepage and inflow on hills, as a share of what came. */
export function massError(precision: 'double' | 'single'): number {
  const [columns, rows] = [64, 48];
  const ground = Float64Array.from(
    { length: columns * rows },
    (_, c) => 20 + Math.sin((c % columns) / 5) + 1.3 * Math.cos(Math.floor(c / columns) / 7),
  );
  const flood = inertialFlood(
    { columns, rows, ground, roughness: 0.04 },
    {
      ...inertialSettings,
      precision,
      forcing: (layout) => ({
        ...noForcing,
        rain: () => 50 / 3.6e6,
        loss: 8 / 3.6e6,
        inflows: [{ place: placeOf(layout, 20, 20), flow: () => 4 }],
        outlets: { places: edgePlaces(layout, ground), slope: 0.001 },
      }),
    },
  );
  flood.run.advance(1800);
  const { rained, flowedIn, lost, flowedOut } = flood.run.ledger;
  return Math.abs(rained + flowedIn - lost - flowedOut - volumeOf(flood.fields, inertialSettings)) / (rained + flowedIn);
}

/** Greatest difference, m, between the eight directions in which a column of water falls on a plain. */
export function radialAsymmetry(scheme: Scheme): number {
  const size = 61;
  const middle = 30;
  const depth = new Float64Array(size * size);
  for (const [x, y, h] of [
    [0, 0, 4],
    [1, 0, 2],
    [-1, 0, 2],
    [0, 1, 2],
    [0, -1, 2],
  ] as const)
    depth[(middle + y) * size + middle + x] = h;
  const after = scheme === 'hll' ? fallHll(depth, size) : fallInertial(depth, size);
  const at = (x: number, y: number) => after[(middle + y) * size + middle + x] as number;
  let worst = 0;
  for (let x = 0; x <= middle; x += 1)
    for (let y = 0; y <= x; y += 1)
      for (const each of [at(-x, y), at(x, -y), at(-x, -y), at(y, x), at(-y, x), at(y, -x), at(-y, -x)])
        worst = Math.max(worst, Math.abs(each - at(x, y)));
  return worst;
}

function fallHll(depth: Float64Array, size: number): Float64Array {
  const run = hllRun({ columns: size, rows: size, dx: 10, dy: 10, ground: new Float64Array(size * size), roughness: 0.03, courant: 0.45 });
  run.h.set(depth);
  run.advance(120);
  return run.h;
}

function fallInertial(depth: Float64Array, size: number): Float64Array {
  const flood = inertialFlood(
    { columns: size, rows: size, ground: new Float64Array(size * size), depth, roughness: 0.03 },
    { ...inertialSettings, precision: 'double' },
  );
  flood.run.advance(600);
  return gather(flood.layout, flood.fields.h);
}

/** Share of wet cells that are found fast in a steady flow of `dischargeM2ps` down a plane. */
export function fastShareOnSlope(slope: number, roughness: number, dischargeM2ps: number): number {
  const columns = 100;
  const ground = Float64Array.from({ length: columns }, (_, column) => 100 - slope * column * 10);
  const end = columns - 1;
  const uniformM = ((roughness * dischargeM2ps) / Math.sqrt(slope)) ** 0.6;
  const { run, fields, tiles, layout } = inertialFlood(
    { columns, rows: 1, ground, depth: new Float64Array(columns).fill(uniformM), roughness },
    {
      ...inertialSettings,
      precision: 'double',
      forcing: (places) => ({
        ...noForcing,
        inflows: [{ place: placeOf(places, 0, 0), flow: () => dischargeM2ps * 10 }],
        heldLevels: [{ place: placeOf(places, end, 0), levelM: (ground[end] as number) + uniformM }],
      }),
    },
  );
  run.advance(900);
  const { wetCells, fastCells } = notePeaks(peaksOf(layout), fields, tiles, { fromRow: 0, toRow: layout.tileRows }, run.flows(), 900);
  return fastCells / wetCells;
}
