import { seededRandom } from '#geo/random.ts';
import type { CountyPack } from '../../county.ts';
import type { DemoStory } from '../../demo.ts';
import { makeIds } from './ids.ts';
import { makeLand } from './land.ts';
import { makeAreas, makeLayers } from './layers.ts';
import { makePastIncidents, makePastWarnings } from './pastCases.ts';
import { makeDutyShifts, makeRecipients } from './people.ts';
import { makeEnterprises, makeSchools, makeShelters } from './sites.ts';
import { makeNetwork } from './stations.ts';
import { sampleTerrain } from './terrain.ts';

/**
 * Invents the demo story of the county. Pure: the same seed and instant give the same story; ids depend on the seed only.
 * Whatever is invented carries 演示 in its name.
 * @param nowMs epoch milliseconds at which history ends and around which the duty roster lies
 */
export function makeDemo(county: Omit<CountyPack, 'makeDemo'>, seed: number, nowMs: number): DemoStory {
  const { code, bbox } = county;
  const outline: GeoJSON.Polygon =
    county.outline.type === 'Polygon' ? county.outline : { type: 'Polygon', coordinates: county.outline.coordinates[0]! };
  const land = makeLand(county, seed);
  const terrain = sampleTerrain(land.landscape, bbox);
  const nextId = makeIds(seed);
  const random = seededRandom(seed + 77);
  const maker = { land, random, nextId };
  const enterprises = makeEnterprises(maker);
  const schools = makeSchools(maker);
  const shelters = makeShelters(maker);
  const { observations, ...network } = makeNetwork(land, { enterprises, schools }, random, nextId, nowMs);
  return {
    seed,
    nowMs,
    areas: makeAreas(land),
    layers: makeLayers(land, terrain, outline),
    terrain,
    registers: {
      ...network,
      enterprises: enterprises.map(({ record }) => record),
      schools: schools.map(({ record }) => record),
      shelters: shelters.map(({ record }) => record),
      dutyShifts: makeDutyShifts(nowMs, code, nextId),
      warningRecipients: makeRecipients(code, nextId),
    },
    observations,
    incidents: makePastIncidents(land, enterprises, nowMs, nextId),
    warnings: makePastWarnings(land, code, nowMs, nextId),
  };
}
