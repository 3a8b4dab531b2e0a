import { bboxOfPositions, boxesOverlap } from '#geo/bounds.ts';
import type { Bbox, LonLat } from '#geo/position.ts';
import type { OsmCollector, OsmMember } from '#models/router/osmCollector.ts';
import type { LineTurn } from '#models/router/readRoadLines.ts';
import { isBarred, type Tags, wayOfTags } from '#models/router/tags.ts';
import { joinRings } from './joinRings.ts';
import { FileRefused } from './reader.ts';

// What a county needs of an OpenStreetMap file: roads with the words the router reads, waterways, water, railways, land use.
// Nodes lie in typed arrays; with a box only those inside are held, so that an extract of a province can be read for one county.

export type OsmLayer = 'roads' | 'waterways' | 'water' | 'railways' | 'land-use';

export interface OsmCounts {
  nodes: number;
  outside: number;
  /** Ways of the wanted kinds that name nodes the file (or box) does not hold. */
  cutWays: number;
  unreadTurns: number;
}

type Emit = (layer: OsmLayer, id: number, geometry: GeoJSON.Geometry, properties: Record<string, unknown>) => void;
type Refuse = (layer: OsmLayer, id: number, rule: string, zh: string, en: string) => void;

/** 24 bytes each: 480 MB. A province has about ten million. */
const mostNodes = 20_000_000;
/** Words of a way that the router reads, see tags.ts. */
const roadKeys = [
  'highway',
  'name',
  'ref',
  'oneway',
  'junction',
  'maxspeed',
  'maxheight',
  'maxheight:physical',
  'maxweight',
  'maxwidth',
  'maxwidth:physical',
  'access',
  'vehicle',
  'motor_vehicle',
  'foot',
  'bridge',
  'tunnel',
  'surface',
  'lanes',
];
const keptKeys: Record<Exclude<OsmLayer, 'roads'>, readonly string[]> = {
  waterways: ['waterway', 'name', 'width', 'intermittent', 'tunnel'],
  water: ['natural', 'water', 'name', 'landuse'],
  railways: ['railway', 'name', 'electrified', 'bridge', 'tunnel'],
  'land-use': ['landuse', 'natural', 'leisure', 'name'],
};

