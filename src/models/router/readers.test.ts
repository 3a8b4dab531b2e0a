import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, gunzipSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type OsmThings, writeOsmPbf } from './osmPbf.fixture.ts';
import { OsmFault, readOsmXml } from './readOsmXml.ts';
import { readOsmPbf } from './readOsmPbf.ts';
import { readRoadLines } from './readRoadLines.ts';
import { findRoute } from './route.ts';
import { buildRoadGraph } from './roadGraph.ts';
import type { RoadSource } from './roadSource.ts';
import { everywhere, travel } from './router.ts';
import { stepsOf } from './steps.ts';
import { vehicleOf } from './vehicles.table.ts';

const monacoText = gunzipSync(readFileSync(join(import.meta.dirname, 'fixtures/monaco.osm.gz'))).toString('utf8');

function xmlSource(text: string, pieceLength = 50_000): RoadSource {
  const reader = readOsmXml();
  for (let at = 0; at < text.length; at += pieceLength) reader.write(text.slice(at, at + pieceLength));
  return reader.finish();
}

const small: OsmThings = {
  nodes: [
    { id: 10, lon: 117, lat: 34 },
    { id: 11, lon: 117.01, lat: 34 },
    { id: 12, lon: 117.01, lat: 34.01, tags: { barrier: 'bollard' } },
    { id: 13, lon: 117.02, lat: 34 },
  ],
  ways: [
    { id: 1, refs: [10, 11], tags: { highway: 'primary', name: '人民路', maxspeed: '60' } },
    { id: 2, refs: [11, 12], tags: { highway: 'residential', oneway: '-1', maxheight: '3.5' } },
    { id: 3, refs: [11, 13, 99], tags: { highway: 'secondary', maxweight: '10', bridge: 'yes' } },
    { id: 4, refs: [10, 12], tags: { highway: 'construction' } },
    { id: 5, refs: [10, 12], tags: { building: 'yes' } },
  ],
  relations: [
    {
      id: 1,
      members: [
        { type: 'way', ref: 1, role: 'from' },
        { type: 'node', ref: 11, role: 'via' },
        { type: 'way', ref: 3, role: 'to' },
      ],
      tags: { type: 'restriction', restriction: 'no_straight_on' },
    },
    { id: 2, members: [{ type: 'way', ref: 1, role: 'from' }], tags: { type: 'restriction', restriction: 'no_left_turn' } },
  ],
};

function asXml({ nodes, ways, relations }: OsmThings): string {
  const tags = (of: Record<string, string> = {}): string =>
    Object.entries(of)
      .map(([k, v]) => `<tag k="${k}" v="${v}"/>`)
      .join('');
  return `<?xml version="1.0"?><osm version="0.6">${[
    ...nodes.map((node) => `<node id="${node.id}" lon="${node.lon}" lat="${node.lat}">${tags(node.tags)}</node>`),
    ...ways.map((way) => `<way id="${way.id}">${way.refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tags(way.tags)}</way>`),
    ...relations.map(
      (each) =>
        `<relation id="${each.id}">${each.members.map(({ type, ref, role }) => `<member type="${type}" ref="${ref}" role="${role}"/>`).join('')}${tags(each.tags)}</relation>`,
    ),
  ].join('')}</osm>`;
}

test('a way keeps its class, direction, limits and name; what is no road is counted, not lost', () => {
  const source = xmlSource(asXml(small), 7);
  expect(source.ways.map(({ id, roadClass, direction, name }) => [id, roadClass, direction, name])).toEqual([
    ['1', 'primary', 'both', '人民路'],
    ['2', 'residential', 'backward', ''],
    ['3', 'secondary', 'both', ''],
  ]);
  expect(source.ways.map(({ limits, maximumKmh, isBridge }) => [limits.heightM, limits.weightT, maximumKmh, isBridge])).toEqual([
    [null, null, 60, false],
    [3.5, null, null, false],
    [null, 10, null, true],
  ]);
  expect(source.skipped).toEqual({ otherClasses: { construction: 1 }, waysWithMissingNodes: 1, turns: 1, badLines: 0 });
  expect(source.turns).toEqual([{ kind: 'no', fromWay: '1', via: 1, toWay: '3' }]);
  expect(source.barred).toEqual([2]);
});

test('PBF, packed or raw, says the same as XML', () => {
  const expected = xmlSource(asXml(small));
  for (const deflate of [undefined, (raw: Uint8Array) => deflateSync(raw)]) {
    const source = readOsmPbf(writeOsmPbf(small, deflate), (packed) => inflateSync(packed));
    expect({ ...source, lon: [], lat: [] }).toEqual({ ...expected, lon: [], lat: [] });
    for (const [i, lon] of expected.lon.entries()) expect(source.lon[i]).toBeCloseTo(lon, 9);
  }
});

