import type { LonLat } from '#geo/position.ts';
import type { RoadSource, RoadWay, TurnRule } from './roadSource.ts';
import { type Tags, wayOfTags } from './tags.ts';

// Roads as GeoJSON lines, such as a county's own road file. Properties are named as OpenStreetMap keys (highway, name, oneway,
// maxspeed, maxheight, maxweight, maxwidth, access); a line without `highway` takes the class the caller names. Lines are
// connected where they share a position; lines that merely cross are not, since one may be a bridge. Lines that came from
// OpenStreetMap also carry `osmId`, `turns` (rules that begin on this line) and `barred` (places nobody drives past).

/** What a sign says about turning off a line: the line it names and the place where it stands. */
export interface LineTurn {
  readonly kind: TurnRule['kind'];
  /** `osmId` of the line turned into. */
  readonly to: string;
  readonly via: LonLat;
}

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
      const way = wayOfTags(`${tags['osmId'] ?? id ?? row + 1}${lines.length > 1 ? `.${part}` : ''}`, indexes, tags);
      if (!way) otherClasses[tags['highway'] ?? ''] = (otherClasses[tags['highway'] ?? ''] ?? 0) + 1;
      else if (indexes.length < 2) badLines += 1;
      else ways.push(way);
    }
  }
  const find = ([x, y]: LonLat): number => nodes.get(`${x.toFixed(decimals)},${y.toFixed(decimals)}`) ?? -1;
  const { turns, barred, unread } = signsOf(features, find);
  return {
    lon: Float64Array.from(lon),
    lat: Float64Array.from(lat),
    ways,
    turns,
    barred,
    skipped: { otherClasses, waysWithMissingNodes: 0, turns: unread, badLines },
  };
}

/** Turn rules and barriers that lines carry; a rule whose place is on no line is counted, not guessed. */
function signsOf(
  { features }: GeoJSON.FeatureCollection,
  find: (place: LonLat) => number,
): { turns: TurnRule[]; barred: number[]; unread: number } {
  const turns: TurnRule[] = [];
  const barred = new Set<number>();
  let unread = 0;
  for (const { properties } of features) {
    const { osmId, turns: rules, barred: places } = (properties ?? {}) as { osmId?: unknown; turns?: LineTurn[]; barred?: LonLat[] };
    for (const { kind, to, via } of Array.isArray(rules) ? rules : []) {
      const node = Array.isArray(via) ? find(via) : -1;
      if (node < 0) unread += 1;
      else turns.push({ kind, fromWay: String(osmId), via: node, toWay: to });
    }
    for (const place of Array.isArray(places) ? places : []) {
      const node = find(place);
      if (node >= 0) barred.add(node);
    }
  }
  return { turns, barred: [...barred], unread };
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
