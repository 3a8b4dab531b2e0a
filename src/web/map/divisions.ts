import { bboxOf } from '#geo/bounds.ts';
import { representativePoint } from '#geo/centre.ts';
import { circlePolygon } from '#geo/circle.ts';
import { destination, distanceM } from '#geo/distance.ts';
import { isInside } from '#geo/inside.ts';
import type { AreaGeometry } from '#geo/position.ts';
import { levelOf, type Area, type AreaLevel } from '#kernel/area/area.ts';
import type { Text } from '#kernel/language/text.ts';
import type { LonLat, MapWarning, PointFeature } from './drawn.ts';

// The divisions as the map needs them, read from areas.geojson: outlines by code where there are any, a place for the name,
// and the township a place lies in.

export interface Division {
  code: string;
  level: AreaLevel;
  name: Text;
  demo: boolean;
  /** Null where nobody has the outline. */
  outline: AreaGeometry | null;
  /** Where its name stands. */
  place: LonLat;
}

/**
 * Joins the outlines (areas.geojson) with the list of divisions. Divisions with neither outline nor place are left out, and
 * so are villages without outline: they are a base layer.
 */
export function readDivisions(outlines: GeoJSON.FeatureCollection | undefined, areas: readonly Area[] | undefined): Division[] {
  const named = new Map((areas ?? []).map((area) => [area.code, area]));
  const outlined = (outlines?.features ?? []).flatMap(({ geometry, properties }): Division[] => {
    const code: unknown = properties?.['code'];
    if (typeof code !== 'string' || (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon')) return [];
    const area = named.get(code);
    const zh = String(properties?.['name'] ?? code);
    return [
      {
        code,
        level: levelOf(code) ?? 'village',
        name: area?.name ?? { zh, en: String(properties?.['nameEn'] ?? zh) },
        demo: properties?.['demo'] === true,
        outline: geometry,
        place: area && area.lon !== null && area.lat !== null ? [area.lon, area.lat] : representativePoint(geometry),
      },
    ];
  });
  const known = new Set(outlined.map((division) => division.code));
  const placed = (areas ?? []).flatMap(({ code, level, name, demo, lon, lat }): Division[] =>
    known.has(code) || level === 'village' || lon === null || lat === null
      ? []
      : [{ code, level, name, demo, outline: null, place: [lon, lat] }],
  );
  return [...outlined, ...placed];
}

export function outlineFeatures(divisions: readonly Division[]): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: divisions.flatMap((division): GeoJSON.Feature[] =>
      division.outline
        ? [{ type: 'Feature', geometry: division.outline, properties: { code: division.code, level: division.level, demo: division.demo } }]
        : [],
    ),
  };
}

/** Names of the townships; points of their own, because a polygon's label repeats on every tile. */
export function nameFeatures(divisions: readonly Division[], textOf: (text: Text) => string): PointFeature[] {
  return divisions
    .filter((division) => division.level === 'township')
    .map((division) => ({
      type: 'Feature',
      id: division.code,
      geometry: { type: 'Point', coordinates: division.place },
      properties: { id: division.code, name: textOf(division.name) },
    }));
}

export interface FoundTownship {
  division: Division;
  /** False when the place lies in no outline and this is only the nearest name. */
  inside: boolean;
}

/** The township a place lies in; without outlines, the one whose name stands nearest; null without townships. */
export function townshipAt(place: LonLat, divisions: readonly Division[]): FoundTownship | null {
  const townships = divisions.filter((division) => division.level === 'township');
  const holder = townships.find((division) => division.outline && isInside(place, division.outline));
  if (holder) return { division: holder, inside: true };
  let nearest: Division | null = null;
  for (const division of townships) {
    if (!nearest || distanceM(place, division.place) < distanceM(place, nearest.place)) nearest = division;
  }
  return nearest ? { division: nearest, inside: false } : null;
}

/** True when the place lies in the county, or when the county has no outline to tell. */
export function isInCounty(place: LonLat, divisions: readonly Division[]): boolean {
  const counties = divisions.filter((division) => division.level === 'county' && division.outline);
  return counties.length === 0 || counties.some((county) => county.outline && isInside(place, county.outline));
}

/** Box around all outlines and names: west, south, east, north; null when there is nothing. */
export function extentOf(divisions: readonly Division[]): [number, number, number, number] | null {
  let box: [number, number, number, number] | null = null;
  for (const division of divisions) {
    const [lon, lat] = division.place;
    const own = (division.outline && bboxOf(division.outline)) ?? ([lon, lat, lon, lat] as const);
    box = box
      ? [Math.min(box[0], own[0]), Math.min(box[1], own[1]), Math.max(box[2], own[2]), Math.max(box[3], own[3])]
      : [own[0], own[1], own[2], own[3]];
  }
  return box;
}

/** A warning's area as polygons (divisions without outline have none) and one mark with its level's character a piece. */
export function warningFeatures(
  warnings: readonly MapWarning[],
  divisions: readonly Division[],
): { areas: GeoJSON.Feature[]; marks: PointFeature[] } {
  const byCode = new Map(divisions.map((division) => [division.code, division]));
  const areas: GeoJSON.Feature[] = [];
  const marks: PointFeature[] = [];
  for (const warning of warnings) {
    const properties = { id: warning.id, name: warning.title, color: warning.color };
    const named = warning.areas.flatMap((code) => byCode.get(code) ?? []);
    const shapes: (AreaGeometry | null)[] = [
      ...named.map((division) => division.outline),
      warning.shape,
      warning.circle && circlePolygon(warning.circle.center, warning.circle.radiusKm * 1000),
    ];
    for (const geometry of shapes) if (geometry) areas.push({ type: 'Feature', geometry, properties });
    const places: LonLat[] = named.map((division) => division.place);
    if (warning.shape) places.push(representativePoint(warning.shape));
    // On the northern edge: what the circle is about stands in its centre.
    if (warning.circle) places.push(destination(warning.circle.center, warning.circle.radiusKm * 1000, 0));
    places.forEach((place, index) =>
      marks.push({
        type: 'Feature',
        id: `${warning.id}-${index}`,
        geometry: { type: 'Point', coordinates: place },
        properties: { ...properties, part: index },
      }),
    );
  }
  return { areas, marks };
}
