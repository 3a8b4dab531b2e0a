import { contours } from 'd3-contour';
import { rewind } from '#geo/orientation.ts';
import type { Georeference } from './georeference.ts';

// Areas deeper than each limit, as polygons in longitude and latitude. A large raster is looked at in blocks, of which the
// deepest cell counts: a picture may show a little too much water, not too little.

/** Cells of the longer side of what is contoured. */
const finest = 700;

/**
 * @param depths m, row order; NaN counts as dry
 * @param limitsM lower limits of the classes, ascending; each polygon contains the deeper ones
 */
export function depthClasses(
  depths: ArrayLike<number>,
  columns: number,
  rows: number,
  where: Georeference,
  limitsM: readonly number[],
  mostCells = finest,
): GeoJSON.FeatureCollection {
  const block = Math.max(1, Math.ceil(Math.max(columns, rows) / mostCells));
  const [across, down] = [Math.ceil(columns / block), Math.ceil(rows / block)];
  const values = new Float64Array(across * down);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const at = Math.floor(row / block) * across + Math.floor(column / block);
      const depth = depths[row * columns + column] as number;
      if (depth > (values[at] as number)) values[at] = depth;
    }
  const lay = contours().size([across, down]).smooth(true);
  const list = [...values];
  const features = limitsM.flatMap((limit, at): GeoJSON.Feature[] => {
    const { coordinates } = lay.contour(list, limit);
    if (coordinates.length === 0) return [];
    const moved = coordinates.map((rings) => rings.map((ring) => ring.map(([x, y]) => where.toLonLat(x! * block, y! * block))));
    const geometry = rewind<GeoJSON.MultiPolygon>({ type: 'MultiPolygon', coordinates: moved });
    return [{ type: 'Feature', properties: { fromM: limit, toM: limitsM[at + 1] ?? null }, geometry }];
  });
  return { type: 'FeatureCollection', features };
}
