import { metresPerDegree, type LonLat } from '#geo/position.ts';

// The story is drawn on a plane of metres around the county seat: x to the east, y to the north. Within the county the
// difference to the sphere is below one per cent, which an invented landscape does not notice.

/** [x, y] in metres. */
export type Place = LonLat;

const origin: LonLat = [116.94, 34.1849];
const scale = metresPerDegree(origin[1]);

export function toPlane([lon, lat]: LonLat): Place {
  return [(lon - origin[0]) * scale.lon, (lat - origin[1]) * scale.lat];
}

/** Degrees with six decimals, about a decimetre; equal places give equal positions. */
export function toDegrees([x, y]: Place): LonLat {
  const round = (value: number): number => Math.round(value * 1e6) / 1e6;
  return [round(origin[0] + x / scale.lon), round(origin[1] + y / scale.lat)];
}

export function gap(a: Place, b: Place): number {
  return Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);
}

export function between(a: Place, b: Place, share: number): Place {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

export function lineLength(line: readonly Place[]): number {
  let sum = 0;
  for (let i = 1; i < line.length; i += 1) sum += gap(line[i - 1]!, line[i]!);
  return sum;
}

/** Distance in metres from a place to a line, and how far along the line the nearest place lies. */
export function toLine(place: Place, line: readonly Place[]): { distance: number; along: number } {
  let best = { distance: Infinity, along: 0 };
  let walked = 0;
  for (let i = 1; i < line.length; i += 1) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const length = gap(a, b);
    const dot = (place[0] - a[0]) * (b[0] - a[0]) + (place[1] - a[1]) * (b[1] - a[1]);
    const share = length === 0 ? 0 : Math.max(0, Math.min(1, dot / (length * length)));
    const distance = gap(place, between(a, b, share));
    if (distance < best.distance) best = { distance, along: walked + share * length };
    walked += length;
  }
  return best;
}

/** The place at a length along a line. */
export function placeAlong(line: readonly Place[], metres: number): Place {
  let left = metres;
  for (let i = 1; i < line.length; i += 1) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const length = gap(a, b);
    if (left <= length && length > 0) return between(a, b, Math.max(0, left / length));
    left -= length;
  }
  return line.at(-1)!;
}

/** The part of a line between two lengths along it. */
export function partOfLine(line: readonly Place[], from: number, to: number): Place[] {
  const part: Place[] = [placeAlong(line, from)];
  let walked = 0;
  for (let i = 1; i < line.length - 1; i += 1) {
    walked += gap(line[i - 1]!, line[i]!);
    if (walked > from + 0.01 && walked < to - 0.01) part.push(line[i]!);
  }
  return [...part, placeAlong(line, to)];
}
