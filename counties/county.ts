import type { Bbox, LonLat } from '#geo/position.ts';
import type { Text } from '#kernel/language/text.ts';
import type { DemoStory } from './demo.ts';

// A county pack: everything that is particular to one county, as data. Another county adopts Anlan by writing such a folder
// and adding one line to counties.ts. The server loads it; the browser never does.

/** A line of the list of counties: enough to offer a choice before anything is loaded. */
export interface CountyEntry {
  /** Six digits, GB/T 2260. */
  code: string;
  name: Text;
  load(): Promise<CountyPack>;
}

export interface CountyPack {
  code: string;
  name: Text;
  /** The bureau that runs Anlan, as it stands on its documents. */
  agency: Text;
  /** Mark of the county in document numbers: `（皖萧）应急罚〔2026〕12号`. */
  documentMark: string;
  /** County seat, WGS-84 degrees. */
  centre: LonLat;
  bbox: Bbox;
  divisions: Division[];
  /** WGS-84, exterior ring counter-clockwise. */
  outline: GeoJSON.Polygon | GeoJSON.MultiPolygon;
  indicators: Indicator[];
  /**
   * Invents a story for training and trial. Pure: the same seed and instant give the same story.
   * @param nowMs epoch milliseconds at which the story's history ends
   */
  makeDemo: ((seed: number, nowMs: number) => DemoStory) | null;
}

/** A township-level division (乡级行政区划). */
export interface Division {
  /** Nine digits; the first six are the county's. */
  code: string;
  level: 'township';
  kind: 'town' | 'township' | 'subdistrict' | 'zone';
  name: Text;
}

/** An indicator of the county's plan. */
export interface Indicator {
  id: string;
  name: Text;
  unit: Text;
  /** 约束性 or 预期性. */
  kind: 'binding' | 'anticipated';
  /** Value of the base year in the indicator's unit; null while nobody has entered it. */
  base: number | null;
  baseYear: number;
  target: { operator: 'decreaseBy' | 'below' | 'atMost' | 'atLeast' | 'prevent'; value: number | null };
  targetYear: number;
  /** The target as the plan prints it. */
  targetText: string;
  source: { document: string; table: number; title: string; row: number; attribute: string };
  /** Another indicator of the plan on the same matter whose text differs. */
  sameMatterAs: string | null;
}
