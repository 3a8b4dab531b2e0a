import { degrees, type LonLat, radians } from './position.ts';

// Gauss-Krüger and UTM: the projections of Chinese elevation models. Krüger's series in the third flattening to its fourth
// power (Karney 2011, J. Geodesy 85, 475, eqs 7 to 12 and 35, 36), exact to micrometres within a zone. Ellipsoids of
// CGCS2000 and WGS-84 differ by 0.1 mm in the polar axis and are treated as one.

export interface TransverseMercator {
  /** Degrees. */
  readonly centralMeridian: number;
  readonly scale: number;
  /** m, added to x. */
  readonly falseEasting: number;
}

const semiMajorM = 6_378_137;
const flattening = 1 / 298.257222101;
const n = flattening / (2 - flattening);
const rectifying = (semiMajorM / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
const eccentricity = Math.sqrt(flattening * (2 - flattening));

const forward = [
  n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4,
  (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4,
  (61 / 240) * n ** 3 - (103 / 140) * n ** 4,
  (49_561 / 161_280) * n ** 4,
];
const backward = [
  n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3 - (1 / 360) * n ** 4,
  (1 / 48) * n ** 2 + (1 / 15) * n ** 3 - (437 / 1440) * n ** 4,
  (17 / 480) * n ** 3 - (37 / 840) * n ** 4,
  (4397 / 161_280) * n ** 4,
];

/** Projection of an EPSG code: CGCS2000 in zones of 3° and 6°, with or without zone number, UTM on WGS-84; null for others. */
export function transverseMercatorOf(epsg: number): TransverseMercator | null {
  const kruger = (centralMeridian: number, falseEasting: number) => ({ centralMeridian, scale: 1, falseEasting });
  if (epsg >= 4491 && epsg <= 4501) return kruger((epsg - 4491) * 6 + 75, (epsg - 4491 + 13) * 1e6 + 500_000);
  if (epsg >= 4502 && epsg <= 4512) return kruger((epsg - 4502) * 6 + 75, 500_000);
  if (epsg >= 4513 && epsg <= 4533) return kruger((epsg - 4513) * 3 + 75, (epsg - 4513 + 25) * 1e6 + 500_000);
  if (epsg >= 4534 && epsg <= 4554) return kruger((epsg - 4534) * 3 + 75, 500_000);
  if (epsg >= 32_601 && epsg <= 32_660) return { centralMeridian: (epsg - 32_600) * 6 - 183, scale: 0.9996, falseEasting: 500_000 };
  return null;
}

/** Position to metres east and north. Within about 10° of the central meridian. */
export function project({ centralMeridian, scale, falseEasting }: TransverseMercator, [lon, lat]: LonLat): [xM: number, yM: number] {
  const sine = Math.sin(radians(lat));
  const tangent = Math.sinh(Math.atanh(sine) - eccentricity * Math.atanh(eccentricity * sine));
  const east = radians(lon - centralMeridian);
  const xi = Math.atan2(tangent, Math.cos(east));
  const eta = Math.asinh(Math.sin(east) / Math.hypot(tangent, Math.cos(east)));
  let [x, y] = [eta, xi];
  forward.forEach((factor, at) => {
    const times = 2 * (at + 1);
    x += factor * Math.cos(times * xi) * Math.sinh(times * eta);
    y += factor * Math.sin(times * xi) * Math.cosh(times * eta);
  });
  return [falseEasting + scale * rectifying * x, scale * rectifying * y];
}

/** Metres east and north to position. */
export function unproject({ centralMeridian, scale, falseEasting }: TransverseMercator, xM: number, yM: number): LonLat {
  const [x, y] = [(xM - falseEasting) / (scale * rectifying), yM / (scale * rectifying)];
  let [eta, xi] = [x, y];
  backward.forEach((factor, at) => {
    const times = 2 * (at + 1);
    eta -= factor * Math.cos(times * y) * Math.sinh(times * x);
    xi -= factor * Math.sin(times * y) * Math.cosh(times * x);
  });
  const tangent = Math.sin(xi) / Math.hypot(Math.sinh(eta), Math.cos(xi));
  // Conformal to geographic latitude by fixed-point steps, each of which gains two digits and more.
  let sine = tangent / Math.hypot(1, tangent);
  for (let turn = 0; turn < 8; turn += 1) sine = Math.tanh(Math.asinh(tangent) + eccentricity * Math.atanh(eccentricity * sine));
  return [centralMeridian + degrees(Math.atan2(Math.sinh(eta), Math.cos(xi))), degrees(Math.asin(sine))];
}
