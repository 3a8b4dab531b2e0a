import { seededRandom } from '#geo/random.ts';
import { metresPerDegree } from '#geo/position.ts';
import type { RoadClass, RoadSource, RoadWay } from './roadSource.ts';

// An invented county network for measurements and tests: a shaken lattice of roads with a hierarchy and gaps, some of them
// one-way. 200 by 200 junctions 210 m apart have about the size of a county's network: 40,000 junctions.

export interface SyntheticOptions {
  readonly side: number;
  readonly seed: number;
  readonly spacingM?: number;
  /** Share of minor streets that are missing. */
  readonly gaps?: number;
  readonly oneways?: number;
}

const centre: [number, number] = [116.95, 34.19];

export function syntheticNetwork({ side, seed, spacingM = 210, gaps = 0.22, oneways = 0.04 }: SyntheticOptions): RoadSource {
  const random = seededRandom(seed);
  const scale = metresPerDegree(centre[1]);
  const lon = new Float64Array(side * side);
  const lat = new Float64Array(side * side);
  for (let node = 0; node < lon.length; node += 1) {
    const shaken = (): number => random.between(-0.3, 0.3);
    lon[node] = centre[0] + (((node % side) - side / 2 + shaken()) * spacingM) / scale.lon;
    lat[node] = centre[1] + ((Math.floor(node / side) - side / 2 + shaken()) * spacingM) / scale.lat;
  }
  const ways: RoadWay[] = [];
  const join = (a: number, b: number, line: number): void => {
    const roadClass = classOfLine(line);
    const minor = roadClass === 'residential' || roadClass === 'unclassified';
    if (minor && random.next() < gaps) return;
    const direction = minor && random.next() < oneways ? (random.next() < 0.5 ? 'forward' : 'backward') : 'both';
    ways.push(aWay(String(ways.length), [a, b], roadClass, direction));
  };
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const node = row * side + column;
      if (column < side - 1) join(node, node + 1, row);
      if (row < side - 1) join(node, node + side, column);
    }
  }
  return { lon, lat, ways, turns: [], barred: [], skipped: { otherClasses: {}, waysWithMissingNodes: 0, turns: 0, badLines: 0 } };
}

function classOfLine(line: number): RoadClass {
  if (line % 40 === 20) return 'primary';
  if (line % 20 === 10) return 'secondary';
  if (line % 5 === 0) return 'tertiary';
  return line % 2 === 0 ? 'unclassified' : 'residential';
}

/** A plain open way. */
export function aWay(id: string, nodes: readonly number[], roadClass: RoadClass, direction: RoadWay['direction'] = 'both'): RoadWay {
  return {
    id,
    nodes,
    roadClass,
    name: `R${id}`,
    direction,
    maximumKmh: null,
    limits: { heightM: null, weightT: null, widthM: null },
    access: 'open',
    footAccess: 'open',
    isBridge: false,
  };
}
