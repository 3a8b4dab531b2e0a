import { isInside } from './inside.ts';
import { polygonsOf, segmentsOf, type AreaGeometry, type LonLat } from './position.ts';

// Two notions of the middle of an area. The centroid is the balance point and may lie outside a bent area; the representative
// point is always inside, so labels and "the place of this township" use it.

/** Area-weighted centroid on the plane of degrees; the mean of the positions for an area without extent. */
export function centroid(geometry: AreaGeometry): LonLat {
  let [x, y, area] = [0, 0, 0];
  const all = polygonsOf(geometry).flat(2);
  const [originX, originY] = all[0]!;
  for (const rings of polygonsOf(geometry)) {
    rings.forEach((ring, index) => {
      let [ringX, ringY, ringArea] = [0, 0, 0];
      for (const [a, b] of segmentsOf(ring)) {
        const [ax, ay, bx, by] = [a[0] - originX, a[1] - originY, b[0] - originX, b[1] - originY];
        const cross = ax * by - bx * ay;
        ringArea += cross;
        ringX += (ax + bx) * cross;
        ringY += (ay + by) * cross;
      }
      const sign = ringArea > 0 === (index === 0) ? 1 : -1;
      x += sign * ringX;
      y += sign * ringY;
      area += sign * ringArea;
    });
  }
  if (Math.abs(area) > 1e-14) return [originX + x / (3 * area), originY + y / (3 * area)];
  const mean = (axis: 0 | 1): number => all.reduce((sum, p) => sum + p[axis], 0) / all.length;
  return [mean(0), mean(1)];
}

/**
 * A position inside the area: the centroid if it is inside, else the middle of the longest stretch that lies inside on one of
 * several parallels through the area.
 */
export function representativePoint(geometry: AreaGeometry): LonLat {
  const middle = centroid(geometry);
  if (isInside(middle, geometry)) return middle;
  const rings = polygonsOf(geometry).flat();
  const latitudes = rings.flat().map((p) => p[1]);
  const [south, north] = [latitudes.reduce((a, b) => Math.min(a, b)), latitudes.reduce((a, b) => Math.max(a, b))];
  let best: { width: number; place: LonLat } = { width: -1, place: rings[0]![0]! };
  for (let step = 1; step < 32; step += 1) {
    const lat = south + ((north - south) * (step - 0.0137)) / 32;
    const cuts = rings
      .flatMap((ring) => [...segmentsOf(ring)])
      .filter(([a, b]) => a[1] > lat !== b[1] > lat)
      .map(([a, b]) => a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0]))
      .toSorted((a, b) => a - b);
    for (let i = 1; i < cuts.length; i += 2) {
      const width = cuts[i]! - cuts[i - 1]!;
      if (width > best.width) best = { width, place: [(cuts[i]! + cuts[i - 1]!) / 2, lat] };
    }
  }
  return best.place;
}
