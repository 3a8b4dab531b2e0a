import { bboxOf } from '#geo/bounds.ts';
import { isInside } from '#geo/inside.ts';
import { polygonsOf, type AreaGeometry, type Bbox } from '#geo/position.ts';

// An area asked about many times. Its edges are sorted into horizontal bands, so that a place is compared with the few edges
// of its band instead of all of them. Gives exactly what isInside (src/geo) gives, boundary included.

export interface PreparedArea {
  readonly area: AreaGeometry;
  readonly box: Bbox;
  has(lon: number, lat: number): boolean;
}

/** Null for an area without positions. */
export function prepareArea(area: AreaGeometry): PreparedArea | null {
  const box = bboxOf(area);
  if (box === null) return null;
  const parts = polygonsOf(area).map((rings) => {
    const part: GeoJSON.Polygon = { type: 'Polygon', coordinates: rings };
    return { part, box: bboxOf(part) ?? box, bands: bandsOf(rings) };
  });
  return {
    area,
    box,
    has(lon, lat) {
      for (const { part, box: own, bands } of parts) {
        if (lon < own[0] || lat < own[1] || lon > own[2] || lat > own[3]) continue;
        const found = crossed(bands, lon, lat);
        // On an edge (to the last bit) the exact rule for boundaries decides.
        if (found === 'edge' ? isInside([lon, lat], part) : found === 'inside') return true;
      }
      return false;
    },
  };
}

interface Bands {
  readonly south: number;
  readonly height: number;
  readonly count: number;
  readonly first: Int32Array;
  /** x1, y1, x2, y2 of each edge of each band. */
  readonly edges: Float64Array;
}

function bandsOf(rings: readonly GeoJSON.Position[][]): Bands {
  const edges = rings.flatMap((ring) => ring.slice(1).map((b, i) => [ring[i]![0]!, ring[i]![1]!, b[0]!, b[1]!] as const));
  let [south, north] = [Infinity, -Infinity];
  for (const [, y1, , y2] of edges) [south, north] = [Math.min(south, y1, y2), Math.max(north, y1, y2)];
  const count = Math.max(1, Math.min(4_096, edges.length));
  const height = (north - south) / count || 1;
  const bandOf = (y: number): number => Math.max(0, Math.min(count - 1, Math.floor((y - south) / height)));
  const first = new Int32Array(count + 1);
  for (const [, y1, , y2] of edges)
    for (let band = bandOf(Math.min(y1, y2)); band <= bandOf(Math.max(y1, y2)); band += 1) first[band + 1]! += 1;
  for (let band = 0; band < count; band += 1) first[band + 1]! += first[band]!;
  const fill = first.slice();
  const sorted = new Float64Array(first[count]! * 4);
  for (const edge of edges) {
    for (let band = bandOf(Math.min(edge[1], edge[3])); band <= bandOf(Math.max(edge[1], edge[3])); band += 1) {
      sorted.set(edge, fill[band]! * 4);
      fill[band]! += 1;
    }
  }
  return { south, height, count, first, edges: sorted };
}

/** The crossing rule of placeInRing over all rings at once: holes turn inside to outside by themselves. */
function crossed({ south, height, count, first, edges }: Bands, x: number, y: number): 'inside' | 'outside' | 'edge' {
  const band = Math.max(0, Math.min(count - 1, Math.floor((y - south) / height)));
  let inside = false;
  for (let at = first[band]! * 4, end = first[band + 1]! * 4; at < end; at += 4) {
    const ay = edges[at + 1]!;
    const by = edges[at + 3]!;
    if (ay > y !== by > y) {
      const ax = edges[at]!;
      const bx = edges[at + 2]!;
      const side = (x - ax) * (by - ay) - (bx - ax) * (y - ay);
      if (side === 0) return 'edge';
      if (side < 0 === by > ay) inside = !inside;
    } else if (ay === y || by === y) {
      const ax = edges[at]!;
      const bx = edges[at + 2]!;
      if (ay === by ? Math.min(ax, bx) <= x && x <= Math.max(ax, bx) : ay === y ? ax === x : bx === x) return 'edge';
    }
  }
  return inside ? 'inside' : 'outside';
}