test('a file that is cut off, damaged or something else is refused in words', () => {
  expect(() => xmlSource('<html><body/></html>')).toThrow(OsmFault);
  expect(() => xmlSource('<osm><node id="1" lat="1"/></osm>')).toThrow('node 1 has no place');
  expect(() => xmlSource('<osm><way id="1">')).toThrow(OsmFault);
  expect(() => xmlSource('<!DOCTYPE a><osm/>')).toThrow('document type');
  const whole = writeOsmPbf(small, (raw) => deflateSync(raw));
  expect(() => readOsmPbf(whole.subarray(0, whole.length - 5), (packed) => inflateSync(packed))).toThrow('cut off');
  expect(() => readOsmPbf(new TextEncoder().encode('this is no such file at all'), (packed) => packed)).toThrow(OsmFault);
});

test('GeoJSON lines connect where they share a position and not where they merely cross', () => {
  const line = (coordinates: number[][], properties: Record<string, unknown> = {}): GeoJSON.Feature => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates },
    properties,
  });
  const source = readRoadLines({
    type: 'FeatureCollection',
    features: [
      line(
        [
          [117, 34],
          [117.01, 34],
          [117.02, 34],
        ],
        { highway: 'primary', maxweight: 8 },
      ),
      line(
        [
          [117.01, 34],
          [117.01, 34.01],
        ],
        { oneway: true },
      ),
      line([
        [117.005, 33.99],
        [117.005, 34.01],
      ]),
      { type: 'Feature', geometry: { type: 'Point', coordinates: [117, 34] }, properties: null },
    ],
  });
  const graph = buildRoadGraph(source);
  expect(graph.report).toMatchObject({ ways: 3, pieces: 4, parts: [4, 2] });
  expect(source.ways[0]!.limits.weightT).toBe(8);
  expect(source.ways[1]).toMatchObject({ direction: 'forward', roadClass: 'unclassified' });
  expect(source.skipped.badLines).toBe(1);
});

test('Monaco: the network of the extract is read and nearly all of it hangs together', () => {
  const { report } = buildRoadGraph(xmlSource(monacoText));
  // Counted by another XML reader: ways with a road's class, without 6 squares drawn as areas.
  expect(report.ways).toBe(860);
  expect(report.skipped.otherClasses).toEqual({ pedestrian: 6 });
  expect(report.parts[0]! / report.junctions).toBeGreaterThan(0.95);
  expect(report.kilometres).toBeGreaterThan(50);
  expect(report.kilometres).toBeLessThan(150);
});

test('Monaco: from the station to the Fontvieille side one drives on streets with names, one-way signs respected', () => {
  const graph = buildRoadGraph(xmlSource(monacoText));
  const car = travel(graph, vehicleOf('car')!);
  const there = findRoute(car, [7.4192, 43.7385], [7.4277, 43.7396]);
  const back = findRoute(car, [7.4277, 43.7396], [7.4192, 43.7385]);
  if (!there.ok || !back.ok) throw new Error('no route');
  const straightM = 700;
  for (const route of [there, back]) {
    expect(route.metres).toBeGreaterThan(straightM * 0.9);
    expect(route.metres).toBeLessThan(straightM * 6);
    expect(stepsOf(graph, route).some(({ road }) => road !== '')).toBe(true);
    for (const { piece, from, to } of route.legs) {
      const { direction } = graph.ways[graph.pieces.way[piece]!]!;
      expect(direction === 'both' || to >= from === (direction === 'forward')).toBe(true);
    }
  }
  expect(there.metres).not.toBeCloseTo(back.metres, 0);
  const walking = findRoute(travel(graph, vehicleOf('foot')!), [7.4192, 43.7385], [7.4277, 43.7396]);
  expect(walking.ok && walking.metres).toBeLessThan(Math.min(there.metres, back.metres) * 1.05);
});

test('Monaco: every junction of the main network reached by car lies on a road a car may use', () => {
  const graph = buildRoadGraph(xmlSource(monacoText));
  const car = travel(graph, vehicleOf('car')!);
  const times = everywhere(car, [{ node: graph.tail[car.costs.seconds.findIndex((seconds) => seconds < Infinity)]!, seconds: 0 }]);
  const reached = times.filter((seconds) => seconds < Infinity).length;
  expect(reached).toBeGreaterThan(300);
  for (let node = 0; node < graph.nodeCount; node += 1) {
    if (times[node]! === 0 || times[node]! === Infinity) continue;
    const arriving = Array.from(graph.inEdge.subarray(graph.firstIn[node], graph.firstIn[node + 1]));
    expect(arriving.some((edge) => car.costs.seconds[edge]! < Infinity)).toBe(true);
  }
});
