import { expect, test } from 'vitest';
import { circlePolygon } from '#geo/circle.ts';
import { isInside } from '#geo/inside.ts';
import type { LonLat } from '#geo/position.ts';
import { seededRandom } from '#geo/random.ts';
import { runModel } from '../runModel.ts';
import { findRoutes, sharedLength } from './alternatives.ts';
import { closedPieces } from './closures.ts';
import { isochrones } from './isochrone.ts';
import { QuadHeap } from './heap.ts';
import { arrivals, travelTable } from './matrix.ts';
import { findRoute } from './route.ts';
import { buildRoadGraph, type RoadGraph } from './roadGraph.ts';
import type { RoadSource, RoadWay, TurnRule } from './roadSource.ts';
import { closing, everywhere, quickest, snap, travel, type Traveller } from './router.ts';
import { router } from './routing.ts';
import { stepsOf } from './steps.ts';
import { aWay, syntheticNetwork } from './syntheticNetwork.ts';
import { vehicleOf, vehicles } from './vehicles.table.ts';

const car = vehicleOf('car')!;
const engine = vehicleOf('fireEngine')!;

/** A cross of four arms: 0 in the middle, 1 west, 2 north, 3 east, 4 south; about 1 km each. */
function cross(change: (way: RoadWay) => RoadWay = (way) => way, turns: TurnRule[] = []): RoadSource {
  return {
    lon: Float64Array.of(117, 116.99, 117, 117.01, 117),
    lat: Float64Array.of(34, 34, 34.01, 34, 33.99),
    ways: [1, 2, 3, 4].map((arm) => change(aWay(String(arm), [arm, 0], 'primary'))),
    turns,
    barred: [],
    skipped: { otherClasses: {}, waysWithMissingNodes: 0, turns: 0, badLines: 0 },
  };
}
const arm: Record<'west' | 'north' | 'east' | 'south', LonLat> = {
  west: [116.992, 34],
  north: [117, 34.008],
  east: [117.008, 34],
  south: [117, 33.992],
};
const on = (source: RoadSource, vehicle = car): Traveller => travel(buildRoadGraph(source), vehicle);

/** Plain Dijkstra over a list of edges, nothing shared with the router. */
function plainTimes(graph: RoadGraph, seconds: Float64Array, start: number): number[] {
  const best = Array.from({ length: graph.nodeCount }, () => Infinity);
  best[start] = 0;
  for (let changed = true; changed;) {
    changed = false;
    for (let edge = 0; edge < graph.head.length; edge += 1) {
      const through = best[graph.tail[edge]!]! + seconds[edge]!;
      if (through < best[graph.head[edge]!]!) {
        best[graph.head[edge]!] = through;
        changed = true;
      }
    }
  }
  return best;
}

/** Infinity agrees with infinity. */
const differenceOf = (a: number, b: number): number => (a === b ? 0 : Math.abs(a - b));

test('the heap gives items back by key, whatever the order they came in', () => {
  const random = seededRandom(4);
  for (let round = 0; round < 50; round += 1) {
    const heap = new QuadHeap(2);
    const keys = Array.from({ length: random.whole(0, 300) }, () => random.whole(0, 50));
    for (const [item, key] of keys.entries()) heap.push(item, key);
    const out = keys.map(() => keys[heap.pop()]!);
    expect(out).toEqual(keys.toSorted((a, b) => a - b));
    expect(heap.pop()).toBe(-1);
  }
});

test('every search agrees with plain relaxation, open and with closures, with and against the traffic', () => {
  const random = seededRandom(11);
  for (let network = 0; network < 6; network += 1) {
    const side = network < 4 ? 18 : 52;
    const graph = buildRoadGraph(syntheticNetwork({ side, seed: network, gaps: 0.35, oneways: 0.4 }));
    const open = travel(graph, network % 2 === 0 ? car : engine);
    const shut = closing(open, { pieces: Array.from({ length: 40 }, () => random.whole(0, graph.pieces.count - 1)) });
    for (const traveller of [open, shut]) {
      const start = random.whole(0, graph.nodeCount - 1);
      const expected = plainTimes(graph, traveller.costs.seconds, start);
      const all = everywhere(traveller, [{ node: start, seconds: 0 }]).slice();
      for (let i = 0; i < 40; i += 1) {
        const goal = random.whole(0, graph.nodeCount - 1);
        const found = quickest(traveller, [{ node: start, seconds: 0 }], [{ node: goal, seconds: 0 }]).seconds;
        const back = everywhere(traveller, [{ node: goal, seconds: 0 }], true)[start]!;
        for (const value of [found, all[goal]!, back]) expect(differenceOf(value, expected[goal]!)).toBeLessThan(0.01);
      }
    }
  }
});

