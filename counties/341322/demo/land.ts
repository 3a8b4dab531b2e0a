import type { LonLat } from '#geo/position.ts';
import { seededRandom } from '#geo/random.ts';
import type { CountyPack } from '../../county.ts';
import { buildBridges, type Stretch } from './bridges.ts';
import { toPlane, type Place } from './plane.ts';
import { drawRivers, type River } from './rivers.ts';
import { addRoads, drawLongRoads, linkCost } from './roads.ts';
import { shapeLandscape, type Landscape } from './terrain.ts';
import { drawTownships, type Townships } from './townships.ts';
import { settleVillages, type Village } from './villages.ts';

/** The invented land: everything that lies there before people, firms and devices are put on it. */
export interface Land {
  outline: Place[];
  townships: Townships;
  rivers: River[];
  landscape: Landscape;
  villages: Village[];
  roads: Stretch[];
}

/** Each part has its own stream of random numbers, so a change in one leaves the others as they were. */
export function makeLand(county: Pick<CountyPack, 'outline' | 'divisions'>, seed: number): Land {
  const part = (number: number) => seededRandom(Math.imul(seed + 1, 0x9e3779b1) + number);
  const rings = county.outline.type === 'Polygon' ? county.outline.coordinates : county.outline.coordinates[0]!;
  const outline = (rings[0] as LonLat[]).map(toPlane);
  const townships = drawTownships(outline, county.divisions, part(1));
  const rivers = drawRivers(outline, part(2));
  const landscape = shapeLandscape(seed, rivers);
  const plan = drawLongRoads(outline, townships.all);
  const rules = { cost: linkCost(landscape, rivers), barriers: [outline] };
  const seats = townships.all.map(({ seat }) => seat);
  addRoads(plan, 'county', seats, {
    ...rules,
    random: part(3),
    reach: 14_000,
    detour: 1.45,
    name: numbered('演示县道', 'Demo County Road X', 801),
  });
  const villages = settleVillages(outline, townships, { rivers, landscape, plan }, part(4));
  const places = villages.map(({ place }) => place);
  addRoads(plan, 'township', places, {
    ...rules,
    random: part(5),
    reach: 6000,
    detour: 2.1,
    name: numbered('演示乡道', 'Demo Township Road Y', 501),
  });
  return { outline, townships, rivers, landscape, villages, roads: buildBridges(plan.roads, rivers) };
}

const numbered = (zh: string, en: string, start: number) => (number: number) => ({
  zh: `${zh}${start + number - 1}线`,
  en: `${en}${start + number - 1}`,
});
