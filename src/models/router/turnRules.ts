import type { Junctions, Pieces } from './pieces.ts';
import type { TurnRule } from './roadSource.ts';

// Forbidden turns without a slower search. A search that knows only junctions cannot know where it came from; so a junction
// with a rule gets a copy for each piece that the rule speaks of: arriving from there leads to the copy, and the copy lacks
// the exits that the rule forbids. Everything else stays a plain graph.

/** A directed edge before it is packed: along piece `piece`, forward or against its drawing direction. */
export interface RawEdge {
  tail: number;
  head: number;
  readonly piece: number;
  readonly forward: boolean;
}

/** Applies the rules to `edges` in place; copies are appended after the last junction. Gives the junction each copy stands for. */
export function applyTurnRules(
  edges: RawEdge[],
  rules: readonly TurnRule[],
  pieces: Pieces,
  junctions: Junctions,
  wayIds: readonly string[],
): { copies: number[]; unread: number } {
  const copies: number[] = [];
  let unread = 0;
  const groups = new Map<string, { via: number; from: string; rules: TurnRule[] }>();
  for (const rule of rules) {
    const via = junctions.ofNode[rule.via] ?? -1;
    const key = `${via} ${rule.fromWay}`;
    const group = groups.get(key) ?? { via, from: rule.fromWay, rules: [] };
    group.rules.push(rule);
    groups.set(key, group);
  }
  const wayOf = (edge: RawEdge): string => wayIds[pieces.way[edge.piece]!]!;
  // The junction an edge leads to on the map, whatever copy it has been led to.
  const headOnMap = (edge: RawEdge): number => (edge.forward ? pieces.to[edge.piece]! : pieces.from[edge.piece]!);
  for (const { via, from, rules: own } of groups.values()) {
    const arriving = edges.filter((edge) => headOnMap(edge) === via && wayOf(edge) === from);
    const exits = edges.filter((edge) => edge.tail === via);
    if (via < 0 || arriving.length === 0) {
      unread += own.length;
      continue;
    }
    // By piece and direction, since a way that runs through the junction arrives there twice.
    const arrivals = Map.groupBy(arriving, (edge) => edge.piece * 2 + Number(edge.forward));
    for (const same of arrivals.values()) {
      const copy = junctions.count + copies.push(via) - 1;
      const allowed = exits.filter((exit) => isAllowed(exit, same[0]!, own, wayOf));
      for (const edge of same) edge.head = copy;
      for (const exit of allowed) edges.push({ ...exit, tail: copy });
    }
  }
  return { copies, unread };
}

/** A no-U-turn (from and to are one way) forbids turning back on the piece one came by, not driving on. */
function isAllowed(exit: RawEdge, arrival: RawEdge, rules: readonly TurnRule[], wayOf: (edge: RawEdge) => string): boolean {
  const isBack = exit.piece === arrival.piece && exit.forward !== arrival.forward;
  const names = ({ toWay, fromWay }: TurnRule): boolean => wayOf(exit) === toWay && (toWay !== fromWay || isBack);
  const only = rules.filter(({ kind }) => kind === 'only');
  // Commanded: the named way, and never back to where one came from.
  if (only.length > 0 && !only.some(({ toWay }) => wayOf(exit) === toWay && !isBack)) return false;
  return !rules.some((rule) => rule.kind === 'no' && names(rule));
}
