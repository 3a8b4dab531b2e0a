import type { GeoProblem } from '#geo/geoProblem.ts';
import type { Text } from '#kernel/language/text.ts';
import type { MapLayer } from '#web/api/answers.ts';
import { csvOf } from '#web/page/csv.ts';

// What the preview of a file answers, and what is made of it.

export interface BaseUpload {
  uploadId: string;
  file: string;
  bytes: number;
  state: 'reading' | 'ready' | 'refused' | 'importing' | 'done' | 'failed' | 'cancelled';
  /** Share of the present step, 0 to 1. */
  progress: number;
  fault: { rule: string; value: unknown; text: Text } | null;
  reading: BaseReading | null;
  result: { imported: number; refused: number; layers: string[] } | null;
}

export interface FileLayer {
  name: string;
  kind: 'point' | 'line' | 'polygon';
  features: number;
  columns: string[];
  bbox: [number, number, number, number] | null;
  sample: GeoJSON.FeatureCollection;
  suggested: { id: string; label: Text } | null;
}

export interface FileRaster {
  columns: number;
  rows: number;
  west: number;
  north: number;
  cellX: number;
  cellY: number;
  lowest: number;
  highest: number;
  holes: number;
}

export type FileProblem = GeoProblem & { layer: string };

export interface BaseReading {
  format: string;
  rows: number;
  layers: FileLayer[];
  raster: FileRaster | null;
  problems: FileProblem[];
  problemCount: number;
  notes: Text[];
}

/** What the server is asked to store. */
export interface ImportWish {
  layers: { from: string; id: string; label: Text }[];
  divisions: string | null;
  raster: { id: string; label: Text } | null;
}

/** Box and features of all layers of a file together. */
export function previewOf(reading: BaseReading): {
  bbox: [number, number, number, number] | null;
  sample: GeoJSON.FeatureCollection;
  features: number;
} {
  const { layers, raster } = reading;
  const boxes = layers.flatMap(({ bbox }) => (bbox ? [bbox] : []));
  if (raster)
    boxes.push([raster.west, raster.north - raster.rows * raster.cellY, raster.west + raster.columns * raster.cellX, raster.north]);
  const join = (at: number, choose: (...values: number[]) => number) => choose(...boxes.map((box) => box[at] ?? 0));
  return {
    bbox: boxes.length === 0 ? null : [join(0, Math.min), join(1, Math.min), join(2, Math.max), join(3, Math.max)],
    sample: { type: 'FeatureCollection', features: layers.flatMap(({ sample }) => sample.features) },
    features: layers.reduce((sum, { features }) => sum + features, 0),
  };
}

/** A base layer as the list of layers sends it. */
export type StoredLayer = MapLayer & { source?: string };

/** A value of a file as people can read it. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

/** The problems as CSV, one a line. */
export function problemsFile(
  problems: readonly FileProblem[],
  columns: readonly string[],
  textOf: (problem: FileProblem) => string,
): string {
  return csvOf([
    columns,
    ...problems.map((problem) => [problem.layer, problem.row, problem.field, valueText(problem.value), problem.rule, textOf(problem)]),
  ]);
}

/** An id for a layer from its English name: `Flood shelters` is flood-shelters; empty when nothing of it can be used. */
export function layerIdOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 41);
}

export const layerIdPattern = /^[a-z][a-z0-9-]{0,40}$/;

/** Whether two boxes (west, south, east, north) have anything in common. */
export function boxesMeet(a: readonly number[], b: readonly number[]): boolean {
  const [aw = 0, as = 0, ae = 0, an = 0] = a;
  const [bw = 0, bs = 0, be = 0, bn = 0] = b;
  return aw <= be && bw <= ae && as <= bn && bs <= an;
}

/** Bytes in words. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(0)} kB`;
  return bytes < 1024 ** 3 ? `${(bytes / 1024 ** 2).toFixed(1)} MB` : `${(bytes / 1024 ** 3).toFixed(2)} GB`;
}

/** Column that names the division of an outline. */
export function isDivisionCode(column: string): boolean {
  return column === 'code' || column === '代码';
}
