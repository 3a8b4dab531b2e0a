import { degrees } from '#geo/position.ts';
import type { Metres } from '#models/shared/localPlane.ts';
import { shareWithin } from './windRose.ts';

// Individual risk at a place and societal risk of a site: what may happen, how often, and whom it would kill. GB/T 37243-2019
// clauses 6.6 to 6.8; the sum over scenarios as TNO Purple Book (6.1), (6.2).

export interface RingScenario {
  readonly frequency: number;
  readonly at: Metres;
  /** Death share within radii, radii rising and shares falling. */
  readonly rings: readonly { readonly radiusM: number; readonly deaths: number }[];
  /** Half-angle of the cloud in degrees when the wind carries it; null when it spreads to all sides. */
  readonly halfAngleDeg: number | null;
}

/** Share of deaths outdoors at a distance, the wind blowing there. */
export function deathsAt(scenario: RingScenario, distance: number): number {
  return scenario.rings.find(({ radiusM }) => distance <= radiusM)?.deaths ?? 0;
}

/** Deaths per year of somebody who is always at a place outdoors. */
export function individualRisk(scenarios: readonly RingScenario[], rose: readonly number[], place: Metres): number {
  let sum = 0;
  for (const scenario of scenarios) {
    const [east, north] = [place[0] - scenario.at[0], place[1] - scenario.at[1]];
    const deaths = deathsAt(scenario, Math.hypot(east, north));
    if (deaths > 0) sum += scenario.frequency * deaths * towards(scenario, rose, east, north);
  }
  return sum;
}

function towards(scenario: RingScenario, rose: readonly number[], east: number, north: number): number {
  if (scenario.halfAngleDeg === null || (east === 0 && north === 0)) return 1;
  // The cloud lies opposite to where the wind comes from.
  return shareWithin(rose, degrees(Math.atan2(-east, -north)), scenario.halfAngleDeg);
}

export interface People {
  readonly at: Metres;
  readonly count: number;
  /** Deaths indoors as a share of those outdoors, and the share of people indoors. */
  readonly indoors: number;
}

/** One thing that may happen in one wind: how often, and how many it would kill. */
export interface Outcome {
  readonly frequency: number;
  readonly deaths: number;
}

const winds = 36;

/** Every scenario in every wind. @param indoorFactor deaths indoors as a share of deaths outdoors, 0…1 */
export function outcomes(
  scenarios: readonly RingScenario[],
  rose: readonly number[],
  people: readonly People[],
  indoorFactor: number,
): Outcome[] {
  return scenarios.flatMap((scenario) => {
    const directions = scenario.halfAngleDeg === null ? [null] : Array.from({ length: winds }, (_, n) => (n * 360) / winds);
    return directions.map((fromDeg) => ({
      frequency: scenario.frequency * (fromDeg === null ? 1 : shareWithin(rose, fromDeg, 180 / winds)),
      deaths: people.reduce((sum, group) => sum + deathsOf(scenario, group, fromDeg, indoorFactor), 0),
    }));
  });
}

function deathsOf(scenario: RingScenario, group: People, fromDeg: number | null, indoorFactor: number): number {
  const [east, north] = [group.at[0] - scenario.at[0], group.at[1] - scenario.at[1]];
  if (fromDeg !== null && scenario.halfAngleDeg !== null && (east !== 0 || north !== 0)) {
    const off = Math.abs(((degrees(Math.atan2(-east, -north)) - fromDeg + 540) % 360) - 180);
    if (off > scenario.halfAngleDeg) return 0;
  }
  const share = deathsAt(scenario, Math.hypot(east, north));
  return group.count * share * (1 - group.indoors + group.indoors * indoorFactor);
}

/** Cumulative frequency per year of killing at least N, N rising. */
export function societalCurve(all: readonly Outcome[]): { deaths: number; frequency: number }[] {
  const harmful = all.filter(({ deaths, frequency }) => deaths > 0 && frequency > 0).toSorted((a, b) => b.deaths - a.deaths);
  let sum = 0;
  const curve = harmful.map(({ deaths, frequency }) => {
    sum += frequency;
    return { deaths, frequency: sum };
  });
  return curve.filter(({ deaths }, at) => curve[at + 1]?.deaths !== deaths).toReversed();
}

/** Expected deaths per year. */
export function lossOfLife(all: readonly Outcome[]): number {
  return all.reduce((sum, { deaths, frequency }) => sum + deaths * frequency, 0);
}
