import type { Datum } from '#geo/datum.ts';
import type { GeoProblem } from '#geo/geoProblem.ts';
import type { Bbox } from '#geo/position.ts';
import type { Text } from '#kernel/language/text.ts';

// What reading a file of base data needs and gives. It happens in a thread of its own, since the file may be large or hostile.

export type Format = 'geojson' | 'csv' | 'osm-xml' | 'osm-pbf' | 'geotiff' | 'shapefile' | 'geopackage' | 'pmtiles';

export interface ReadingJob {
  path: string;
  /** Name the file was sent under. */
  file: string;
  /** An empty folder of its own, for what is read. */
  folder: string;
  options: ReadingOptions;
  /** West, south, east, north of the county. */
  county: Bbox | null;
}

export interface ReadingOptions {
  /** Datum of the coordinates; a file that names its own coordinate system in metres is converted first. */
  datum: Datum;
  /** EPSG code for files that name none; null when the file must say it. */
  epsg: number | null;
  /** Only what lies in the county and `marginDeg` around it, or everything. */
  extent: 'county' | 'all';
  /** Of attribute tables that do not say it. */
  encoding: 'auto' | 'utf-8' | 'gb18030';
  /** Cell of terrain, m; null as in the file. */
  cellM: number | null;
}

/** About 20 km: roads and rivers go on beyond the county. */
export const marginDeg = 0.2;

export type LayerProblem = GeoProblem & { layer: string };

export interface ReadLayer {
  /** Its name in the file; made unique by the kind of geometry when it mixes them. */
  name: string;
  kind: 'point' | 'line' | 'polygon';
  features: number;
  columns: string[];
  bbox: Bbox | null;
  /** The first features, for the map. */
  sample: GeoJSON.Feature[];
  /** File of one GeoJSON feature a line. */
  path: string;
  /** Id and label that suggest themselves. */
  suggested: { id: string; label: Text } | null;
}

export interface ReadRaster {
  columns: number;
  rows: number;
  west: number;
  north: number;
  cellX: number;
  cellY: number;
  /** m, over the cells that have a value. */
  lowest: number;
  highest: number;
  holes: number;
  /** File of little-endian 32-bit floats, row by row from the north-west, NaN for holes; m. */
  path: string;
}

export interface Reading {
  format: Format;
  rows: number;
  layers: ReadLayer[];
  raster: ReadRaster | null;
  problems: LayerProblem[];
  problemCount: number;
  /** What was noticed and is no refusal: coordinate system, what was left out. */
  notes: Text[];
}

/** The file as a whole is not taken. */
export class FileRefused extends Error {
  readonly rule: string;
  readonly value: unknown;
  readonly text: Text;
  constructor(rule: string, value: unknown, zh: string, en: string) {
    super(en);
    this.rule = rule;
    this.value = value;
    this.text = { zh, en };
  }
}

/** Box that is kept; null for everything. */
export function keptBox({ options, county }: ReadingJob): Bbox | null {
  if (options.extent === 'all' || county === null) return null;
  const [west, south, east, north] = county;
  return [west - marginDeg, south - marginDeg, east + marginDeg, north + marginDeg];
}
