import type { Feature, Geometry, MultiPolygon, Polygon } from 'geojson';
import { isInside } from '#geo/inside.ts';
import type { Area, AreaLevel } from '#kernel/area/area.ts';
import type { Transaction } from './database.ts';

interface AreaRow {
  code: string;
  parent_code: string | null;
  level: string;
  name_zh: string;
  name_en: string;
  lon: number | null;
  lat: number | null;
  demo: boolean;
  geometry: Geometry | null;
  drawn_by_demo: boolean;
}

function toArea(row: AreaRow): Area {
  return {
    code: row.code,
    parentCode: row.parent_code,
    level: row.level as AreaLevel,
    name: { zh: row.name_zh, en: row.name_en },
    lon: row.lon,
    lat: row.lat,
    demo: row.demo,
  };
}

export async function allAreas(tx: Transaction): Promise<Area[]> {
  const found = await tx.query<AreaRow>(
    'select code, parent_code, level, name_zh, name_en, lon, lat, demo from area order by code collate "C"',
  );
  return found.rows.map(toArea);
}

/** Divisions with their outline; those without one are left out. */
export async function areaOutlines(tx: Transaction): Promise<{ area: Area; geometry: Polygon | MultiPolygon }[]> {
  const found = await tx.query<AreaRow>('select * from area where geometry is not null order by code collate "C"');
  // A real division whose outline the demo story invented is drawn as demo.
  return found.rows.map((row) => ({
    area: { ...toArea(row), demo: row.demo || row.drawn_by_demo },
    geometry: row.geometry as Polygon | MultiPolygon,
  }));
}

/** Inhabited divisions without inhabited parts: outline or centre, with their people. */
export async function inhabitedAreas(tx: Transaction): Promise<Feature[]> {
  const found = await tx.query<AreaRow & { population: number }>(
    `select * from area where population > 0 and (geometry is not null or lon is not null)
       and not exists (select 1 from area as part where part.parent_code = area.code and part.population > 0) order by code collate "C"`,
  );
  return found.rows.map((row) => ({
    type: 'Feature',
    id: row.code,
    geometry: row.geometry ?? { type: 'Point', coordinates: [row.lon ?? 0, row.lat ?? 0] },
    properties: { id: row.code, name: row.name_zh, nameEn: row.name_en, level: row.level, people: row.population, demo: row.demo },
  }));
}

export interface NewArea extends Area {
  geometry: Polygon | MultiPolygon | null;
  population?: number | null;
}

/** Inserts divisions or brings existing ones up to date (an outline is only replaced by another outline). */
export async function saveAreas(tx: Transaction, areas: readonly NewArea[]): Promise<void> {
  for (const area of areas) {
    await tx.query(
      `insert into area (code, parent_code, level, name_zh, name_en, lon, lat, geometry, population, demo) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, lon = coalesce(excluded.lon, area.lon), lat = coalesce(excluded.lat, area.lat),
         geometry = coalesce(excluded.geometry, area.geometry), population = coalesce(excluded.population, area.population)`,
      [
        area.code,
        area.parentCode,
        area.level,
        area.name.zh,
        area.name.en,
        area.lon,
        area.lat,
        area.geometry === null ? null : JSON.stringify(area.geometry),
        area.population ?? null,
        area.demo,
      ],
    );
  }
}

/** The smallest division whose outline holds a place, or null where no outline does. */
export async function areaOfPlace(tx: Transaction, place: [number, number]): Promise<string | null> {
  const outlines = await areaOutlines(tx);
  const inside = outlines.filter(({ geometry }) => isInside(place, geometry)).map(({ area }) => area.code);
  return inside.sort((a, b) => b.length - a.length)[0] ?? null;
}