export function collectThings(kept: Bbox | null, emit: Emit, refuse: Refuse): OsmCollector<OsmCounts> {
  const nodes = new Nodes();
  const barredIds = new Set<number>();
  const ways = new Map<number, { refs: readonly number[]; tags: Tags; layer: OsmLayer | null }>();
  const areas: { id: number; members: readonly OsmMember[]; tags: Tags; layer: OsmLayer }[] = [];
  const turns = new Map<number, { kind: LineTurn['kind']; via: number; to: number }[]>();
  const counts: OsmCounts = { nodes: 0, outside: 0, cutWays: 0, unreadTurns: 0 };
  const placesOf = (refs: readonly number[]): LonLat[] =>
    refs.flatMap((ref) => {
      const place = nodes.find(ref);
      return place ? [place] : [];
    });

  const road = (id: number, refs: readonly number[], tags: Tags): void => {
    const own = (turns.get(id) ?? []).flatMap(({ kind, via, to }) => {
      const place = nodes.find(via);
      return place ? [{ kind, to: String(to), via: place } satisfies LineTurn] : [];
    });
    const barred = refs
      .filter((ref) => barredIds.has(ref))
      .flatMap((ref) => {
        const place = nodes.find(ref);
        return place ? [place] : [];
      });
    const properties = {
      osmId: String(id),
      ...only(tags, roadKeys),
      ...(own.length > 0 && { turns: own }),
      ...(barred.length > 0 && { barred }),
    };
    for (const line of pieces(refs, nodes)) emit('roads', id, { type: 'LineString', coordinates: line }, properties);
  };

  return {
    node(id, lon, lat, tags) {
      if (kept && !(lon >= kept[0] && lon <= kept[2] && lat >= kept[1] && lat <= kept[3])) {
        counts.outside += 1;
        return;
      }
      nodes.add(id, lon, lat);
      if (tags !== null && isBarred(tags)) barredIds.add(id);
    },
    way(id, refs, tags) {
      const layer = layerOf(tags);
      // A way without words of its own may be the rim of an area that a relation describes.
      if (layer !== null || tags['building'] === undefined)
        if (refs.some((ref) => nodes.has(ref)))
          ways.set(id, { refs: Float64Array.from(refs) as unknown as readonly number[], tags: layer ? tags : {}, layer });
    },
    relation(members, tags) {
      if (tags['type'] === 'restriction') {
        const rule = turnOf(members, tags);
        if (rule) for (const { from, ...rest } of rule) turns.set(from, [...(turns.get(from) ?? []), rest]);
        else counts.unreadTurns += 1;
      }
      const layer = tags['type'] === 'multipolygon' ? layerOf(tags, true) : null;
      if (layer === 'water' || layer === 'land-use') areas.push({ id: areas.length + 1, members, tags, layer });
    },
    finish() {
      nodes.sort();
      counts.nodes = nodes.count;
      for (const [id, { refs, tags, layer }] of ways) {
        if (layer === null) continue;
        const found = Array.from(refs).filter((ref) => nodes.has(ref));
        if (found.length < refs.length) counts.cutWays += 1;
        if (layer === 'roads') road(id, Array.from(refs), tags);
        else if (layer === 'waterways' || layer === 'railways')
          for (const line of pieces(Array.from(refs), nodes))
            emit(layer, id, { type: 'LineString', coordinates: line }, { osmId: String(id), ...only(tags, keptKeys[layer]) });
        else if (found.length === refs.length && refs.length > 3)
          emit(
            layer,
            id,
            { type: 'Polygon', coordinates: [placesOf(Array.from(refs))] },
            { osmId: String(id), ...only(tags, keptKeys[layer]) },
          );
      }
      for (const { id, members, tags, layer } of areas) area(id, members, tags, layer as 'water' | 'land-use');
      return counts;
    },
  };

  function area(id: number, members: readonly OsmMember[], tags: Tags, layer: 'water' | 'land-use'): void {
    const linesOf = (role: string): number[][] =>
      members
        .filter((member) => member.type === 'way' && (member.role || 'outer') === role)
        .flatMap(({ ref }) => {
          const way = ways.get(ref);
          return way ? [Array.from(way.refs)] : [];
        });
    const all = members.filter(({ type }) => type === 'way');
    const missing = all.filter(({ ref }) => !ways.get(ref)?.refs || !Array.from(ways.get(ref)!.refs).every((each) => nodes.has(each)));
    // Cut by the box or the extract: not an area any more. Wholly outside it is nobody's.
    if (missing.length === all.length) return;
    const outer = joinRings(linesOf('outer'));
    const inner = joinRings(linesOf('inner'));
    if (missing.length > 0 || outer === null || inner === null)
      return refuse(
        layer,
        id,
        'multipolygon-open',
        `面“${tags['name'] ?? ''}”的边线不完整（被裁断或未闭合）`,
        `The rim of the area "${tags['name'] ?? ''}" is not whole: cut off, or not closed`,
      );
    const rings = outer.map((ring) => [placesOf(ring)]);
    const boxes = rings.map(([ring]) => bboxOfPositions(ring!));
    for (const hole of inner) {
      const places = placesOf(hole);
      const box = bboxOfPositions(places);
      const owner = boxes.findIndex((each) => each && box && boxesOverlap(each, box));
      rings[owner]?.push(places);
    }
    emit(layer, id, { type: 'MultiPolygon', coordinates: rings }, only(tags, keptKeys[layer]));
  }
}

