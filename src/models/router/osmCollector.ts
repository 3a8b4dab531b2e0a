import type { RoadSource, RoadWay, TurnRule } from './roadSource.ts';
import { isBarred, type Tags, wayOfTags } from './tags.ts';

// Gathers what an OpenStreetMap file says, in the order files have it (nodes, ways, relations), and keeps only what roads
// need. Both readers (XML and PBF) feed it. Node ids come in millions, so they lie in growing typed arrays, not in objects.

export interface OsmMember {
  readonly type: 'node' | 'way' | 'relation';
  readonly ref: number;
  readonly role: string;
}

export interface OsmCollector<Result = RoadSource> {
  node(id: number, lon: number, lat: number, tags: Tags | null): void;
  way(id: number, refs: readonly number[], tags: Tags): void;
  relation(members: readonly OsmMember[], tags: Tags): void;
  finish(): Result;
}

export function collectOsm(): OsmCollector {
  let ids = new Float64Array(1 << 14);
  let lons = new Float64Array(1 << 14);
  let lats = new Float64Array(1 << 14);
  let count = 0;
  let sorted = true;
  const barredIds = new Set<number>();
  const ways: { id: number; refs: readonly number[]; tags: Tags }[] = [];
  const otherClasses: Record<string, number> = {};
  const relations: { members: readonly OsmMember[]; tags: Tags }[] = [];

  const finish = (): RoadSource => {
    const find = finder(ids.subarray(0, count), sorted);
    const built: RoadWay[] = [];
    let waysWithMissingNodes = 0;
    for (const { id, refs, tags } of ways) {
      const nodes = refs.map(find).filter((index) => index >= 0);
      if (nodes.length < refs.length) waysWithMissingNodes += 1;
      const way = wayOfTags(String(id), nodes, tags);
      if (way && nodes.length > 1) built.push(way);
    }
    const { turns, unread } = turnsOf(relations, find);
    return {
      lon: lons.slice(0, count),
      lat: lats.slice(0, count),
      ways: built,
      turns,
      barred: [...barredIds].map(find),
      skipped: { otherClasses, waysWithMissingNodes, turns: unread, badLines: 0 },
    };
  };

  return {
    node(id, lon, lat, tags) {
      if (count === ids.length)
        [ids, lons, lats] = [ids, lons, lats].map(doubled) as [
          Float64Array<ArrayBuffer>,
          Float64Array<ArrayBuffer>,
          Float64Array<ArrayBuffer>,
        ];
      if (count > 0 && id < ids[count - 1]!) sorted = false;
      ids[count] = id;
      lons[count] = lon;
      lats[count] = lat;
      count += 1;
      if (tags !== null && isBarred(tags)) barredIds.add(id);
    },
    way(id, refs, tags) {
      const highway = tags['highway'];
      if (highway === undefined) return;
      if (wayOfTags(String(id), [], tags) === null) otherClasses[highway] = (otherClasses[highway] ?? 0) + 1;
      else ways.push({ id, refs, tags });
    },
    relation(members, tags) {
      if (tags['type'] === 'restriction') relations.push({ members, tags });
    },
    finish,
  };
}

const doubled = (array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
};

/** Index of an id, −1 when the file does not hold it. Files are nearly always sorted by id; then no map is needed. */
function finder(ids: Float64Array, sorted: boolean): (id: number) => number {
  if (!sorted) {
    const map = new Map<number, number>();
    for (let i = 0; i < ids.length; i += 1) map.set(ids[i]!, i);
    return (id) => map.get(id) ?? -1;
  }
  return (id) => {
    let [low, high] = [0, ids.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = ids[middle]!;
      if (found === id) return middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };
}

/** Turn restrictions with one way from, one node via and one way to; the others are counted, not guessed. */
function turnsOf(
  relations: readonly { members: readonly OsmMember[]; tags: Tags }[],
  find: (id: number) => number,
): { turns: TurnRule[]; unread: number } {
  const turns: TurnRule[] = [];
  let unread = 0;
  for (const { members, tags } of relations) {
    const sign = tags['restriction'] ?? tags['restriction:motorcar'] ?? '';
    const kind = sign.startsWith('no_') ? 'no' : sign.startsWith('only_') ? 'only' : null;
    const vias = members.filter(({ role }) => role === 'via');
    const froms = members.filter(({ role, type }) => role === 'from' && type === 'way');
    const tos = members.filter(({ role, type }) => role === 'to' && type === 'way');
    const via = vias.length === 1 && vias[0]!.type === 'node' ? find(vias[0]!.ref) : -1;
    if (kind === null || via < 0 || froms.length === 0 || tos.length === 0) {
      unread += 1;
      continue;
    }
    for (const from of froms) for (const to of tos) turns.push({ kind, fromWay: String(from.ref), via, toWay: String(to.ref) });
  }
  return { turns, unread };
}
