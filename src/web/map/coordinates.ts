import { toWgs84, type Datum } from '#geo/datum.ts';
import type { LonLat } from './drawn.ts';

// Coordinates as people paste them: "34.19,116.95", "116.95 34.19", "N34°11′24″ E116°57′", from whichever map they had open.

/** Bounds of China with a margin, degrees: they tell longitude from latitude when nothing else does. */
const lonRange = { from: 70, to: 140 } as const;
const latRange = { from: 0, to: 60 } as const;

const isLon = (value: number): boolean => value >= lonRange.from && value <= lonRange.to;
const isLat = (value: number): boolean => value >= latRange.from && value <= latRange.to;

/**
 * Reads one pair of coordinates in either order.
 * @param datum the system of the map they were copied from; the answer is WGS-84
 * @returns [lon, lat] in WGS-84 degrees, six decimals; null when there is no pair that can lie in China
 */
export function readCoordinates(text: string, datum: Datum): LonLat | null {
  const numbers = readAngles(text);
  if (numbers.length !== 2) return null;
  const [a, b] = numbers as [number, number];
  const pair: LonLat | null = isLat(a) && isLon(b) ? [b, a] : isLon(a) && isLat(b) ? [a, b] : null;
  if (!pair) return null;
  const [lon, lat] = toWgs84(pair, datum);
  return [round(lon), round(lat)];
}

/** "34.190000, 116.950000": latitude first, as phones and navigation apps take it. */
export function writeCoordinates([lon, lat]: LonLat): string {
  return `${lat.toFixed(6)}, ${lon.toFixed(6)}`;
}

export const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** Decimal degrees, or degrees with minutes and seconds; letters of the compass are not needed, order is told by range. */
function readAngles(text: string): number[] {
  const plain = text.normalize('NFKC');
  const sexagesimal = [
    ...plain.matchAll(/(\d+(?:\.\d+)?)\s*[°度]\s*(?:(\d+(?:\.\d+)?)\s*['′’分]\s*)?(?:(\d+(?:\.\d+)?)\s*(?:["″”秒]|''|′′))?/g),
  ];
  if (sexagesimal.length > 0) {
    return sexagesimal.map(([, degrees, minutes = '0', seconds = '0']) => Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600);
  }
  return [...plain.matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
}
