import { reachOf, type Zone } from '#models/shared/zone.ts';
import { densePlumeExtent, densePuffDisc, type DensePlume, densePlumeShare, type DensePuff, densePuffShare } from './britterMcQuaid.ts';

// The ground under a dense cloud: a flat slab, so the edge of the cloud is the edge of every zone near the source, and a zone
// ends where the mean share falls below its level.

const stations = 48;

/** Zone of a share C/C0 (0…1) of a continuous release, or null when the share is reached nowhere. */
export function densePlumeZone(plume: DensePlume, share: number, lastM: number): Zone | null {
  const reach = reachOf((x) => densePlumeShare(plume, x), share, 1, lastM);
  if (!reach) return null;
  const { upwindM, halfWidth } = densePlumeExtent(plume);
  const right: [number, number][] = [[-upwindM, -halfWidth(0)]];
  for (let n = 0; n <= stations; n += 1) {
    const x = (reach.farM * n) / stations;
    right.push([x, -halfWidth(x)]);
  }
  return { ...reach, nearM: 0, widthM: 2 * halfWidth(reach.farM), ring: mirrored(right) };
}

/** Zone of a share C/C0 (0…1) that an instantaneous release sweeps, or null. */
export function densePuffZone(puff: DensePuff, share: number, lastM: number): Zone | null {
  const reach = reachOf((x) => densePuffShare(puff, x), share, 1, lastM);
  if (!reach) return null;
  const end = timeOfFront(puff, reach.farM);
  const first = densePuffDisc(puff, 0);
  const last = densePuffDisc(puff, end);
  const right: [number, number][] = [];
  // Back of the first disc, edges of the discs on the way, front of the last.
  for (let n = 0; n <= 8; n += 1) right.push(onDisc(first, Math.PI - (Math.PI / 2) * (n / 8)));
  for (let n = 1; n < stations; n += 1) {
    const disc = densePuffDisc(puff, (end * n) / stations);
    right.push([disc.middleM, -disc.radiusM]);
  }
  for (let n = 0; n <= 12; n += 1) right.push(onDisc(last, Math.PI / 2 - (Math.PI / 2) * (n / 12)));
  return { ...reach, nearM: 0, widthM: 2 * last.radiusM, ring: mirrored(right) };
}

function onDisc({ middleM, radiusM }: { middleM: number; radiusM: number }, angle: number): [number, number] {
  return [middleM + radiusM * Math.cos(angle), -radiusM * Math.sin(angle)];
}

/** When the front of the cloud, 0.4·u·t + R(t), reaches x. */
function timeOfFront(puff: DensePuff, x: number): number {
  let [low, high] = [0, (x / (0.4 * puff.windSpeed)) * 1.01];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    const { middleM, radiusM } = densePuffDisc(puff, middle);
    if (middleM + radiusM < x) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function mirrored(right: [number, number][]): [number, number][] {
  const left = right.toReversed().map(([x, y]): [number, number] => [x, -y]);
  return [...right, ...left];
}
