import { contours } from 'd3-contour';
import { rewind } from '#geo/orientation.ts';
import type { LonLat } from '#geo/position.ts';
import { shapeOf } from './closures.ts';
import { everywhere, snap, type Traveller } from './router.ts';
import { seedsFrom, seedsTo, type Snap } from './snap.ts';

// Everything reached within so many minutes, as areas. Times along the roads are laid on a raster: each cell takes the soonest
// road near it and the walk from there. The outline is that raster's contour; the cell size is its accuracy.

export interface IsochroneOptions {
  /** Within reach of the place instead of from it: where help can come from. */
  readonly against?: boolean;
  /** How far from a road a cell may still count, metres. */
  readonly besideRoadM?: number;
}

export interface Isochrone {
  readonly seconds: number;
  readonly area: GeoJSON.MultiPolygon;
  /** Side of the raster's cells: the outline is no finer. */
  readonly cellM: number;
}

/** Off the road one walks: 1.33 m/s, RiMEA test 1. */
const walkingMps = 1.33;
const mostCells = 400;

/** Areas for each time, in the order given; null when the place lies on no usable road. */
export function isochrones(
  traveller: Traveller,
  place: LonLat,
  limits: readonly number[],
  { against = false, besideRoadM = 200 }: IsochroneOptions = {},
): Isochrone[] | null {
  const centre = snap(traveller, place);
  if (centre === null) return null;
  const { graph, costs } = traveller;
  const furthest = Math.max(...limits);
  const times = everywhere(traveller, against ? seedsTo(graph, costs, centre) : seedsFrom(graph, costs, centre), against, furthest);
  const points = reachedPoints(traveller, centre, times, furthest, against);
  const raster = rasterOf(points, besideRoadM);
  const lay = contours().size([raster.columns, raster.rows]).smooth(true);
  return limits.map((seconds) => {
    // The library draws around values at or above a threshold; here less is more.
    const { coordinates } = lay.contour(
      Array.from(raster.seconds, (value) => seconds - value),
      0,
    );
    const moved = coordinates.map((rings) => rings.map((ring) => ring.map(([column, line]) => placed(traveller, raster, column!, line!))));
    return { seconds, area: rewind<GeoJSON.MultiPolygon>({ type: 'MultiPolygon', coordinates: moved }), cellM: raster.cellM };
  });
}

interface ReachedPoints {
  readonly x: number[];
  readonly y: number[];
  readonly seconds: number[];
}

/** Positions along the roads reached in time, at most 30 m apart, with the time there. */
function reachedPoints({ graph, costs }: Traveller, centre: Snap, times: Float64Array, furthest: number, against: boolean): ReachedPoints {
  const points: ReachedPoints = { x: [], y: [], seconds: [] };
  const { perLon, perLat } = graph.plane;
  const add = (lon: number, lat: number, seconds: number): void => {
    points.x.push(lon * perLon);
    points.y.push(lat * perLat);
    points.seconds.push(seconds);
  };
  add(centre.position[0], centre.position[1], 0);
  for (let edge = 0; edge < graph.head.length; edge += 1) {
    const cost = costs.seconds[edge]!;
    const start = times[against ? graph.head[edge]! : graph.tail[edge]!]!;
    if (!(start <= furthest) || cost === Infinity) continue;
    const piece = graph.piece[edge]!;
    const shape = shapeOf(graph, piece);
    const isReversed = (graph.forward[edge] === 1) === against;
    if (isReversed) shape.reverse();
    const pace = cost / Math.max(1e-9, graph.pieces.metres[piece]!);
    let seconds = start;
    add(...shape[0]!, seconds);
    for (let i = 1; i < shape.length && seconds <= furthest; i += 1) {
      const [a, b] = [shape[i - 1]!, shape[i]!];
      const length = Math.hypot((b[0] - a[0]) * perLon, (b[1] - a[1]) * perLat);
      const parts = Math.max(1, Math.ceil(length / 30));
      for (let k = 1; k <= parts && seconds <= furthest; k += 1) {
        seconds += (length / parts) * pace;
        if (seconds <= furthest) add(a[0] + ((b[0] - a[0]) * k) / parts, a[1] + ((b[1] - a[1]) * k) / parts, seconds);
      }
    }
  }
  return points;
}

interface Raster {
  readonly west: number;
  readonly south: number;
  readonly cellM: number;
  readonly columns: number;
  readonly rows: number;
  readonly seconds: Float64Array;
}

function rasterOf({ x, y, seconds }: ReachedPoints, besideRoadM: number): Raster {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < x.length; i += 1)
    [west, south, east, north] = [Math.min(west, x[i]!), Math.min(south, y[i]!), Math.max(east, x[i]!), Math.max(north, y[i]!)];
  const margin = besideRoadM * 2;
  const cellM = Math.max(besideRoadM / 4, (Math.max(east - west, north - south) + 2 * margin) / mostCells);
  const [left, bottom] = [west - margin, south - margin];
  const columns = Math.ceil((east - west + 2 * margin) / cellM) + 1;
  const rows = Math.ceil((north - south + 2 * margin) / cellM) + 1;
  // A number instead of infinity, so that the outline can be placed between cells.
  const never = 1e7;
  const soonest = new Float64Array(columns * rows).fill(never);
  for (let i = 0; i < x.length; i += 1) {
    const at = Math.floor((y[i]! - bottom) / cellM) * columns + Math.floor((x[i]! - left) / cellM);
    soonest[at] = Math.min(soonest[at]!, seconds[i]!);
  }
  return { west: left, south: bottom, cellM, columns, rows, seconds: walked(soonest, columns, rows, cellM, besideRoadM, never) };
}

/** Each cell's soonest time by road and on foot from a cell nearby. */
function walked(soonest: Float64Array, columns: number, rows: number, cellM: number, besideRoadM: number, never: number): Float64Array {
  const reach = Math.max(1, Math.round(besideRoadM / cellM));
  const offsets: { dx: number; dy: number; seconds: number }[] = [];
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      const metres = Math.hypot(dx, dy) * cellM;
      if (metres <= besideRoadM) offsets.push({ dx, dy, seconds: metres / walkingMps });
    }
  }
  const result = new Float64Array(soonest.length).fill(never);
  for (let row = reach; row < rows - reach; row += 1) {
    for (let column = reach; column < columns - reach; column += 1) {
      const here = soonest[row * columns + column]!;
      if (here === never) continue;
      for (const { dx, dy, seconds } of offsets) {
        const at = (row + dy) * columns + column + dx;
        if (here + seconds < result[at]!) result[at] = here + seconds;
      }
    }
  }
  return result;
}

/** From raster coordinates of the contour (cell centres lie at halves) to degrees. */
function placed({ graph }: Traveller, { west, south, cellM }: Raster, column: number, line: number): LonLat {
  return [(west + column * cellM) / graph.plane.perLon, (south + line * cellM) / graph.plane.perLat];
}
