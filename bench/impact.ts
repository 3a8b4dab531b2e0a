import { circlePolygon } from '../src/geo/circle.ts';
import type { LonLat } from '../src/geo/position.ts';
import { seededRandom } from '../src/geo/random.ts';
import { type Exposed, findExposed, indexExposed, sumExposed } from '../src/models/impact/exposure.ts';
import { mostForeignCores, watchCpu } from './machine.ts';
import { quantiles } from './quantiles.ts';
import { record } from './record.ts';

// Who lies inside: zones of 200 corners over 250,000 points, list and sums included. The floor is one pass over all points
// with a box test. node bench/impact.ts [points = 250000]

const count = Number(process.argv[2] ?? 250_000);
const random = seededRandom(3);
const cpu = watchCpu({});
const kinds = ['house', 'school', 'shop', 'plant'] as const;
const things: Exposed[] = Array.from({ length: count }, (_, i) => ({
  id: String(i),
  kind: random.pick(kinds),
  geometry: { type: 'Point', coordinates: [random.between(116.7, 117.2), random.between(33.95, 34.4)] },
  counts: { people: random.whole(0, 6) },
}));
const begun = performance.now();
const index = indexExposed(things);
const buildMs = performance.now() - begun;
const rows = [1, 3, 5, 10].map((radiusKm) => {
  const places = Array.from({ length: 45 }, (): LonLat => [random.between(116.85, 117.05), random.between(34.1, 34.25)]);
  const taken: number[] = [];
  const floor: number[] = [];
  let [hits, boxed] = [0, 0];
  for (const place of places) {
    const rings = [0.5, 1].map((share) => ({ id: String(share), area: circlePolygon(place, radiusKm * 1_000 * share, 200) }));
    const start = performance.now();
    const found = findExposed(index, rings);
    sumExposed(found);
    taken.push(performance.now() - start);
    hits = found.length;
    const pass = performance.now();
    let inside = 0;
    for (let i = 0; i < index.pointLon.length; i += 1)
      inside += Number(Math.abs(index.pointLon[i]! - place[0]) < 0.05 && Math.abs(index.pointLat[i]! - place[1]) < 0.05);
    floor.push(performance.now() - pass);
    boxed += inside;
  }
  return { radiusKm, hits, boxed, queryMs: quantiles(taken.slice(5)), floorMs: quantiles(floor.slice(5)) };
});
const { foreignCores } = cpu();
record('impact', {
  what: 'impact',
  points: count,
  buildMs: Math.round(buildMs),
  rows,
  foreignCores,
  rejected: foreignCores > mostForeignCores,
  isWithinBar: rows.filter(({ radiusKm }) => radiusKm <= 5).every(({ queryMs }) => (queryMs.p50 ?? 99) <= 10),
});
