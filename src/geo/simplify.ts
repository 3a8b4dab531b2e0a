import { metresPerDegree, type LonLat, type Ring } from './position.ts';

// Fewer positions, same shape: Douglas and Peucker, 1973, on the local plane.

/** The line without positions that lie nearer than `toleranceM` metres to what is left; both ends stay. */
export function simplifyLine(line: readonly LonLat[], toleranceM: number): LonLat[] {
  if (line.length <= 2) return [...line];
  const scale = metresPerDegree(line[0]![1]);
  const keep = new Uint8Array(line.length);
  keep[0] = keep[line.length - 1] = 1;
  const open: [number, number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    let [worst, at] = [toleranceM * toleranceM, -1];
    for (let i = from + 1; i < to; i += 1) {
      const squared = squaredDistance(line[i]!, line[from]!, line[to]!, scale);
      if (squared > worst) [worst, at] = [squared, i];
    }
    if (at < 0) continue;
    keep[at] = 1;
    open.push([from, at], [at, to]);
  }
  return line.filter((_, i) => keep[i] === 1);
}

/** A closed ring with fewer positions; never fewer than four, so the ring stays a ring. May cross itself at large tolerances. */
export function simplifyRing(ring: Ring, toleranceM: number): Ring {
  if (ring.length <= 4) return [...ring];
  const start = ring[0]!;
  let [far, at] = [-1, 1];
  ring.forEach((p, i) => {
    const squared = (p[0] - start[0]) ** 2 + (p[1] - start[1]) ** 2;
    if (squared > far) [far, at] = [squared, i];
  });
  const there = simplifyLine(ring.slice(0, at + 1), toleranceM);
  const back = simplifyLine(ring.slice(at), toleranceM);
  const result = [...there, ...back.slice(1)];
  return result.length >= 4 ? result : [...ring];
}

function squaredDistance(p: LonLat, a: LonLat, b: LonLat, scale: { lon: number; lat: number }): number {
  const [dx, dy] = [(b[0] - a[0]) * scale.lon, (b[1] - a[1]) * scale.lat];
  const [px, py] = [(p[0] - a[0]) * scale.lon, (p[1] - a[1]) * scale.lat];
  const squaredLength = dx * dx + dy * dy;
  const t = squaredLength === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / squaredLength));
  return (px - t * dx) ** 2 + (py - t * dy) ** 2;
}
