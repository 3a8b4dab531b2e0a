import type { GeoProblem } from '#geo/geoProblem.ts';
import type { MapLayer } from '#web/api/answers.ts';
import { csvOf } from '#web/page/csv.ts';

// What the preview of a file answers, and what is made of it.

export interface BasePreview {
  uploadId: string;
  file: string;
  rows: number;
  features: number;
  kind: 'point' | 'line' | 'polygon' | null;
  bbox: [number, number, number, number] | null;
  columns: string[];
  sample: GeoJSON.FeatureCollection;
  problems: GeoProblem[];
  problemCount: number;
}

export interface ImportAnswer {
  imported: number;
  refused: number;
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
export function problemsFile(problems: readonly GeoProblem[], columns: readonly string[], textOf: (problem: GeoProblem) => string): string {
  return csvOf([
    columns,
    ...problems.map((problem) => [problem.row, problem.field, valueText(problem.value), problem.rule, textOf(problem)]),
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
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(0)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Column that names the division of an outline. */
export function isDivisionCode(column: string): boolean {
  return column === 'code' || column === '代码';
}
