import { passageKinds, type PassageKind } from './flows.table.ts';

// How long a building takes to empty through a chain of passages. First-order hydraulic model: people are a fluid, each passage
// lets through at most its flow, the slowest passage decides.

export interface Passage {
  readonly kind: PassageKind['id'];
  /** Clear width, metres. */
  readonly widthM: number;
  /** Way along it, metres; 0 for a door. */
  readonly lengthM: number;
  /** People who enter the chain at the start of this passage. */
  readonly people: number;
  /** Free speed, m/s; null takes that of the kind. */
  readonly freeMps: number | null;
}

export interface PassageTime {
  /** People who pass. */
  readonly people: number;
  /** Persons a second at most. */
  readonly flow: number;
  /** First and last person leave it, seconds from the start of movement. */
  readonly firstS: number;
  readonly lastS: number;
  /** Waiting before it: longer than it takes to arrive. */
  readonly queue: boolean;
}

/** Persons a second through a passage; zero when it is no wider than its edges. */
export function flowThrough({ kind, widthM }: Pick<Passage, 'kind' | 'widthM'>): number {
  const { mostFlow, edgeM } = kindOf(kind);
  return Math.max(0, widthM - 2 * edgeM) * mostFlow;
}

function kindOf(id: PassageKind['id']): PassageKind {
  return passageKinds.find((kind) => kind.id === id)!;
}

/**
 * Times along a chain from the innermost passage to the open. The last person leaves a passage when all who pass it have passed
 * at its flow, counted from the first arrival, and not before the last has walked it: t = max(first + N/F, last before) + l/v.
 */
export function exitTimes(chain: readonly Passage[]): PassageTime[] {
  let [people, first, last] = [0, Infinity, 0];
  return chain.map((passage) => {
    const own = passage.people > 0;
    // Who starts here arrives at once; the first of the chain is whoever comes first.
    const arrivesFirst = own ? 0 : first;
    people += passage.people;
    const flow = flowThrough(passage);
    const walk = passage.lengthM / (passage.freeMps ?? kindOf(passage.kind).freeMps);
    // Nobody comes to a passage that nobody enters.
    const arrivesLast = people === 0 ? 0 : last;
    const passed = people === 0 ? 0 : Math.max((arrivesFirst === Infinity ? 0 : arrivesFirst) + people / flow, arrivesLast);
    const queue = passed > arrivesLast + 1e-9 && people > 1;
    first = people === 0 ? Infinity : arrivesFirst + walk;
    last = people === 0 ? 0 : passed + walk;
    return { people, flow, firstS: people === 0 ? 0 : first, lastS: last, queue };
  });
}
