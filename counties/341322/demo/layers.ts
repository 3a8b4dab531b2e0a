import type { DemoArea, DemoLayer, DemoTerrain } from '../../demo.ts';
import { drawContours } from './contours.ts';
import type { Land } from './land.ts';
import { toDegrees } from './plane.ts';
import type { RoadClass } from './roads.ts';

// The land as map layers and divisions, in degrees.

type Feature = DemoLayer['features'][number];

/** Design speed in km/h and width of the carriageway in metres, invented but usual for the class. */
const roadStandards: Record<RoadClass, { speedKmh: number; widthM: number }> = {
  national: { speedKmh: 80, widthM: 18 },
  provincial: { speedKmh: 70, widthM: 12 },
  county: { speedKmh: 60, widthM: 8 },
  township: { speedKmh: 40, widthM: 5 },
};

export function makeLayers(land: Land, terrain: DemoTerrain, outline: GeoJSON.Polygon): DemoLayer[] {
  return [
    { id: 'rivers', label: { zh: '河流（演示）', en: 'Rivers (demo)' }, kind: 'line', features: riverFeatures(land) },
    { id: 'roads', label: { zh: '道路（演示）', en: 'Roads (demo)' }, kind: 'line', features: roadFeatures(land) },
    { id: 'contours', label: { zh: '等高线（演示）', en: 'Contours (demo)' }, kind: 'line', features: contourFeatures(terrain, outline) },
    { id: 'villages', label: { zh: '村庄（演示）', en: 'Villages (demo)' }, kind: 'point', features: villageFeatures(land) },
  ];
}

function feature(id: string, geometry: GeoJSON.Geometry, properties: Record<string, unknown>): Feature {
  return { type: 'Feature', id, geometry, properties: { ...properties, demo: true } };
}

function riverFeatures({ rivers }: Land): Feature[] {
  return rivers.map(({ name, widthM, line }, i) =>
    feature(`river-${i + 1}`, { type: 'LineString', coordinates: line.map(toDegrees) }, { name: name.zh, nameEn: name.en, widthM }),
  );
}

function roadFeatures({ roads }: Land): Feature[] {
  const bridges = new Map<string, number>();
  return roads.map(({ kind, name, line, river }, i) => {
    const names = { name: name.zh, nameEn: name.en };
    if (river) {
      const number = (bridges.get(river.name.zh) ?? 0) + 1;
      bridges.set(river.name.zh, number);
      Object.assign(names, { name: `${river.name.zh}${number}号桥`, nameEn: `${river.name.en} Bridge ${number}` });
    }
    const properties = { ...names, road: name.zh, class: kind, bridge: river !== null, ...roadStandards[kind] };
    return feature(`road-${i + 1}`, { type: 'LineString', coordinates: line.map(toDegrees) }, properties);
  });
}

const contourIntervalM = 20;

function contourFeatures(terrain: DemoTerrain, outline: GeoJSON.Polygon): Feature[] {
  return drawContours(terrain, contourIntervalM, outline).map(({ heightM, line }, i) =>
    feature(
      `contour-${i + 1}`,
      { type: 'LineString', coordinates: line },
      { name: `演示等高线 ${heightM} m`, nameEn: `Demo contour ${heightM} m`, heightM, index: heightM % 100 === 0 },
    ),
  );
}

function villageFeatures({ villages }: Land): Feature[] {
  return villages.map(({ code, name, place, population }) =>
    feature(`village-${code}`, { type: 'Point', coordinates: toDegrees(place) }, { name: name.zh, nameEn: name.en, code, population }),
  );
}

/** Townships with their invented boundary and seat, then villages. */
export function makeAreas({ townships, villages }: Land): DemoArea[] {
  const populations = new Map<string, number>();
  for (const { township, population } of villages) {
    const { code } = township.division;
    populations.set(code, (populations.get(code) ?? 0) + population);
  }
  return [
    ...townships.all.map(({ division, seat, ring }): DemoArea => {
      const [lon, lat] = toDegrees(seat);
      const geometry: GeoJSON.Polygon = { type: 'Polygon', coordinates: [ring.map(toDegrees)] };
      const { code, name } = division;
      return {
        code,
        parentCode: code.slice(0, 6),
        level: 'township',
        name,
        lon,
        lat,
        demo: true,
        geometry,
        population: populations.get(code) ?? 0,
      };
    }),
    ...villages.map(({ code, name, place, population }): DemoArea => {
      const [lon, lat] = toDegrees(place);
      return { code, parentCode: code.slice(0, 9), level: 'village', name, lon, lat, demo: true, geometry: null, population };
    }),
  ];
}
