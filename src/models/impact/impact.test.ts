import { expect, test } from 'vitest';
import { circlePolygon } from '#geo/circle.ts';
import { isInside } from '#geo/inside.ts';
import type { LonLat } from '#geo/position.ts';
import { seededRandom } from '#geo/random.ts';
import { aStar } from '#geo/star.fixture.ts';
import { runModel } from '../runModel.ts';
import { type Exposed, findExposed, indexExposed, sumExposed } from './exposure.ts';
import { impact } from './impact.ts';
import { prepareArea } from './preparedArea.ts';

const at = (id: string, [lon, lat]: LonLat, kind = 'school', counts: Record<string, number> = { people: 100 }): Exposed => ({
  id,
  kind,
  geometry: { type: 'Point', coordinates: [lon, lat] },
  counts,
});
const square = (west: number, south: number, side: number): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});

test('a prepared area says of every place what the plain test says, corners, edges and holes included', () => {
  const random = seededRandom(6);
  for (let round = 0; round < 60; round += 1) {
    const snapped = (ring: LonLat[]): LonLat[] => ring.map(([x, y]) => [Math.round(x * 20) / 20, Math.round(y * 20) / 20]);
    const outer = aStar(random, [0, 0], 4, random.whole(3, 60));
    const hole = aStar(random, [0.2, 0.1], 0.5, random.whole(3, 12));
    const shape = round % 2 === 0 ? [outer, hole] : [snapped(outer), snapped(hole)];
    const area: GeoJSON.MultiPolygon = { type: 'MultiPolygon', coordinates: [shape, square(3, 3, 2).coordinates] };
    const prepared = prepareArea(area)!;
    for (let i = 0; i < 400; i += 1) {
      const exact = i % 2 === 0 || round % 2 === 0;
      const place: LonLat = exact
        ? [random.between(-5, 6), random.between(-5, 6)]
        : [random.whole(-100, 100) / 20, random.whole(-100, 100) / 20];
      expect(prepared.has(...place)).toBe(isInside(place, area));
    }
    for (const corner of [...shape[0]!, ...shape[1]!]) expect(prepared.has(...corner)).toBe(isInside(corner, area));
  }
});

test('each thing counts once, at the worst zone that reaches it', () => {
  const things = [at('inner', [117, 34]), at('middle', [117.006, 34]), at('outer', [117.012, 34]), at('away', [117.1, 34])];
  const rings = [500, 1_000, 1_500].map((radius) => ({ id: String(radius), area: circlePolygon([117, 34], radius) }));
  const hits = findExposed(indexExposed(things), rings);
  expect(hits.map(({ thing, level }) => [thing.id, level])).toEqual([
    ['inner', 0],
    ['middle', 1],
    ['outer', 2],
  ]);
  expect(sumExposed(hits).map(({ level, counts }) => [level, counts['people']])).toEqual([
    [0, 100],
    [1, 100],
    [2, 100],
  ]);
});

test('a village that is half inside counts half its people, says that this is an estimate, and is not counted twice', () => {
  const village: Exposed = { id: 'v', kind: 'village', geometry: square(117, 34, 0.01), counts: { people: 1_000 } };
  const inner = square(116.99, 33.99, 0.015);
  const outer = square(116.9, 33.9, 0.3);
  const sums = sumExposed(
    findExposed(indexExposed([village]), [
      { id: 'a', area: inner },
      { id: 'b', area: outer },
    ]),
  );
  expect(sums[0]).toMatchObject({ level: 0, isEstimate: true });
  expect(sums[0]!.counts['people']).toBeCloseTo(250, -1);
  expect(sums[0]!.counts['people']! + sums[1]!.counts['people']!).toBeCloseTo(1_000, 6);
});

test('a bridge that is touched counts whole', () => {
  const bridge: Exposed = {
    id: 'b',
    kind: 'bridge',
    geometry: {
      type: 'LineString',
      coordinates: [
        [117, 34],
        [117.02, 34],
      ],
    },
    counts: { spans: 4 },
  };
  const hits = findExposed(indexExposed([bridge]), [{ id: 'z', area: square(116.99, 33.99, 0.02) }]);
  expect(hits).toMatchObject([{ share: 1 }]);
  expect(sumExposed(hits)[0]).toMatchObject({ isEstimate: false, counts: { spans: 4 } });
});

test('ten thousand points agree with a plain count', () => {
  const random = seededRandom(12);
  const things = Array.from({ length: 10_000 }, (_, i) =>
    at(String(i), [random.between(116.8, 117.2), random.between(33.8, 34.2)], 'house', { people: random.whole(0, 9) }),
  );
  const index = indexExposed(things);
  for (let round = 0; round < 20; round += 1) {
    const area: GeoJSON.Polygon = { type: 'Polygon', coordinates: [aStar(random, [117, 34], 0.2, 80)] };
    const expected = things.filter(({ geometry }) => isInside((geometry as GeoJSON.Point).coordinates as LonLat, area)).map(({ id }) => id);
    expect(
      findExposed(index, [{ id: 'z', area }])
        .map(({ thing }) => thing.id)
        .toSorted(),
    ).toEqual(expected.toSorted());
  }
  expect(findExposed(indexExposed([]), [{ id: 'z', area: square(117, 34, 1) }])).toEqual([]);
});

test('the declared model carries contacts through, names zones, and refuses a thing without a kind', () => {
  const school = {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [117, 34] },
    properties: { id: 's1', kind: 'school', people: 400, contact: '张老师 0557-1' },
  };
  const input = { levels: [{ id: 'red', area: square(116.99, 33.99, 0.02) }], things: { type: 'FeatureCollection', features: [school] } };
  const answer = runModel(impact, input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  expect((answer.outputs['found'] as GeoJSON.FeatureCollection).features[0]!.properties).toMatchObject({
    contact: '张老师 0557-1',
    level: 'red',
    share: 1,
  });
  expect(answer.outputs['sums']).toContainEqual({ level: 'red', kind: 'school', count: 'people', value: 400, isEstimate: false });
  const broken = { ...input, things: { type: 'FeatureCollection', features: [{ ...school, properties: { people: 3 } }] } };
  expect(runModel(impact, broken)).toMatchObject({
    ok: false,
    problems: [{ field: 'things.features[0].properties.kind', rule: 'required' }],
  });
  const negative = {
    ...input,
    things: { type: 'FeatureCollection', features: [{ ...school, properties: { kind: 'school', people: -3 } }] },
  };
  expect(runModel(impact, negative)).toMatchObject({
    ok: false,
    problems: [{ field: 'things.features[0].properties.people', rule: 'min', min: 0 }],
  });
});
