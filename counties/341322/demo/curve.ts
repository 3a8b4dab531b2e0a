import type { Random } from '#geo/random.ts';
import { between, gap, lineLength, placeAlong, type Place } from './plane.ts';

// Lines as nature and road builders draw them.

/** A smooth curve through all places (Catmull–Rom, centripetal), sampled about every `step` metres; the places stay on it. */
export function curveThrough(places: readonly Place[], step: number): Place[] {
  const line: Place[] = [places[0]!];
  for (let i = 1; i < places.length; i += 1) {
    const [p1, p2] = [places[i - 1]!, places[i]!];
    const p0 = places[i - 2] ?? mirror(p1, p2);
    const p3 = places[i + 1] ?? mirror(p2, p1);
    const samples = Math.max(1, Math.round(gap(p1, p2) / step));
    for (let k = 1; k < samples; k += 1) line.push(catmullRom(p0, p1, p2, p3, k / samples));
    line.push(p2);
  }
  return line;
}

const mirror = (at: Place, other: Place): Place => [2 * at[0] - other[0], 2 * at[1] - other[1]];

/** Barry and Goldman's form: knots grow with the square root of the gap, so the curve neither loops nor overshoots. */
function catmullRom(p0: Place, p1: Place, p2: Place, p3: Place, share: number): Place {
  const t0 = 0;
  const t1 = t0 + Math.sqrt(gap(p0, p1));
  const t2 = t1 + Math.sqrt(gap(p1, p2));
  const t3 = t2 + Math.sqrt(gap(p2, p3));
  const t = t1 + (t2 - t1) * share;
  const mix = (a: Place, b: Place, from: number, to: number): Place => between(a, b, (t - from) / (to - from));
  const [a1, a2, a3] = [mix(p0, p1, t0, t1), mix(p1, p2, t1, t2), mix(p2, p3, t2, t3)];
  return mix(mix(a1, a2, t0, t2), mix(a2, a3, t1, t3), t1, t2);
}

/** A line between two places that wanders like an old field boundary: midpoints displaced again and again. */
export function wander(from: Place, to: Place, random: Random, roughness = 0.07, finest = 500): Place[] {
  const length = gap(from, to);
  if (length < finest) return [from, to];
  const shift = random.between(-roughness, roughness);
  const middle = between(from, to, random.between(0.42, 0.58));
  const moved: Place = [middle[0] - (to[1] - from[1]) * shift, middle[1] + (to[0] - from[0]) * shift];
  return [...wander(from, moved, random, roughness, finest).slice(0, -1), ...wander(moved, to, random, roughness, finest)];
}

/** Cuts corners twice (Chaikin, 1974); both ends stay. */
export function soften(line: readonly Place[], rounds = 2): Place[] {
  let result = [...line];
  for (let round = 0; round < rounds; round += 1) {
    const next: Place[] = [result[0]!];
    for (let i = 1; i < result.length; i += 1) {
      next.push(between(result[i - 1]!, result[i]!, 0.25), between(result[i - 1]!, result[i]!, 0.75));
    }
    result = [...next, result.at(-1)!];
  }
  return result;
}

/** A line that swings from side to side of its course like a lowland river, with bends of uneven length. */
export function meander(course: readonly Place[], random: Random, swing: number, bend: number): Place[] {
  const base = curveThrough(course, 200);
  const total = lineLength(base);
  const turns: Place[] = [base[0]!];
  let side = random.next() < 0.5 ? 1 : -1;
  for (let at = bend; at < total - bend / 2; at += bend * random.between(0.6, 1.4)) {
    const [before, here, after] = [placeAlong(base, at - 150), placeAlong(base, at), placeAlong(base, at + 150)];
    const length = gap(before, after);
    const reach = side * swing * random.between(0.25, 1);
    turns.push([here[0] - ((after[1] - before[1]) / length) * reach, here[1] + ((after[0] - before[0]) / length) * reach]);
    side = -side;
  }
  return curveThrough([...turns, base.at(-1)!], 120);
}
