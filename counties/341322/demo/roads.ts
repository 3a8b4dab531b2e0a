import type { LonLat } from '#geo/position.ts';
import { clipLine } from '#geo/crossing.ts';
import type { Text } from '#kernel/language/text.ts';
import { curveThrough } from './curve.ts';
import { gap, lineLength, partOfLine, toLine, toPlane, type Place } from './plane.ts';
import { linkPlaces, type Link, type LinkRules } from './links.ts';
import type { River } from './rivers.ts';
import type { Landscape } from './terrain.ts';
import type { Township } from './townships.ts';

// An invented road network in three steps: long roads by hand through township seats, county roads that tie in the other
// seats, township roads that tie in every village. Each road runs from junction to junction and shares its ends exactly.

export type RoadClass = 'national' | 'provincial' | 'county' | 'township';

export interface Road {
  kind: RoadClass;
  name: Text;
  line: Place[];
}

const road = (kind: RoadClass, zh: string, en: string, stops: (string | LonLat)[]) => ({ kind, name: { zh, en }, stops });

/** Long roads: code endings of township seats and free places; ends beyond the outline make the road leave the county. */
const longRoads = [
  road('national', '演示国道901线', 'Demo National Road 901', [
    [116.56, 34.385],
    '101',
    '102',
    '104',
    '118',
    '100',
    [116.975, 34.2],
    [117.03, 34.225],
  ]),
  road('national', '演示国道902线', 'Demo National Road 902', [
    [116.9, 34.44],
    '108',
    [116.933, 34.29],
    '400',
    '100',
    '110',
    [116.895, 34.06],
  ]),
  road('provincial', '演示省道981线', 'Demo Provincial Road 981', [
    [116.49, 34.232],
    '120',
    [116.64, 34.222],
    '106',
    [116.76, 34.212],
    '121',
    '118',
  ]),
  road('provincial', '演示省道982线', 'Demo Provincial Road 982', [[116.5, 34.13], '114', '112', '109', '110']),
  road('provincial', '演示省道983线', 'Demo Provincial Road 983', [
    '110',
    [116.952, 34.105],
    [116.982, 34.075],
    '115',
    '119',
    [117.0, 33.92],
  ]),
  road('provincial', '演示省道984线', 'Demo Provincial Road 984', [
    [116.982, 34.075],
    [117.03, 34.058],
    '117',
    [117.1, 34.088],
    [117.16, 34.1],
  ]),
];

/** Metres between junctions where side roads may branch off. */
const junctionGap: Record<RoadClass, number> = { national: 1900, provincial: 1700, county: 1500, township: Infinity };

export interface RoadPlan {
  roads: Road[];
  /** Ends of roads: seats, villages and junctions. */
  nodes: Place[];
}

export function drawLongRoads(outline: readonly Place[], townships: readonly Township[]): RoadPlan {
  const county: GeoJSON.Polygon = { type: 'Polygon', coordinates: [outline as Place[]] };
  const seatOf = (ending: string): Place => townships.find(({ division }) => division.code.endsWith(ending))!.seat;
  const junctions = new Map<string, Place>();
  const plan: RoadPlan = { roads: [], nodes: [] };
  for (const { kind, name, stops } of longRoads) {
    const places = stops.map((stop) => {
      if (typeof stop === 'string') return seatOf(stop);
      const known = junctions.get(stop.join());
      const place = known ?? toPlane(stop);
      junctions.set(stop.join(), place);
      return place;
    });
    const whole = curveThrough(places, 160);
    const inside = clipLine(whole, county).toSorted((a, b) => lineLength(b) - lineLength(a))[0]!;
    const fixed = inside.filter((place) => places.includes(place));
    divide(plan, { kind, name, line: inside }, fixed);
  }
  return plan;
}

/** Cuts a road at fixed places and, between them, into nearly equal parts, and adds the parts and their ends to the plan. */
function divide(plan: RoadPlan, { kind, name, line }: Road, fixed: readonly Place[]): void {
  const ends = [line[0]!, ...fixed.filter((place) => place !== line[0] && place !== line.at(-1)), line.at(-1)!];
  for (let i = 1; i < ends.length; i += 1) {
    const [from, to] = [line.indexOf(ends[i - 1]!), line.indexOf(ends[i]!)];
    const stretch = line.slice(from, to + 1);
    const total = lineLength(stretch);
    const parts = Math.max(1, Math.round(total / junctionGap[kind]));
    let start = stretch[0]!;
    for (let k = 1; k <= parts; k += 1) {
      const part = partOfLine(stretch, (total * (k - 1)) / parts, (total * k) / parts);
      part[0] = start;
      if (k === parts) part[part.length - 1] = stretch.at(-1)!;
      plan.roads.push({ kind, name, line: part });
      addNode(plan, part[0]);
      addNode(plan, part.at(-1)!);
      start = part.at(-1)!;
    }
  }
}

function addNode(plan: RoadPlan, place: Place): void {
  if (!plan.nodes.includes(place)) plan.nodes.push(place);
}

/**
 * Ties further places into the network by roads of one class; existing nodes are already connected with each other. Where a
 * long road leaves the county nothing branches off.
 */
export function addRoads(
  plan: RoadPlan,
  kind: 'county' | 'township',
  places: readonly Place[],
  rules: LinkRules & { name: (number: number) => Text },
): void {
  const nodes = plan.nodes.filter((node) => rules.barriers.every((line) => toLine(node, line).distance > 200));
  const links: Link[] = linkPlaces(
    nodes,
    places,
    plan.roads.map(({ line }) => line),
    rules,
  );
  for (const place of places) addNode(plan, place);
  for (const [index, { line }] of links.entries()) divide(plan, { kind, name: rules.name(index + 1), line }, []);
}

/** What makes a link dear: steep ground and a bridge. */
export function linkCost(landscape: Landscape, rivers: readonly River[]): (from: Place, to: Place) => number {
  return (from, to) => {
    const length = gap(from, to);
    let highest = 0;
    let nearWater = 0;
    for (let share = 0.1; share < 0.95; share += 0.2) {
      const place: Place = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
      highest = Math.max(highest, landscape.heightAt(place));
      if (rivers.some((river) => toLine(place, river.line).distance < 250)) nearWater += 1;
    }
    return length * (1 + Math.max(0, highest - 55) / 20) * (nearWater > 0 ? 2 : 1);
  };
}
