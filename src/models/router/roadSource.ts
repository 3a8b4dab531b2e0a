// What every reader of roads hands over, whatever the file was: nodes, ways and forbidden turns. Nothing here knows vehicles.

/** Values of the OpenStreetMap key `highway` that somebody can move on. */
export const roadClasses = [
  'motorway',
  'motorway_link',
  'trunk',
  'trunk_link',
  'primary',
  'primary_link',
  'secondary',
  'secondary_link',
  'tertiary',
  'tertiary_link',
  'unclassified',
  'residential',
  'living_street',
  'service',
  'road',
  'track',
  'pedestrian',
  'footway',
  'path',
  'cycleway',
  'bridleway',
  'steps',
] as const;
export type RoadClass = (typeof roadClasses)[number];

/** What a sign at the road allows; null where nothing is said. */
export interface RoadLimits {
  readonly heightM: number | null;
  readonly weightT: number | null;
  readonly widthM: number | null;
}

/** `private` may be entered by emergency vehicles only, `closed` by nobody. */
export type RoadAccess = 'open' | 'private' | 'closed';

export interface RoadWay {
  readonly id: string;
  /** Indexes into the nodes of the source, in driving order of the way. */
  readonly nodes: readonly number[];
  readonly roadClass: RoadClass;
  /** Name, or number of the road, or empty. */
  readonly name: string;
  readonly direction: 'both' | 'forward' | 'backward';
  readonly maximumKmh: number | null;
  readonly limits: RoadLimits;
  /** For motor vehicles. */
  readonly access: RoadAccess;
  /** For people on foot. */
  readonly footAccess: RoadAccess;
  readonly isBridge: boolean;
}

/** A turn that a sign forbids (`no`) or commands (`only`), at one node. */
export interface TurnRule {
  readonly kind: 'no' | 'only';
  readonly fromWay: string;
  /** Index of a node. */
  readonly via: number;
  readonly toWay: string;
}

export interface RoadSource {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly ways: readonly RoadWay[];
  readonly turns: readonly TurnRule[];
  /** Nodes nobody drives past: a bollard, a wall, a locked barrier. */
  readonly barred: readonly number[];
  readonly skipped: SkippedRoads;
}

/** What was in the file and is not in the network, by reason. */
export interface SkippedRoads {
  /** Ways of a class that is no road: proposed, construction, raceway … */
  readonly otherClasses: Readonly<Record<string, number>>;
  /** Ways that name nodes the file does not hold (an extract cut at its border); the rest of the way is kept. */
  readonly waysWithMissingNodes: number;
  /** Turn restrictions that could not be read: via a way, members missing, unknown kind. */
  readonly turns: number;
  /** Lines that are no line, or have no length. */
  readonly badLines: number;
}

const classSet: ReadonlySet<string> = new Set(roadClasses);

export function isRoadClass(value: string): value is RoadClass {
  return classSet.has(value);
}
