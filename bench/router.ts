import { metresPerDegree } from '../src/geo/position.ts';
import { seededRandom } from '../src/geo/random.ts';
import { isochrones } from '../src/models/router/isochrone.ts';
import { travelTable } from '../src/models/router/matrix.ts';
import { findRoute } from '../src/models/router/route.ts';
import { buildRoadGraph, type RoadGraph } from '../src/models/router/roadGraph.ts';
import { closing, everywhere, type Traveller, travel } from '../src/models/router/router.ts';
import { syntheticNetwork } from '../src/models/router/syntheticNetwork.ts';
import { vehicleOf } from '../src/models/router/vehicles.table.ts';
import { mostForeignCores, watchCpu } from './machine.ts';
import { quantiles } from './quantiles.ts';
import { record } from './record.ts';

// The router on an invented county network of 40,000 junctions: whole routes (snapping, search, line) with and without twenty
// closed areas of 2 × 2 km, one-to-all, isochrones, matrix. The floor is a plain breadth-first walk over the same arrays.
// node bench/router.ts [pairs = 1000]

const pairs = Number(process.argv[2] ?? 1_000);
const random = seededRandom(9);
const cpu = watchCpu({});
const timed = <T>(work: () => T): { ms: number; value: T } => {
  const begun = performance.now();
  const value = work();
  return { ms: performance.now() - begun, value };
};

const built = timed(() => buildRoadGraph(syntheticNetwork({ side: 200, seed: 1 })));
const graph = built.value;
const open = travel(graph, vehicleOf('fireEngine')!);
const landmarksMs = timed(() => open.landmarks()).ms;
const place = (): [number, number] => {
  const node = random.whole(0, graph.nodeCount - 1);
  return [graph.lon[node]!, graph.lat[node]!];
};
const scale = metresPerDegree(34.19);
const areas = Array.from({ length: 20 }, () => {
  const [lon, lat] = place();
  const [dx, dy] = [1_000 / scale.lon, 1_000 / scale.lat];
  return {
    type: 'Polygon' as const,
    coordinates: [
      [
        [lon - dx, lat - dy],
        [lon + dx, lat - dy],
        [lon + dx, lat + dy],
        [lon - dx, lat + dy],
        [lon - dx, lat - dy],
      ],
    ],
  };
});
const closed = timed(() => closing(open, { areas }));
// The same pairs for both, outside the closures, so that the two differ by the closures alone.
const all = Array.from({ length: pairs * 3 }, () => [place(), place()] as const);
const outside = all
  .filter((pair) =>
    pair.every(
      (each) =>
        findRoute(closed.value, each, each).ok &&
        !areas.some(
          ({ coordinates: [ring] }) =>
            each[0] >= ring![0]![0]! && each[0] <= ring![1]![0]! && each[1] >= ring![0]![1]! && each[1] <= ring![2]![1]!,
        ),
    ),
  )
  .slice(0, pairs);

/** Milliseconds of each route; the two networks by turns, so that neither has the warmer machine. */
const times: Record<'open' | 'closed', number[]> = { open: [], closed: [] };
let answered = 0;
for (const [i, [from, to]] of outside.entries()) {
  for (const [name, traveller] of [
    ['open', open],
    ['closed', closed.value],
  ] as [keyof typeof times, Traveller][]) {
    const { ms, value } = timed(() => findRoute(traveller, from, to));
    if (i >= 100) times[name].push(ms);
    answered += Number(value.ok);
  }
}

const p95 = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
const rounds = Array.from({ length: 60 }, () => random.whole(0, graph.nodeCount - 1));
const oneToAll = rounds.map((node) => timed(() => everywhere(open, [{ node, seconds: 0 }])).ms).slice(10);
const floor = rounds.map((node) => timed(() => breadthFirst(graph, node)).ms).slice(10);
const iso = Array.from({ length: 12 }, () => timed(() => isochrones(open, place(), [300, 600, 900])).ms).slice(2);
const matrix = Array.from(
  { length: 6 },
  () => timed(() => travelTable(open, Array.from({ length: 10 }, place), Array.from({ length: 50 }, place))).ms,
).slice(1);
const { foreignCores } = cpu();
const round = (value: number): number => Math.round(value * 100) / 100;
record('router', {
  what: 'router',
  junctions: graph.report.junctions,
  pieces: graph.report.pieces,
  buildMs: round(built.ms),
  landmarksMs: round(landmarksMs),
  closingMs: round(closed.ms),
  closedPieces: closed.value.closed?.reduce((sum, mark) => sum + mark, 0),
  answeredShare: round(answered / (2 * outside.length)),
  routeMs: quantiles(times.open),
  routeP95: round(p95(times.open)),
  closedMs: quantiles(times.closed),
  closedP95: round(p95(times.closed)),
  closedToOpenP95: round(p95(times.closed) / p95(times.open)),
  oneToAllMs: quantiles(oneToAll),
  floorMs: quantiles(floor),
  oneToAllToFloor: round((quantiles(oneToAll).p50 ?? 0) / (quantiles(floor).p50 ?? 1)),
  isochronesMs: quantiles(iso),
  matrix10x50Ms: quantiles(matrix),
  foreignCores,
  rejected: foreignCores > mostForeignCores,
  isWithinBar: p95(times.open) <= 5 && p95(times.closed) / p95(times.open) <= 1.1 && (quantiles(oneToAll).p50 ?? 99) <= 10,
});

/** Visits everything once, no weights, no heap: what touching the network costs at least. */
function breadthFirst({ firstOut, head, nodeCount }: RoadGraph, start: number): number {
  const queue = new Int32Array(nodeCount);
  const seen = new Uint8Array(nodeCount);
  let [at, end] = [0, 1];
  queue[0] = start;
  seen[start] = 1;
  while (at < end) {
    const node = queue[at]!;
    at += 1;
    for (let edge = firstOut[node]!; edge < firstOut[node + 1]!; edge += 1) {
      const next = head[edge]!;
      if (seen[next] === 1) continue;
      seen[next] = 1;
      queue[end] = next;
      end += 1;
    }
  }
  return end;
}
