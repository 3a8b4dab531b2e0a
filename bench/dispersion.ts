import type { LonLat } from '#geo/position.ts';
import { dispersion } from '#models/dispersion/dispersion.ts';
import { plumeAxis, type Weather } from '#models/dispersion/plume.ts';
import { type Frame, plumeRaster } from '#models/dispersion/raster.ts';
import { sigmaSets } from '#models/dispersion/sigma.ts';
import { runModel } from '#models/runModel.ts';
import { contourRings, groupRings } from '#models/shared/contour.ts';
import { downwindToLonLat, metresToLonLat } from '#models/shared/localPlane.ts';
import { gaussianHalfWidth, traceZone } from '#models/shared/zone.ts';
import { mostForeignCores, watchCpu } from './machine.ts';
import { quantiles } from './quantiles.ts';
import { record } from './record.ts';

// From a change of the wind to three polygons on the map: a plume sampled at a million points and outlined, the same zones
// traced in closed form (what the desk draws while the operator turns the wind), and whole answers of the model with bands,
// warnings and all levels. The wind is another one every round, so nothing can be kept from the round before. Processor time is
// given as well: it hardly changes when others use the machine.
// `node bench/dispersion.ts`

/** The plan's bar from change to polygons (nine rounds of ten), and the stretch (a frame of 60 a second), ms. */
const bar = 60;
const stretch = 16;
const rounds = 60;
const warmUp = 10;

const source: LonLat = [116.95, 34.18];
const frame: Frame = { columns: 1000, rows: 1000, cellM: 10, east: -5000, north: -5000 };
const levels = [1e-4, 1e-5, 2e-6];
const turning = [
  { fromS: 0, speedMps: 3, fromDeg: 270, stability: 'D' },
  { fromS: 900, speedMps: 3, fromDeg: 180, stability: 'D' },
];

const leak = { source, substance: 'chlorine', release: 'continuous', rateKgS: 1, windSpeedMps: 3, stability: 'D' };

measure('a million points, 3 polygons', (windFromDeg, weather) => {
  const samples = plumeRaster(1, 0, weather, windFromDeg, 1.5, frame);
  const toLonLat = metresToLonLat(source);
  return levels.map((level) =>
    groupRings(contourRings(samples, level)).map((rings) =>
      rings.map((ring) => ring.map(([x, y]) => toLonLat(frame.east + x * frame.cellM, frame.north + y * frame.cellM))),
    ),
  ).length;
});

measure('3 polygons in closed form', (windFromDeg, weather) => {
  const toLonLat = downwindToLonLat(source, windFromDeg);
  const halfWidth = gaussianHalfWidth((x) => weather.sigma.y(weather.stability, x));
  const cloud = { axis: (x: number) => plumeAxis(1, 0, weather, x, 1.5), halfWidth, upwindM: 0 };
  return levels.flatMap((level) => {
    const zone = traceZone(cloud, level, 1, 50_000);
    return zone ? [zone.ring.map(([x, y]) => toLonLat(x, y))] : [];
  }).length;
});

measure('whole answer, passive', (windFromDeg) => answered({ windFromDeg, behaviour: 'passive' }));
measure('whole answer, dense', (windFromDeg) => answered({ windFromDeg, behaviour: 'dense', sourceTemperatureK: 239 }));
measure('whole answer, wind changing', (windFromDeg) => answered({ windFromDeg, behaviour: 'passive', changingWind: turning }));

function answered(more: Readonly<Record<string, unknown>>): number {
  const answer = runModel(dispersion, { ...leak, ...more });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return (answer.outputs['zones'] as unknown[]).length;
}

/** @param draw what is drawn for a wind; returns how many zones there are */
function measure(what: string, draw: (windFromDeg: number, weather: Weather) => number): void {
  const took: number[] = [];
  const cpu: number[] = [];
  let zones = 0;
  const stopWatch = watchCpu({});
  for (let round = -warmUp; round < rounds; round += 1) {
    const weather: Weather = { speed: 3 + (round + warmUp) / 100, stability: 'D', sigma: sigmaSets.briggsRural, lidM: Infinity };
    const cpuBefore = process.cpuUsage();
    const before = performance.now();
    zones = draw((round * 37 + 360_000) % 360, weather);
    if (round < 0) continue;
    took.push(performance.now() - before);
    const { user, system } = process.cpuUsage(cpuBefore);
    cpu.push((user + system) / 1000);
  }
  const { foreignCores } = stopWatch();
  const ms = quantiles(took);
  record('dispersion', {
    what,
    zones,
    rounds,
    ms,
    cpuMs: quantiles(cpu),
    barMs: bar,
    isWithinBar: ms.p90! <= bar,
    isWithinStretch: ms.p90! <= stretch,
    foreignCores,
    rejected: foreignCores > mostForeignCores,
  });
}