test('a route is a connected line on open roads whose parts add up to its time', () => {
  const graph = buildRoadGraph(syntheticNetwork({ side: 40, seed: 8 }));
  const flood = circlePolygon([116.95, 34.19], 700);
  const traveller = closing(travel(graph, engine), { areas: [flood] });
  const random = seededRandom(2);
  const box = (): LonLat => [random.between(116.92, 116.98), random.between(34.16, 34.22)];
  let found = 0;
  for (let i = 0; i < 60; i += 1) {
    const route = findRoute(traveller, box(), box());
    if (!route.ok) continue;
    found += 1;
    expect(route.legs.reduce((sum, { seconds }) => sum + seconds, 0)).toBeCloseTo(route.seconds, 6);
    const line = route.line.coordinates as LonLat[];
    expect(line[0]).toEqual(route.from.position);
    expect(line.at(-1)).toEqual(route.to.position);
    for (const position of line.slice(1, -1)) expect(isInside(position, flood)).toBe(false);
    expect(stepsOf(graph, route).reduce((sum, { metres }) => sum + metres, 0)).toBeCloseTo(route.metres, 6);
    // The table says the same as the route.
    const table = travelTable(traveller, [route.from.place], [route.to.place]);
    expect(table.seconds[0]![0]).toBeCloseTo(route.seconds, 3);
  }
  expect(found).toBeGreaterThan(40);
});

test('one drives down a one-way street and not up; on foot it does not matter', () => {
  const source = cross((way) => (way.id === '3' ? { ...way, direction: 'forward' } : way));
  expect(findRoute(on(source), arm.east, arm.west)).toMatchObject({ ok: true });
  expect(findRoute(on(source), arm.west, arm.east)).toEqual({ ok: false, reason: 'oneWay' });
  expect(findRoute(on(source, vehicleOf('foot')!), arm.west, arm.east)).toMatchObject({ ok: true });
});

test('a low bridge, a weak bridge, a narrow lane and a private road stop whom they should', () => {
  const limited = (limits: Partial<RoadWay['limits']>): RoadSource => {
    const source = cross((way) => (way.id === '2' ? { ...way, limits: { ...way.limits, ...limits } } : way));
    return {
      ...source,
      lon: Float64Array.of(...source.lon, 117),
      lat: Float64Array.of(...source.lat, 34.02),
      ways: [...source.ways, aWay('5', [2, 5], 'primary')],
    };
  };
  const beyond: LonLat = [117, 34.018];
  for (const limits of [{ heightM: 3.5 }, { weightT: 17.9 }, { widthM: 2.4 }]) {
    expect(findRoute(on(limited(limits), engine), arm.west, beyond)).toEqual({ ok: false, reason: 'limits' });
    expect(findRoute(on(limited(limits), car), arm.west, beyond)).toMatchObject({ ok: true });
  }
  const fenced = cross((way) => (way.id === '2' ? { ...way, access: 'private' } : way));
  expect(findRoute(on(fenced, car), arm.west, [117, 34.009])).toMatchObject({
    ok: true,
    to: { distanceM: expect.closeTo(1001, 0) as number },
  });
  expect(findRoute(on(fenced, engine), arm.west, [117, 34.009])).toMatchObject({
    ok: true,
    to: { distanceM: expect.closeTo(0, 3) as number },
  });
});

test('a sign that forbids a turn is obeyed, and only for those who come from that road', () => {
  const noLeft: TurnRule = { kind: 'no', fromWay: '1', via: 0, toWay: '2' };
  const source = cross(undefined, [noLeft]);
  expect(buildRoadGraph(source).report.turnRules).toBe(1);
  // Straight on to the end of the eastern arm, back, and then right.
  expect(metresOf(findRoute(on(source), arm.west, arm.north))).toBeCloseTo(3_471, -1);
  expect(metresOf(findRoute(on(cross()), arm.west, arm.north))).toBeCloseTo(1_627, -1);
  expect(findRoute(on(source), arm.west, arm.east)).toMatchObject({ ok: true });
  expect(findRoute(on(source), arm.south, arm.north)).toMatchObject({ ok: true });
  expect(findRoute(on(source), arm.north, arm.west)).toMatchObject({ ok: true });
  const onlyRight = on(cross(undefined, [{ kind: 'only', fromWay: '1', via: 0, toWay: '4' }]));
  expect(findRoute(onlyRight, arm.west, arm.south)).toMatchObject({ ok: true });
  expect(metresOf(findRoute(onlyRight, arm.west, arm.east))).toBeGreaterThan(3_000);
  expect(findRoute(onlyRight, arm.east, arm.west)).toMatchObject({ ok: true });
});

