import type { LonLat } from '#geo/position.ts';
import type { RoadSource, RoadWay } from './roadSource.ts';
import { type Tags, wayOfTags } from './tags.ts';

// Roads as GeoJSON lines, such as a county's own road file. Properties are named as OpenStreetMap keys (highway, name, oneway,
// maxspeed, maxheight, maxweight, maxwidth, access); a line without `highway` takes the class the caller names. Lines are
// connected where they share a position; lines that merely cross are not, since one may be a bridge.

export interface LineOptions {
  /** Class of lines that do not name one. */
  readonly otherwise?: RoadWay['roadClass'];
  /** Positions that agree to this many decimals of a degree are one node; 6 is about 0.1 m. */
  readonly decimals?: number;
}

export function readRoadLines(
  features: GeoJSON.FeatureCollection,
  { otherwise = 'unclassified', decimals = 6 }: LineOptions = {},
): RoadSource {
  const nodes = new Map<string, number>();
  const lon: number[] = [];
  const lat: number[] = [];
  const ways: RoadWay[] = [];
  const otherClasses: Record<string, number> = {};
  let badLines = 0;
  const nodeAt = ([x, y]: LonLat): number => {
    const key = `${x.toFixed(decimals)},${y.toFixed(decimals)}`;
    const known = nodes.get(key);
    if (known !== undefined) return known;
    nodes.set(key, lon.length);
    lat.push(y);
    return lon.push(x) - 1;
  };
  for (const [row, { geometry, properties, id }] of features.features.entries()) {
    const lines =
      geometry?.type === 'LineString' ? [geometry.coordinates] : geometry?.type === 'MultiLineString' ? geometry.coordinates : [];
    if (lines.length === 0) badLines += 1;
    const tags = tagsOf(properties, otherwise);
    for (const [part, line] of lines.entries()) {
      const indexes = (line as LonLat[]).map(nodeAt).filter((node, i, all) => i === 0 || node !== all[i - 1]);
      const way = wayOfTags(`${id ?? row + 1}${lines.length > 1 ? `.${part}` : ''}`, indexes, tags);
      if (!way) otherClasses[tags['highway'] ?? ''] = (otherClasses[tags['highway'] ?? ''] ?? 0) + 1;
      else if (indexes.length < 2) badLines += 1;
      else ways.push(way);
    }
  }
  return {
    lon: Float64Array.from(lon),
    lat: Float64Array.from(lat),
    ways,
    turns: [],
    barred: [],
    skipped: { otherClasses, waysWithMissingNodes: 0, turns: 0, badLines },
  };
}

function tagsOf(properties: GeoJSON.GeoJsonProperties, otherwise: string): Tags {
  const tags: Record<string, string> = { highway: otherwise };
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (typeof value === 'string' && value !== '') tags[key] = value;
    else if (typeof value === 'number') tags[key] = String(value);
    else if (value === true) tags[key] = 'yes';
  }
  return tags;
}
