import { isInside } from '#geo/inside.ts';
import type { Random } from '#geo/random.ts';
import type { Division } from '../../county.ts';
import { gap, toPlane, type Place } from './plane.ts';
import { seats } from './seats.table.ts';
import { tile } from './tiling.ts';
import { soften, wander } from './curve.ts';
import { voronoiBorders } from './voronoi.ts';

// Invented township boundaries: Voronoi cells of invented seats, borders bent, cut exactly at the county outline.

export interface Township {
  division: Division;
  seat: Place;
  /** Closed, counter-clockwise. */
  ring: Place[];
}

export interface Townships {
  all: Township[];
  /** The township in whose ring a place lies, else the one with the nearest seat. */
  at(place: Place): Township;
}

export function drawTownships(outline: readonly Place[], divisions: readonly Division[], random: Random): Townships {
  const seeds = divisions.map(({ code }) => {
    const seat = seats[code];
    if (!seat) throw new Error(`seats.table.ts has no seat for ${code}`);
    return toPlane(seat);
  });
  const borders = voronoiBorders(seeds, 40_000).map(({ left, right, from, to }) => ({
    left,
    right,
    line: soften(wander(from, to, random)),
  }));
  const rings = tile(outline, borders, seeds);
  const all = divisions.map((division, i) => {
    const ring = rings.get(i);
    if (!ring) throw new Error(`No tile for ${division.code}`);
    return { division, seat: seeds[i]!, ring };
  });
  const areas = all.map(({ ring }): GeoJSON.Polygon => ({ type: 'Polygon', coordinates: [ring] }));
  return {
    all,
    at: (place) => all.find((_, i) => isInside(place, areas[i]!)) ?? all.toSorted((a, b) => gap(a.seat, place) - gap(b.seat, place))[0]!,
  };
}
