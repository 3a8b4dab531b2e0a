import { expect, test } from 'vitest';
import { nearestOnLine } from './distance.ts';
import type { LonLat } from './position.ts';
import { seededRandom } from './random.ts';
import { simplifyLine, simplifyRing } from './simplify.ts';
import { aStar } from './star.fixture.ts';

test('no dropped position lies farther from the simple line than the tolerance', () => {
  const random = seededRandom(51);
  const line: LonLat[] = Array.from({ length: 400 }, (_, i) => [
    116.5 + i * 0.0015,
    34 + 0.02 * Math.sin(i / 20) + random.between(0, 0.001),
  ]);
  const simple = simplifyLine(line, 80);
  expect(simple.length).toBeLessThan(120);
  expect([simple[0], simple.at(-1)]).toEqual([line[0], line.at(-1)]);
  for (const position of line) expect(nearestOnLine(position, simple).distanceM).toBeLessThan(81);
});

test('positions on a straight line vanish, a short line stays', () => {
  expect(
    simplifyLine(
      [
        [117, 34],
        [117, 34.1],
        [117, 34.2],
      ],
      1,
    ),
  ).toEqual([
    [117, 34],
    [117, 34.2],
  ]);
  expect(
    simplifyLine(
      [
        [117, 34],
        [117.1, 34],
      ],
      1e6,
    ),
  ).toHaveLength(2);
});

test('a ring stays a closed ring at any tolerance', () => {
  const ring = aStar(seededRandom(52), [117, 34], 0.2, 40);
  for (const tolerance of [1, 100, 5000, 1e7]) {
    const simple = simplifyRing(ring, tolerance);
    expect(simple.length).toBeGreaterThanOrEqual(4);
    expect(simple[0]).toEqual(simple.at(-1));
  }
});
