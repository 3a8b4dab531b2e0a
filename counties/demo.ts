import type { Area } from '#kernel/area/area.ts';
import type { Text } from '#kernel/language/text.ts';

// The shape of a demo story: an invented county full of invented things, for trial and training. The server writes it with
// `demo: true` on every record and can remove it as a whole. A story is plain data; every reference is a record's id.

export interface DemoStory {
  seed: number;
  /** Epoch milliseconds at which the history ends. */
  nowMs: number;
  areas: DemoArea[];
  layers: DemoLayer[];
  terrain: DemoTerrain;
  registers: Record<DemoRegister, DemoRecord[]>;
  observations: DemoSeries[];
  /** Cases of the types `incident` and `warning`. */
  incidents: DemoCase[];
  warnings: DemoCase[];
}

/** In the order in which records refer to earlier ones. */
export const demoRegisters = [
  'stations',
  'devices',
  'points',
  'alarmRules',
  'enterprises',
  'schools',
  'shelters',
  'dutyShifts',
  'warningRecipients',
] as const;
export type DemoRegister = (typeof demoRegisters)[number];

/**
 * Townships: the code and name are real, place and geometry are invented. Villages: wholly invented, last three digits from 901.
 */
export interface DemoArea extends Area {
  geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon | null;
  population: number;
}

export interface DemoLayer {
  id: string;
  label: Text;
  kind: 'point' | 'line' | 'polygon';
  /** Properties carry `name`, `nameEn`, `demo: true` and those of the layer. Each feature has an id. */
  features: GeoJSON.Feature<GeoJSON.Geometry, Record<string, unknown>>[];
}

/** Heights on a regular grid. */
export interface DemoTerrain {
  /** Outer edges of the grid, WGS-84 degrees. */
  bbox: [west: number, south: number, east: number, north: number];
  cols: number;
  rows: number;
  /** Side of a cell in degrees, the same in both directions. */
  cellDeg: number;
  /** Height of the cell's centre in decimetres above sea level; row by row from the north, each from the west. */
  values: number[];
}

/** Fields as the register declares them; the server adds version, demo mark and times. */
export interface DemoRecord {
  id: string;
  areaCode: string;
  [field: string]: unknown;
}

/** Readings of one point at equal steps; NaN where none came. */
export interface DemoSeries {
  pointId: string;
  deviceKey: string;
  channel: string;
  quantity: string;
  unit: string;
  startMs: number;
  stepMs: number;
  values: Float64Array;
}

/** A finished case with its timeline. */
export interface DemoCase {
  id: string;
  areaCode: string;
  state: string;
  openedAt: string;
  closedAt: string | null;
  fields: Record<string, unknown>;
  lines: DemoLine[];
}

export interface DemoLine {
  id: string;
  at: string;
  actor: string;
  /** Action of the case declaration. */
  action: string;
  note: string;
}
