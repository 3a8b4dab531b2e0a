import type { LonLat } from '#geo/position.ts';
import type { ReferenceCase } from '../model.ts';
import { findRoute } from './route.ts';
import { buildRoadGraph } from './roadGraph.ts';
import { closing, everywhere, quickest, travel } from './router.ts';
import { syntheticNetwork } from './syntheticNetwork.ts';
import { vehicleOf } from './vehicles.table.ts';

// Closed-form and self-consistent cases: a straight road of known length, and the goal-directed search against Dijkstra.

const car = vehicleOf('car')!;
const straight = (): ReturnType<typeof buildRoadGraph> =>
  buildRoadGraph({
    lon: Float64Array.of(117, 117),
    lat: Float64Array.of(34, 34.089_932_036_372_45),
    ways: [
      {
        id: '1',
        nodes: [0, 1],
        roadClass: 'primary',
        name: '',
        direction: 'both',
        maximumKmh: null,
        limits: { heightM: null, weightT: null, widthM: null },
        access: 'open',
        footAccess: 'open',
        isBridge: false,
      },
    ],
    turns: [],
    barred: [],
    skipped: { otherClasses: {}, waysWithMissingNodes: 0, turns: 0, badLines: 0 },
  });

function straightSeconds(from: LonLat, to: LonLat): number {
  const found = findRoute(travel(straight(), car), from, to);
  return found.ok ? found.seconds : Number.NaN;
}

/** Largest difference in seconds between the goal-directed search and Dijkstra over 50 pairs, half of them with closures. */
function worstDifference(): number {
  const graph = buildRoadGraph(syntheticNetwork({ side: 50, seed: 3 }));
  const open = travel(graph, car);
  let worst = 0;
  for (let i = 0; i < 50; i += 1) {
    const traveller =
      i % 2 === 0 ? open : closing(open, { pieces: Array.from({ length: 300 }, (_, k) => (k * 7 + i) % graph.pieces.count) });
    const from = [{ node: (i * 911) % graph.nodeCount, seconds: 0 }];
    const to = (i * 577 + 1_250) % graph.nodeCount;
    const { seconds } = quickest(traveller, from, [{ node: to, seconds: 0 }]);
    const plain = everywhere(traveller, from)[to]!;
    worst = Math.max(worst, seconds === plain ? 0 : Math.abs(seconds - plain));
  }
  return worst;
}

export const routingCases: readonly ReferenceCase[] = [
  {
    id: 'straight',
    subject: { zh: '10 公里直路', en: '10 km of straight road' },
    source: 'closed form: length over speed',
    inputs: { road: 'primary, 10 km along a meridian', vehicle: 'car, 65 km/h' },
    checks: [
      {
        quantity: { zh: '用时', en: 'time' },
        unit: 's',
        expected: (10 / 65) * 3600,
        tolerance: { relative: 0.001 },
        computed: () => straightSeconds([117, 34], [117, 34.089_932_036_372_45]),
      },
      {
        quantity: { zh: '半程用时', en: 'time from half way' },
        unit: 's',
        expected: (5 / 65) * 3600,
        tolerance: { relative: 0.001 },
        computed: () => straightSeconds([117, 34.044_966_018_186], [117, 34]),
      },
    ],
    cost: 'instant',
  },
  {
    id: 'dijkstra',
    subject: { zh: '与 Dijkstra 一致', en: 'the same answers as Dijkstra' },
    source: 'Dijkstra 1959, run on the same network',
    inputs: { network: 'invented, 2,500 junctions', pairs: 50 },
    checks: [
      {
        quantity: { zh: '最大差', en: 'largest difference' },
        unit: 's',
        expected: 0,
        tolerance: { absolute: 0.01 },
        computed: worstDifference,
      },
    ],
    cost: 'instant',
  },
];
