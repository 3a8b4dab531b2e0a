import type { Field, Fields } from './field.ts';

// What a model's answer puts on the map, found by walking its outputs along their declaration: every place, line, area and
// collection there is. A new model draws itself without a line of its own here.

export interface ResultShape {
  geometry: GeoJSON.Geometry;
  /** Path of the output, for the legend: `zones`, `outlines.zone`. */
  output: string;
  /** 0 the worst of its list, then on; orders colours. */
  rank: number;
  /** Bounds of the band are drawn thin and unfilled. */
  isBand: boolean;
  properties: Readonly<Record<string, unknown>>;
}

const shapeKinds = new Set(['place', 'area', 'line', 'features']);
/** Outputs of these names bound an area that stands beside them. */
const bandNames = new Set(['inner', 'outer', 'low', 'high']);

/** Every shape of an answer, in the order of the outputs. */
export function shapesOf(fields: Fields, outputs: Readonly<Record<string, unknown>>): ResultShape[] {
  return Object.entries(fields).flatMap(([name, field]) => shapesOfField(field, outputs[name], name, 0, {}));
}

function shapesOfField(field: Field, value: unknown, output: string, rank: number, properties: Record<string, unknown>): ResultShape[] {
  if (value === null || value === undefined) return [];
  if (field.kind === 'list')
    return (value as readonly unknown[]).flatMap((each, index) => shapesOfField(field.of, each, output, index, properties));
  if (field.kind === 'record') return shapesOfRecord(field.fields, value as Record<string, unknown>, output, rank);
  if (!shapeKinds.has(field.kind)) return [];
  const isBand = bandNames.has(output.split('.').at(-1) ?? '');
  if (field.kind === 'features')
    return (value as GeoJSON.FeatureCollection).features.map(({ geometry, properties: own }, index) => ({
      geometry,
      output,
      rank: typeof own?.['rank'] === 'number' ? own['rank'] : index,
      isBand: isBand || own?.['band'] === true || own?.['kind'] === 'band',
      properties: { ...properties, ...own },
    }));
  const geometry: GeoJSON.Geometry =
    field.kind === 'place' ? { type: 'Point', coordinates: value as [number, number] } : (value as GeoJSON.Geometry);
  return [{ geometry, output, rank, isBand, properties }];
}

function shapesOfRecord(fields: Fields, value: Record<string, unknown>, output: string, rank: number): ResultShape[] {
  const plain = Object.fromEntries(Object.entries(value).filter(([, each]) => typeof each !== 'object'));
  return Object.entries(fields).flatMap(([name, field]) => shapesOfField(field, value[name], `${output}.${name}`, rank, plain));
}

/** The shapes as GeoJSON for the map and for export; the worst is drawn last, on top. */
export function collectionOf(shapes: readonly ResultShape[]): GeoJSON.FeatureCollection {
  const features = shapes
    .map(({ geometry, output, rank, isBand, properties }): GeoJSON.Feature => ({
      type: 'Feature',
      geometry,
      properties: { ...properties, output, rank, band: isBand },
    }))
    .toSorted((one, other) => Number(other.properties?.['rank']) - Number(one.properties?.['rank']));
  return { type: 'FeatureCollection', features };
}

/** Areas of an answer as zones of the impact query, worst first; bands are left out. @param language of the zones' names */
export function zonesOf(
  shapes: readonly ResultShape[],
  language: 'zh' | 'en' = 'zh',
): { id: string; area: GeoJSON.Polygon | GeoJSON.MultiPolygon }[] {
  const seen = new Map<string, number>();
  return shapes.flatMap(({ geometry, isBand, rank, properties }) => {
    if (isBand || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) return [];
    const name = nameOf(properties, language) ?? String(rank + 1);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return [{ id: count === 1 ? name : `${name} (${count})`, area: geometry }];
  });
}

/** The first of the names an output may carry. */
function nameOf(properties: Readonly<Record<string, unknown>>, language: 'zh' | 'en'): string | null {
  for (const name of [language, language === 'zh' ? 'nameZh' : 'nameEn', 'id', 'intensity', 'atHours']) {
    const value = properties[name];
    if (typeof value === 'string' || typeof value === 'number') return String(value);
  }
  return null;
}

/** Areas with more corners than this are thinned before they become a warning's polygon, which people must be able to edit. */
const mostCorners = 60;

/** The largest plain area of an answer as one polygon without holes; null when there is none. */
export function outlineOf(shapes: readonly ResultShape[]): GeoJSON.Polygon | null {
  const rings = zonesOf(shapes).flatMap(({ area }) =>
    area.type === 'Polygon' ? [area.coordinates[0]] : area.coordinates.map((part) => part[0]),
  );
  const widest = rings.reduce<GeoJSON.Position[] | null>(
    (best, ring) => (ring && extentOf(ring) > extentOf(best ?? []) ? ring : best),
    null,
  );
  if (widest === null) return null;
  const stride = Math.ceil((widest.length - 1) / mostCorners);
  const corners = widest.slice(0, -1).filter((_, index) => index % stride === 0);
  return { type: 'Polygon', coordinates: [[...corners, corners[0] as GeoJSON.Position]] };
}

/** Area of the bounding box in square degrees: enough to tell the widest ring. */
function extentOf(ring: readonly GeoJSON.Position[]): number {
  if (ring.length === 0) return 0;
  const side = (axis: 0 | 1) => {
    const values = ring.map((position) => position[axis] ?? 0);
    return Math.max(...values) - Math.min(...values);
  };
  return side(0) * side(1);
}