test('where turning back is forbidden as well, there is no way', () => {
  const back = ['2', '3', '4'].map((way, i): TurnRule => ({ kind: 'no', fromWay: way, via: i + 2, toWay: way }));
  const source = cross(undefined, [{ kind: 'no', fromWay: '1', via: 0, toWay: '2' }, ...back]);
  expect(findRoute(on(source), arm.west, arm.north)).toEqual({ ok: false, reason: 'oneWay' });
  expect(findRoute(on(source), arm.west, arm.east)).toMatchObject({ ok: true });
});

const metresOf = (route: ReturnType<typeof findRoute>): number => (route.ok ? route.metres : Number.NaN);

test('a barrier in the road stops cars and lets people through', () => {
  const source = { ...cross(), barred: [0] };
  expect(findRoute(on(source), arm.west, arm.east)).toMatchObject({ ok: false });
  expect(findRoute(on(source, vehicleOf('foot')!), arm.west, arm.east)).toMatchObject({ ok: true });
});

test('closures are an area, a road, or everything; the answer says that it was the closure', () => {
  const open = on(cross());
  const around = circlePolygon([117.005, 34], 100);
  expect(findRoute(closing(open, { areas: [around] }), arm.west, [117.002, 34])).toMatchObject({ ok: true });
  expect(findRoute(closing(open, { ways: ['3'] }), arm.west, [117.008, 34]).ok).toBe(true);
  expect(snap(closing(open, { ways: ['3'] }), [117.008, 34])!.distanceM).toBeGreaterThan(700);
  expect(findRoute(closing(open, { areas: [circlePolygon([117, 34], 50)] }), arm.west, arm.east)).toEqual({ ok: false, reason: 'closed' });
  const everything = closing(open, { areas: [circlePolygon([117, 34], 5_000)] });
  expect(everything.closed!.every((mark) => mark === 1)).toBe(true);
  expect(findRoute(everything, arm.west, arm.east)).toEqual({ ok: false, reason: 'closed' });
  expect(closedPieces(open.graph, {})).toBeNull();
});

test('a network in parts is reported, and a place beside an islet of road is taken to the main network', () => {
  const plain = syntheticNetwork({ side: 8, seed: 1, gaps: 0 });
  const source = {
    ...plain,
    lon: Float64Array.of(...plain.lon, 117, 117.001),
    lat: Float64Array.of(...plain.lat, 34.195, 34.195),
    ways: [...plain.ways, aWay('islet', [64, 65], 'residential')],
  };
  const graph = buildRoadGraph(source);
  expect(graph.report.parts).toEqual([64, 2]);
  const route = findRoute(travel(graph, car, 10_000), [117.0005, 34.195], [116.95, 34.19]);
  expect(route).toMatchObject({ ok: true, movedToMain: true });
  expect(findRoute(travel(graph, car, 100), [117.0005, 34.195], [116.95, 34.19])).toEqual({ ok: false, reason: 'parts' });
  expect(findRoute(travel(graph, car, 100), [118, 35], [116.95, 34.19])).toEqual({ ok: false, reason: 'noRoadAtStart' });
});

test('alternatives differ, are not much slower, and come quickest first', () => {
  const traveller = travel(buildRoadGraph(syntheticNetwork({ side: 60, seed: 5 })), car);
  const routes = findRoutes(traveller, [116.9, 34.15], [117, 34.23]);
  if (!Array.isArray(routes)) throw new Error(routes.reason);
  expect(routes.length).toBe(3);
  expect(routes.map(({ seconds }) => seconds)).toEqual(routes.map(({ seconds }) => seconds).toSorted((a, b) => a - b));
  expect(routes[2]!.seconds).toBeLessThanOrEqual(routes[0]!.seconds * 1.5);
  expect(sharedLength(routes[1]!, routes[0]!)).toBeLessThanOrEqual(0.7);
});

