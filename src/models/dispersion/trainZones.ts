import { contourRings, groupRings, type SampleRing, type Samples } from '#models/shared/contour.ts';
import { metresToLonLat, planeArea } from '#models/shared/localPlane.ts';
import { type Drawn, zoneRow } from './answer.ts';
import { loadOf } from './dose.ts';
import type { DispersionInput } from './fields.ts';
import type { Level } from './levels.ts';
import { type Exposure, followTrain, type Train } from './puffTrain.ts';
import type { Frame } from './raster.ts';
import { zoneOf } from './release.ts';
import type { Situation } from './situation.ts';
import { windSpeedAt } from './windProfile.ts';

// Zones under changing wind: for each level the cloud is followed on a grid that fits its reach, and the line of equal peak
// (for deaths: of peak and load) is drawn. A zone of a few dozen metres and one of ten kilometres cannot share a grid.

/** @param cells along one side @param steps of time; yields the share done, 0…1, and a picture of what is known so far */
export function* trainZones(
  input: DispersionInput,
  situation: Situation,
  cells: number,
  steps: number,
): Generator<{ done: number; drawn: Drawn }, Drawn, void> {
  const drawn: Drawn = { zones: [], features: [] };
  const { levels } = situation;
  for (const [at, level] of levels.entries()) {
    const plan = planOf(input, situation, level, cells, steps);
    const walk = followTrain(
      plan.train,
      plan.frame,
      plan.horizonS,
      plan.stepS,
      input.receptorHeightM,
      level.load?.n ?? null,
      1e-3 * level.concentration,
    );
    let step = walk.next();
    while (!step.done) {
      yield { done: (at + Math.min(1, step.value.atS / plan.horizonS)) / levels.length, drawn };
      step = walk.next();
    }
    draw(input, level, plan.frame, timesLevel(level, step.value), drawn);
  }
  return drawn;
}

function planOf(input: DispersionInput, situation: Situation, level: Level, cells: number, steps: number) {
  const { release, sky } = situation;
  const wind = input.changingWind!.map((period) => ({
    fromS: period.fromS,
    speed: windSpeedAt(period.speedMps, input.windMeasuredAtM, input.releaseHeightM, period.stability, input.terrain),
    fromDeg: period.fromDeg,
    stability: period.stability,
  }));
  const reaches = wind.map(({ speed, stability }) =>
    zoneOf(release, { ...sky, speed, stability }, false, input.receptorHeightM, level, input.reachM),
  );
  const reachM = Math.max(30, ...reaches.map((zone) => zone?.farM ?? 0));
  const slowest = Math.min(...wind.map(({ speed }) => speed));
  const lasting = input.changingWind!.at(-1)!.fromS + reachM / slowest;
  const seconds = release.seconds === Infinity ? Math.max(lasting, input.exposureMinutes * 60) : release.seconds;
  const horizonS = Math.min(86_400, reachM / slowest + seconds);
  const frame: Frame = { columns: cells, rows: cells, cellM: (2.2 * reachM) / (cells - 1), east: -1.1 * reachM, north: -1.1 * reachM };
  const train: Train = { ...release, seconds, releaseM: release.heightM, lidM: sky.lidM, sigma: sky.sigma, wind };
  return { train, frame, horizonS, stepS: horizonS / steps };
}

/**
 * How many times the level was reached. For deaths both the peak and the load must suffice: nobody stays longer than the level
 * is meant for, so a place where either falls short is outside, whenever its worst minutes were.
 */
function timesLevel({ concentration, load: wanted }: Level, { peak, load }: Exposure): Float64Array {
  const times = peak.map((value) => value / concentration);
  if (!wanted) return times;
  const whole = loadOf(concentration, wanted.n, wanted.minutes);
  return times.map((value, at) => Math.min(value, (load[at]! / whole) ** (1 / wanted.n)));
}

function draw(input: DispersionInput, level: Level, frame: Frame, times: Float64Array, drawn: Drawn): void {
  const toLonLat = metresToLonLat(input.source);
  const samples: Samples = { columns: frame.columns, rows: frame.rows, values: times };
  const polygons = groupRings(contourRings(samples, 1)).map((rings) => rings.map((ring) => toMetres(ring, frame)));
  const farM = Math.max(0, ...polygons.flat(2).map(([east, north]) => Math.hypot(east, north)));
  const areaM2 = polygons.flat().reduce((sum, ring) => sum + planeArea(ring), 0);
  drawn.zones.push({ ...zoneRow(level, null, 0, 0), farM, areaM2 });
  if (polygons.length === 0) return;
  drawn.features.push({
    type: 'Feature',
    geometry: {
      type: 'MultiPolygon',
      coordinates: polygons.map((rings) => rings.map((ring) => [...ring, ring[0]!].map(([east, north]) => toLonLat(east, north)))),
    },
    properties: { id: level.id, kind: 'zone', zh: level.label.zh, en: level.label.en, ppm: level.ppm },
  });
}

function toMetres(ring: SampleRing, frame: Frame): [number, number][] {
  return ring.map(([x, y]) => [frame.east + x * frame.cellM, frame.north + y * frame.cellM]);
}
