import { metresPerDegree, type LonLat } from '#geo/position.ts';
import { project, transverseMercatorOf, unproject } from '#geo/transverseMercator.ts';
import type { Grid } from '../field.ts';

// Where on earth the cells of a raster are, and how large in metres.

export interface Georeference {
  readonly dxM: number;
  readonly dyM: number;
  /** Column and row counted from the outer corner in the north-west; 0.5 is the middle of the first cell. */
  toLonLat(column: number, row: number): LonLat;
  toCell(place: LonLat): [column: number, row: number];
}

/** EPSG codes of longitude and latitude. */
const geographic = new Set([4326, 4490]);

/** Georeference of a raster, null where its crs is none that is known here. */
export function georeferenceOf(grid: Omit<Grid, 'values'>): Georeference | null {
  const code = /^EPSG:(\d+)$/.exec(grid.crs)?.[1];
  if (code === undefined) return null;
  const { west, north, cellX, cellY } = grid;
  if (geographic.has(Number(code))) {
    // One cell size for the whole raster: over a county the width of a degree changes by about 1 %.
    const metres = metresPerDegree(north - (grid.rows * cellY) / 2);
    return {
      dxM: cellX * metres.lon,
      dyM: cellY * metres.lat,
      toLonLat: (column, row) => [west + column * cellX, north - row * cellY],
      toCell: ([lon, lat]) => [(lon - west) / cellX, (north - lat) / cellY],
    };
  }
  const projection = transverseMercatorOf(Number(code));
  if (projection === null) return null;
  return {
    dxM: cellX,
    dyM: cellY,
    toLonLat: (column, row) => unproject(projection, west + column * cellX, north - row * cellY),
    toCell(place) {
      const [x, y] = project(projection, place);
      return [(x - west) / cellX, (north - y) / cellY];
    },
  };
}