test('arrivals come in order of time, with the reason for those that cannot come', () => {
  const source = cross((way) => (way.id === '3' ? { ...way, direction: 'backward' } : way));
  const teams = [
    { id: 'far', at: [116.991, 34] as LonLat },
    { id: 'near', at: [117, 34.002] as LonLat },
    { id: 'trapped', at: [117.009, 34] as LonLat },
    { id: 'abroad', at: [118, 35] as LonLat },
  ];
  const found = arrivals(on(source), [117, 33.999], teams, ({ at }) => at);
  expect(found.map(({ thing, reason }) => [thing.id, reason])).toEqual([
    ['near', null],
    ['far', null],
    ['trapped', 'noWay'],
    ['abroad', 'noRoad'],
  ]);
});

test('an isochrone holds what is reached in time and leaves out what is not', () => {
  const traveller = travel(buildRoadGraph(syntheticNetwork({ side: 40, seed: 8 })), car);
  const home: LonLat = [116.95, 34.19];
  const [five, two] = isochrones(traveller, home, [300, 120])!;
  const { graph } = traveller;
  const start = snap(traveller, home)!;
  const table = travelTable(
    traveller,
    [start.position],
    Array.from({ length: graph.nodeCount }, (_, i): LonLat => [graph.lon[i]!, graph.lat[i]!]),
  ).seconds[0]!;
  let [inTime, late] = [0, 0];
  for (let node = 0; node < graph.nodeCount; node += 1) {
    const place: LonLat = [graph.lon[node]!, graph.lat[node]!];
    expect(isInside(place, two!.area) && !isInside(place, five!.area)).toBe(false);
    if (table[node]! < 260) inTime += Number(isInside(place, five!.area));
    // Within reach on foot of a road in time is in time as well: 200 m at 1.33 m/s.
    if (table[node]! > 300 + 200 / 1.33 + 60) late += Number(isInside(place, five!.area));
  }
  const reached = table.filter((seconds) => seconds < 260).length;
  expect(reached).toBeGreaterThan(100);
  expect(inTime / reached).toBeGreaterThan(0.98);
  expect(late).toBe(0);
  expect(isochrones(travel(graph, car, 10), [118, 35], [60])).toBeNull();
});

test('a closed road makes nobody faster, a faster vehicle nobody slower', () => {
  const graph = buildRoadGraph(syntheticNetwork({ side: 30, seed: 21 }));
  const open = travel(graph, car);
  const seed = [{ node: 400, seconds: 0 }];
  const before = everywhere(open, seed).slice();
  const after = everywhere(closing(open, { pieces: [1, 50, 200, 201, 202, 700] }), seed);
  expect(after.every((seconds, node) => seconds >= before[node]!)).toBe(true);
  const truck = everywhere(travel(graph, vehicleOf('truck')!), seed);
  expect(truck.every((seconds, node) => seconds >= before[node]! - 1e-9)).toBe(true);
});

test('the declared model answers from JSON and refuses what it cannot compute', () => {
  const roads: GeoJSON.FeatureCollection = {
    type: 'FeatureCollection',
    features: [
      [
        [116.99, 34],
        [117, 34],
      ],
      [
        [117, 34],
        [117.01, 34],
      ],
      [
        [117, 34],
        [117, 34.01],
      ],
    ].map((coordinates) => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates },
      properties: { highway: 'primary' },
    })),
  };
  const input = {
    roads,
    vehicle: 'fireEngine',
    from: [116.995, 34],
    to: [117.005, 34],
    minutes: [1],
    teams: [{ id: 'A', place: [117, 34.005] }],
  };
  const answer = runModel(router, input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  expect((answer.outputs['routes'] as GeoJSON.FeatureCollection).features[0]!.properties!['metres']).toBeCloseTo(922, -1);
  expect(answer.outputs['arrivals']).toEqual([{ id: 'A', seconds: expect.any(Number) as number, reason: null }]);
  expect(answer.warnings.map(({ code }) => code)).toEqual(['vehicle-unverified']);
  const shut = runModel(router, {
    ...input,
    closures: { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: circlePolygon([117, 34], 50), properties: {} }] },
  });
  expect(shut).toMatchObject({ ok: false, problems: [{ field: 'to', rule: 'data' }] });
  expect(runModel(router, { ...input, roads: { type: 'FeatureCollection', features: [] } })).toMatchObject({
    ok: false,
    problems: [{ field: 'roads' }],
  });
  expect(runModel(router, { ...input, snapM: -1 })).toMatchObject({
    ok: false,
    problems: [{ field: 'snapM', unit: 'm', min: 1, max: 20_000 }],
  });
});

test('every vehicle says where its speeds come from', () => {
  expect(vehicles.filter(({ source, kmh }) => source === '' || Object.keys(kmh).length === 0)).toEqual([]);
});
