import { clipLine } from '#geo/crossing.ts';
import type { Random } from '#geo/random.ts';
import type { LonLat } from '#geo/position.ts';
import type { Text } from '#kernel/language/text.ts';
import { meander } from './curve.ts';
import { lineLength, toPlane, type Place } from './plane.ts';

export interface River {
  name: Text;
  /** Bank to bank, metres. */
  widthM: number;
  /** From where it enters the county to where it leaves. */
  line: Place[];
  /** Height of the bed in metres above sea level where it enters and leaves. */
  bed: [number, number];
}

const courses: { name: Text; widthM: number; bed: [number, number]; course: LonLat[] }[] = [
  {
    name: { zh: '演示清水河', en: 'Demo Qingshui River' },
    widthM: 90,
    bed: [33.4, 27.6],
    course: [
      [116.56, 34.345],
      [116.63, 34.33],
      [116.7, 34.318],
      [116.79, 34.312],
      [116.848, 34.262],
      [116.857, 34.2],
      [116.873, 34.15],
      [116.86, 34.1],
      [116.868, 34.04],
    ],
  },
  {
    name: { zh: '演示沙溪河', en: 'Demo Shaxi River' },
    widthM: 55,
    bed: [32.6, 28.2],
    course: [
      [116.46, 34.2],
      [116.54, 34.187],
      [116.61, 34.178],
      [116.66, 34.14],
      [116.675, 34.085],
      [116.705, 34.055],
      [116.722, 34.0],
      [116.73, 33.96],
    ],
  },
];

/** Two invented rivers that cross the county, drawn as meanders. */
export function drawRivers(outline: readonly Place[], random: Random): River[] {
  const county: GeoJSON.Polygon = { type: 'Polygon', coordinates: [outline as Place[]] };
  return courses.map(({ course, ...river }) => {
    const parts = clipLine(meander(course.map(toPlane), random, 420, 1500), county);
    const line = parts.toSorted((a, b) => lineLength(b) - lineLength(a))[0]!;
    return { ...river, line };
  });
}
