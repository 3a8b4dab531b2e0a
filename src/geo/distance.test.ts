import { expect, test } from 'vitest';
import { along, bearingDeg, destination, distanceM, lengthM, nearestOnLine } from './distance.ts';
import { earthRadiusM, radians, type LonLat } from './position.ts';
import { seededRandom } from './random.ts';

test('half the equator is half the circumference', () => {
  expect(distanceM([0, 0], [180, 0])).toBeCloseTo(Math.PI * earthRadiusM, 3);
});

test('distance agrees with the angle between unit vectors, an independent formula', () => {
  const random = seededRandom(1);
  const vector = ([lon, lat]: LonLat) => {
    const [a, b] = [radians(lon), radians(lat)];
    return [Math.cos(b) * Math.cos(a), Math.cos(b) * Math.sin(a), Math.sin(b)] as const;
  };
  for (let i = 0; i < 500; i += 1) {
    const a: LonLat = [random.between(-180, 180), random.between(-89, 89)];
    const b: LonLat = [random.between(-180, 180), random.between(-89, 89)];
    const [u, v] = [vector(a), vector(b)];
    const cross = Math.hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]);
    const angle = Math.atan2(cross, u[0] * v[0] + u[1] * v[1] + u[2] * v[2]);
    expect(distanceM(a, b)).toBeCloseTo(angle * earthRadiusM, 2);
  }
});

test('walking a distance on a bearing arrives where distance and bearing say', () => {
  const random = seededRandom(2);
  for (let i = 0; i < 500; i += 1) {
    const start: LonLat = [random.between(-180, 180), random.between(-80, 80)];
    const [metres, bearing] = [random.between(10, 500_000), random.between(0, 360)];
    const end = destination(start, metres, bearing);
    expect(distanceM(start, end)).toBeCloseTo(metres, 2);
    const turn = Math.abs(bearingDeg(start, end) - bearing);
    expect(Math.min(turn, 360 - turn)).toBeLessThan(1e-4);
  }
});

test('bearings north, east, south and west', () => {
  expect(bearingDeg([117, 34], [117, 35])).toBeCloseTo(0, 9);
  expect(bearingDeg([0, 0], [1, 0])).toBeCloseTo(90, 9);
  expect(bearingDeg([117, 35], [117, 34])).toBeCloseTo(180, 9);
  expect(bearingDeg([1, 0], [0, 0])).toBeCloseTo(270, 9);
});

test('a position along a line divides its length', () => {
  const line: LonLat[] = [
    [117, 34],
    [117.1, 34.05],
    [117.15, 34.2],
  ];
  const middle = along(line, lengthM(line) / 2);
  const segment = nearestOnLine(middle, line).segment;
  expect(lengthM([...line.slice(0, segment + 1), middle])).toBeCloseTo(lengthM(line) / 2, 0);
  expect(along(line, -5)).toEqual(line[0]);
  expect(along(line, 1e9)).toEqual(line[2]);
});

test('the nearest position of a line is as near as a dense sampling of it finds', () => {
  const random = seededRandom(3);
  for (let i = 0; i < 50; i += 1) {
    const point = (): LonLat => [random.between(116.5, 117.2), random.between(33.9, 34.5)];
    const line = [point(), point(), point()];
    const place = point();
    const samples = Array.from({ length: 4001 }, (_, k) => along(line, (lengthM(line) * k) / 4000));
    const sampled = Math.min(...samples.map((sample) => distanceM(place, sample)));
    const found = nearestOnLine(place, line);
    expect(distanceM(place, found.position)).toBeLessThan(sampled * 1.002 + 1);
    expect(found.distanceM).toBeGreaterThan(sampled * 0.99 - 40);
  }
});
