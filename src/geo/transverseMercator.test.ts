import { expect, test } from 'vitest';
import { project, transverseMercatorOf, unproject } from './transverseMercator.ts';

test('there and back again within a hundredth of a millimetre', () => {
  const zone = transverseMercatorOf(4527);
  expect(zone).toEqual({ centralMeridian: 117, scale: 1, falseEasting: 39_500_000 });
  for (const place of [
    [116.95, 34.19],
    [118.4, 33.7],
    [115.6, 40],
  ] as const) {
    const [x, y] = project(zone!, [...place]);
    const [lon, lat] = unproject(zone!, x, y);
    expect(Math.hypot(lon - place[0], lat - place[1])).toBeLessThan(1e-10);
  }
});

test('on the central meridian the northing is the length of the meridian arc', () => {
  // Quarter meridian of GRS 80, 10 001 965.729 m (Moritz 2000, Geodetic Reference System 1980).
  expect(project(transverseMercatorOf(4548)!, [117, 90])[1]).toBeCloseTo(10_001_965.729, 2);
  expect(project(transverseMercatorOf(4548)!, [117, 34])[0]).toBeCloseTo(500_000, 6);
});

test('codes of other projections have none', () => {
  expect([3857, 4326, 2154].map(transverseMercatorOf)).toEqual([null, null, null]);
  expect(transverseMercatorOf(32_650)).toEqual({ centralMeridian: 117, scale: 0.9996, falseEasting: 500_000 });
});
