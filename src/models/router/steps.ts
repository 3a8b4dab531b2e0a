import { bearingDeg } from '#geo/distance.ts';
import type { LonLat } from '#geo/position.ts';
import { shapeOf } from './closures.ts';
import type { Leg, Route } from './route.ts';
import type { RoadGraph } from './roadGraph.ts';

// A route in words: one step for each stretch of one road, with the turn that begins it.

export type Turn =
  | 'depart'
  | 'straight'
  | 'slightLeft'
  | 'left'
  | 'sharpLeft'
  | 'slightRight'
  | 'right'
  | 'sharpRight'
  | 'turnBack'
  | 'arrive';

export interface Step {
  readonly turn: Turn;
  /** Name or number of the road; empty when it has none. */
  readonly road: string;
  readonly metres: number;
  readonly seconds: number;
  readonly at: LonLat;
  readonly text: { readonly zh: string; readonly en: string };
}

const words: Readonly<Record<Turn, { zh: string; en: string }>> = {
  depart: { zh: '出发', en: 'Depart' },
  straight: { zh: '直行', en: 'Go straight' },
  slightLeft: { zh: '向左前方', en: 'Bear left' },
  left: { zh: '左转', en: 'Turn left' },
  sharpLeft: { zh: '向左后方急转', en: 'Turn sharp left' },
  slightRight: { zh: '向右前方', en: 'Bear right' },
  right: { zh: '右转', en: 'Turn right' },
  sharpRight: { zh: '向右后方急转', en: 'Turn sharp right' },
  turnBack: { zh: '掉头', en: 'Turn back' },
  arrive: { zh: '到达', en: 'Arrive' },
};

export function stepsOf(graph: RoadGraph, { legs, to, line }: Route): Step[] {
  const nameOf = ({ piece }: Leg): string => graph.ways[graph.pieces.way[piece]!]!.name;
  const steps: Step[] = [];
  let before: Leg | null = null;
  for (const leg of legs) {
    const turn: Turn = before === null ? 'depart' : turnBetween(endBearing(graph, before, 'end'), endBearing(graph, leg, 'start'));
    const last = steps.at(-1);
    if (last && before && nameOf(before) === nameOf(leg) && (turn === 'straight' || nameOf(leg) !== '')) {
      steps[steps.length - 1] = said({ ...last, metres: last.metres + leg.metres, seconds: last.seconds + leg.seconds });
    } else {
      steps.push(said({ turn, road: nameOf(leg), metres: leg.metres, seconds: leg.seconds, at: startOf(graph, leg, line) }));
    }
    before = leg;
  }
  return [...steps, said({ turn: 'arrive', road: '', metres: 0, seconds: 0, at: to.position })];
}

function said({ turn, road, metres, seconds, at }: Omit<Step, 'text'>): Step {
  const { zh, en } = words[turn];
  const far =
    metres >= 1000
      ? { zh: `${(metres / 1000).toFixed(1)} 公里`, en: `${(metres / 1000).toFixed(1)} km` }
      : { zh: `${Math.round(metres)} 米`, en: `${Math.round(metres)} m` };
  const text =
    turn === 'arrive'
      ? { zh, en }
      : { zh: `${zh}${road === '' ? '' : `，沿${road}`}，${far.zh}`, en: `${en}${road === '' ? '' : ` along ${road}`}, ${far.en}` };
  return { turn, road, metres, seconds, at, text };
}

/** @param before, after degrees clockwise from north */
function turnBetween(before: number, after: number): Turn {
  const turned = ((after - before + 540) % 360) - 180;
  const size = Math.abs(turned);
  if (size < 25) return 'straight';
  if (size > 170) return 'turnBack';
  const right = turned > 0;
  if (size < 55) return right ? 'slightRight' : 'slightLeft';
  if (size < 125) return right ? 'right' : 'left';
  return right ? 'sharpRight' : 'sharpLeft';
}

function endBearing(graph: RoadGraph, leg: Leg, end: 'start' | 'end'): number {
  const shape = shapeOf(graph, leg.piece);
  if (leg.to < leg.from) shape.reverse();
  return end === 'start' ? bearingDeg(shape[0]!, shape[1]!) : bearingDeg(shape.at(-2)!, shape.at(-1)!);
}

function startOf(graph: RoadGraph, leg: Leg, line: GeoJSON.LineString): LonLat {
  if (leg.from !== 0 && leg.from !== 1) return line.coordinates[0] as LonLat;
  const shape = shapeOf(graph, leg.piece);
  return leg.from === 0 ? shape[0]! : shape.at(-1)!;
}
