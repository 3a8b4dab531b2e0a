import { bboxOf } from '#geo/bounds.ts';
import { polygonsOf, radians, type AreaGeometry } from '#geo/position.ts';

// How much of one area lies in another. Both are cut into thin horizontal strips; in each the lengths of the stretches inside
// are compared. Exact for strips, so the share errs by about one in the number of strips.

const strips = 400;

/** Share 0…1 of `part`'s area that lies in `whole`; 0 for an empty part. */
export function shareInside(part: AreaGeometry, whole: AreaGeometry): number {
  const box = bboxOf(part);
  if (box === null) return 0;
  const height = (box[3] - box[1]) / strips;
  let [inside, all] = [0, 0];
  for (let i = 0; i < strips; i += 1) {
    const y = box[1] + (i + 0.5) * height;
    const own = stretchesAt(part, y);
    const shared = commonLength(own, stretchesAt(whole, y));
    const weight = Math.cos(radians(y));
    inside += shared * weight;
    all += own.reduce((sum, [from, to]) => sum + to - from, 0) * weight;
  }
  return all === 0 ? 0 : inside / all;
}

/** Stretches [from, to] of a parallel that lie in the area, in order, not overlapping. */
function stretchesAt(area: AreaGeometry, y: number): [number, number][] {
  const stretches: [number, number][] = [];
  for (const rings of polygonsOf(area)) {
    const crossings: number[] = [];
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i += 1) {
        const [ax, ay] = ring[i - 1]!;
        const [bx, by] = ring[i]!;
        if (ay > y !== by > y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
      }
    }
    crossings.sort((a, b) => a - b);
    for (let i = 1; i < crossings.length; i += 2) stretches.push([crossings[i - 1]!, crossings[i]!]);
  }
  return merged(stretches);
}

/** Polygons of one area may overlap by mistake; what they share must count once. */
function merged(stretches: [number, number][]): [number, number][] {
  const sorted = stretches.sort((a, b) => a[0] - b[0]);
  const result: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

function commonLength(a: readonly [number, number][], b: readonly [number, number][]): number {
  let [i, k, length] = [0, 0, 0];
  while (i < a.length && k < b.length) {
    const [one, other] = [a[i]!, b[k]!];
    length += Math.max(0, Math.min(one[1], other[1]) - Math.max(one[0], other[0]));
    if (one[1] < other[1]) i += 1;
    else k += 1;
  }
  return length;
}