/** The layer of a thing, null when the county has no use for it. */
function layerOf(tags: Tags, isArea = false): OsmLayer | null {
  if (!isArea && tags['highway'] !== undefined) return wayOfTags('', [], tags) ? 'roads' : null;
  if (!isArea && tags['railway'] !== undefined) return tags['railway'] === 'abandoned' || tags['railway'] === 'razed' ? null : 'railways';
  if (tags['natural'] === 'water' || tags['landuse'] === 'reservoir' || tags['waterway'] === 'riverbank') return 'water';
  if (!isArea && tags['waterway'] !== undefined) return 'waterways';
  if (tags['landuse'] !== undefined || tags['natural'] === 'wood' || tags['natural'] === 'wetland') return 'land-use';
  return null;
}

function only(tags: Tags, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.flatMap((key) => (tags[key] === undefined ? [] : [[key, tags[key]]])));
}

/** Runs of nodes that are there; a way that leaves the box and comes back is two lines. */
function pieces(refs: readonly number[], nodes: Nodes): LonLat[][] {
  const lines: LonLat[][] = [[]];
  for (const ref of refs) {
    const place = nodes.find(ref);
    if (place) lines.at(-1)!.push(place);
    else if (lines.at(-1)!.length > 0) lines.push([]);
  }
  return lines.filter((line) => line.length > 1);
}

function turnOf(members: readonly OsmMember[], tags: Tags): { from: number; kind: LineTurn['kind']; via: number; to: number }[] | null {
  const sign = tags['restriction'] ?? tags['restriction:motorcar'] ?? '';
  const kind = sign.startsWith('no_') ? 'no' : sign.startsWith('only_') ? 'only' : null;
  const of = (role: string, type: OsmMember['type']) => members.filter((member) => member.role === role && member.type === type);
  const [via, ...more] = of('via', 'node');
  const [froms, tos] = [of('from', 'way'), of('to', 'way')];
  if (kind === null || !via || more.length > 0 || froms.length === 0 || tos.length === 0) return null;
  return froms.flatMap((from) => tos.map((to) => ({ from: from.ref, kind, via: via.ref, to: to.ref })));
}

/** Places of nodes by id. */
class Nodes {
  #ids = new Float64Array(1 << 16);
  #lons = new Float64Array(1 << 16);
  #lats = new Float64Array(1 << 16);
  #isSorted = true;
  count = 0;

  add(id: number, lon: number, lat: number): void {
    if (this.count === mostNodes)
      throw new FileRefused(
        'limit',
        mostNodes,
        `节点超过 ${mostNodes} 个；请先按县裁剪，或只取本县及周边`,
        `More than ${mostNodes} nodes: cut the extract to the county, or keep only the county and its surroundings`,
      );
    if (this.count === this.#ids.length) {
      this.#ids = doubled(this.#ids);
      this.#lons = doubled(this.#lons);
      this.#lats = doubled(this.#lats);
    }
    if (this.count > 0 && id < this.#ids[this.count - 1]!) this.#isSorted = false;
    this.#ids[this.count] = id;
    this.#lons[this.count] = lon;
    this.#lats[this.count] = lat;
    this.count += 1;
  }

  /** Files are nearly always sorted by id already. */
  sort(): void {
    if (this.#isSorted) return;
    const order = Uint32Array.from({ length: this.count }, (_, i) => i).sort((a, b) => this.#ids[a]! - this.#ids[b]!);
    const [ids, lons, lats] = [this.#ids, this.#lons, this.#lats].map((from) => Float64Array.from(order, (i) => from[i]!)) as [
      Float64Array<ArrayBuffer>,
      Float64Array<ArrayBuffer>,
      Float64Array<ArrayBuffer>,
    ];
    this.#ids = ids;
    this.#lons = lons;
    this.#lats = lats;
    this.#isSorted = true;
  }

  has(id: number): boolean {
    return this.#at(id) >= 0;
  }

  find(id: number): LonLat | null {
    const at = this.#at(id);
    // OpenStreetMap has seven decimals; what the arithmetic of PBF adds is noise.
    return at < 0 ? null : [Math.round(this.#lons[at]! * 1e7) / 1e7, Math.round(this.#lats[at]! * 1e7) / 1e7];
  }

  #at(id: number): number {
    this.sort();
    let [low, high] = [0, this.count - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#ids[middle]!;
      if (found === id) return middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

function doubled(array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
}
