import type { Bbox, LonLat } from '#geo/position.ts';
import type { DemoTerrain } from '../../demo.ts';
import { fractalNoise } from './noise.ts';
import { gap, lineLength, toLine, toPlane, type Place } from './plane.ts';
import type { River } from './rivers.ts';

// An invented landscape with the tendency of the real one: a plain that falls from about 40 m in the north-west to 31 m in the
// south-east, low ranges in the south-east up to nearly 400 m, rivers cut a few metres into the plain.

export interface Landscape {
  /** Metres above sea level. */
  heightAt(place: Place): number;
}

/** Crest from one end to the other, height above the plain and half width in metres. */
const ranges: { from: LonLat; to: LonLat; height: number; width: number }[] = [
  { from: [117.0, 34.095], to: [117.04, 34.13], height: 390, width: 1500 },
  { from: [117.012, 34.0], to: [117.04, 34.035], height: 240, width: 1300 },
  { from: [117.098, 34.03], to: [117.106, 34.07], height: 170, width: 900 },
  { from: [116.974, 34.14], to: [116.984, 34.17], height: 140, width: 900 },
  { from: [117.03, 34.075], to: [117.045, 34.085], height: 110, width: 800 },
  { from: [116.955, 34.01], to: [116.962, 34.03], height: 90, width: 800 },
];

export function shapeLandscape(seed: number, rivers: readonly River[]): Landscape {
  const rough = fractalNoise(seed + 11, 2600, 4);
  const spurs = fractalNoise(seed + 23, 1100, 3);
  const soft = fractalNoise(seed + 37, 5200, 3);
  const crests = ranges.map(({ from, to, ...range }) => ({ ...range, line: [toPlane(from), toPlane(to)] }));
  const reaches = rivers.flatMap(cutIntoReaches);
  return {
    heightAt(place) {
      const [x, y] = place;
      const plain = Math.min(39.4, 36 - 0.075e-3 * x + 0.05e-3 * y + 0.9 * soft(x, y));
      let hills = 0;
      for (const { line, height, width } of crests) {
        const distance = toLine(place, line).distance;
        if (distance > 3.5 * width) continue;
        const reach = distance * (1 + 0.35 * spurs(x, y));
        hills += height * Math.exp(-((reach / width) ** 2)) * (0.82 + 0.24 * rough(x, y));
      }
      let height = plain + hills;
      for (const { line, middle, radius, widthM, bottom, fall } of reaches) {
        if (gap(place, middle) > radius + 1000) continue;
        const { distance, along } = toLine(place, line);
        if (distance > 1000) continue;
        const bank = bottom - fall * along + (Math.max(0, distance - widthM / 2) / 110) ** 2;
        height = Math.min(height, bank);
      }
      return height;
    },
  };
}

/** Short pieces of a river, so that most places are told from it by one distance. */
function cutIntoReaches({ line, widthM, bed }: River) {
  const fall = (bed[0] - bed[1]) / lineLength(line);
  let bottom = bed[0];
  const reaches = [];
  for (let i = 0; i + 1 < line.length; i += 16) {
    const piece = line.slice(i, i + 17);
    const middle = piece[piece.length >> 1]!;
    const radius = Math.max(...piece.map((p) => gap(p, middle)));
    reaches.push({ line: piece, middle, radius, widthM, bottom, fall });
    bottom -= fall * lineLength(piece);
  }
  return reaches;
}

const cellDeg = 0.0025;

/** Samples the landscape on a grid of 0.0025° (230 by 278 m) that covers the box. */
export function sampleTerrain(landscape: Landscape, [west, south, east, north]: Bbox): DemoTerrain {
  const [left, bottom] = [Math.floor(west / cellDeg), Math.floor(south / cellDeg)];
  const [right, top] = [Math.ceil(east / cellDeg), Math.ceil(north / cellDeg)];
  const [cols, rows] = [right - left, top - bottom];
  const values: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let col = 0; col < cols; col += 1) {
      const centre = toPlane([(left + col + 0.5) * cellDeg, (top - row - 0.5) * cellDeg]);
      values.push(Math.round(landscape.heightAt(centre) * 10));
    }
  }
  const edge = (cell: number): number => Math.round(cell * cellDeg * 1e6) / 1e6;
  return { bbox: [edge(left), edge(bottom), edge(right), edge(top)], cols, rows, cellDeg, values };
}
