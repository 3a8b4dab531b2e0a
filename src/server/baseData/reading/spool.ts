import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { bboxOf, boxesOverlap, joinBoxes } from '#geo/bounds.ts';
import { geometryFault } from '#geo/geometryFault.ts';
import { rewind } from '#geo/orientation.ts';
import type { Bbox } from '#geo/position.ts';
import type { Text } from '#kernel/language/text.ts';
import type { LayerProblem, ReadLayer, ReadRaster } from './reader.ts';

// Where features go while a file is read: checked one by one, written to disk a line each, counted. Memory holds only a sample,
// so a file of any length is read in the same room.

const sampleSize = 500;
const problemsKept = 1_000;
const flushBytes = 1 << 20;
/** More features in one layer than the map and the models of a county can use. */
export const mostFeatures = 500_000;
const mostColumns = 500;

interface Open {
  layer: ReadLayer;
  columns: Set<string>;
  descriptor: number;
  pending: string[];
  pendingBytes: number;
  isFull: boolean;
}

const kindOf = (type: GeoJSON.Geometry['type']): ReadLayer['kind'] | null =>
  type === 'GeometryCollection' ? null : type.endsWith('Point') ? 'point' : type.endsWith('LineString') ? 'line' : 'polygon';
const kindWords = { point: 'points', line: 'lines', polygon: 'polygons' } as const;

export class Spool {
  readonly #folder: string;
  readonly #kept: Bbox | null;
  readonly #open = new Map<string, Open>();
  readonly #firstKind = new Map<string, ReadLayer['kind']>();
  readonly problems: LayerProblem[] = [];
  readonly notes: Text[] = [];
  problemCount = 0;
  rows = 0;
  raster: ReadRaster | null = null;

  /** @param kept features outside are refused; null takes all */
  constructor(folder: string, kept: Bbox | null) {
    this.#folder = folder;
    this.#kept = kept;
  }

  get folder(): string {
    return this.#folder;
  }

  problem(problem: LayerProblem): void {
    this.problemCount += 1;
    if (this.problems.length < problemsKept) this.problems.push(problem);
  }

  /** Takes a feature in WGS-84, or refuses it with the reason. */
  feature(
    name: string,
    row: number,
    geometry: unknown,
    properties: Record<string, unknown>,
    suggested: ReadLayer['suggested'] = null,
  ): void {
    this.rows += 1;
    const fault = geometryFault(geometry);
    if (fault) return this.problem({ layer: name, row, ...fault });
    const good = turned(geometry as GeoJSON.Geometry);
    const kind = kindOf(good.type);
    if (kind === null)
      return this.problem({
        layer: name,
        row,
        field: 'geometry',
        value: good.type,
        rule: 'collection',
        text: {
          zh: '几何集合无法放入图层，请拆成点、线或面',
          en: 'A geometry collection fits no layer: split it into points, lines or polygons',
        },
      });
    const box = bboxOf(good);
    if (box && this.#kept && !boxesOverlap(box, this.#kept))
      return this.problem({
        layer: name,
        row,
        field: 'geometry',
        value: box.slice(0, 2).map((each) => Math.round(each * 1e5) / 1e5),
        rule: 'outside-county',
        text: {
          zh: '在本县及周边之外；请核对坐标系和经纬度顺序，或选“保留县外”',
          en: 'Outside the county and its surroundings: check datum and order of coordinates, or keep what lies outside',
        },
      });
    const open = this.#layer(name, kind, suggested);
    if (open.layer.features >= mostFeatures) return this.#full(open, row);
    this.#write(open, good, properties, box);
  }

  #full(open: Open, row: number): void {
    if (open.isFull) return;
    open.isFull = true;
    this.problem({
      layer: open.layer.name,
      row,
      field: '',
      value: mostFeatures,
      rule: 'limit',
      text: {
        zh: `图层超过 ${mostFeatures} 个要素，其余未读；请按县裁剪文件`,
        en: `The layer has more than ${mostFeatures} features; the rest was not read. Cut the file to the county`,
      },
    });
  }

  #write(open: Open, geometry: GeoJSON.Geometry, properties: Record<string, unknown>, box: Bbox | null): void {
    const { layer } = open;
    for (const column of Object.keys(properties)) if (open.columns.size < mostColumns) open.columns.add(column);
    if (box) layer.bbox = layer.bbox ? joinBoxes(layer.bbox, box) : box;
    layer.features += 1;
    if (layer.sample.length < sampleSize) layer.sample.push({ type: 'Feature', geometry, properties });
    const line = JSON.stringify({ geometry, properties });
    open.pending.push(line);
    open.pendingBytes += line.length;
    if (open.pendingBytes > flushBytes) flush(open);
  }

  /** A layer holds one kind of geometry; what is of another kind than its first feature goes into a layer beside it. */
  #layer(name: string, kind: ReadLayer['kind'], suggested: ReadLayer['suggested']): Open {
    const first = this.#firstKind.get(name) ?? kind;
    this.#firstKind.set(name, first);
    const own = kind === first ? name : `${name} (${kindWords[kind]})`;
    const known = this.#open.get(own);
    if (known) return known;
    const path = join(this.#folder, `layer-${this.#open.size}.ndjson`);
    const layer: ReadLayer = { name: own, kind, features: 0, columns: [], bbox: null, sample: [], path, suggested };
    const open: Open = { layer, columns: new Set(), descriptor: openSync(path, 'w'), pending: [], pendingBytes: 0, isFull: false };
    this.#open.set(own, open);
    return open;
  }

  /** Closes the files and gives the layers. */
  finish(): ReadLayer[] {
    return [...this.#open.values()].map((open) => {
      flush(open);
      closeSync(open.descriptor);
      return { ...open.layer, columns: [...open.columns] };
    });
  }
}

function flush(open: Open): void {
  if (open.pending.length === 0) return;
  writeSync(open.descriptor, `${open.pending.join('\n')}\n`);
  open.pending = [];
  open.pendingBytes = 0;
}

const turned = (geometry: GeoJSON.Geometry): GeoJSON.Geometry =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? rewind(geometry) : geometry;
