// How long people take to a shelter, on foot or in buses that go several times.

/** Walking with children and old people, and road for straight line: assumptions of the house, to be replaced by a county's own. */
export const groupMps = {
  value: 0.9,
  source: "the house's assumption for mixed groups with children and old people",
  verified: false,
} as const;
export const detour = {
  value: 1.4,
  source: "the house's assumption: length of road for each metre of straight line",
  verified: false,
} as const;

export interface BusService {
  readonly buses: number;
  readonly seats: number;
  /** One way, seconds. */
  readonly driveS: number;
  /** Getting on and off together, seconds a round. */
  readonly handlingS: number;
}

/**
 * Seconds until the last person has arrived, and the rounds driven. Buses go at once, come back while people remain, and the
 * last round needs no return: rounds × (drive + handling) + (rounds − 1) × drive.
 */
export function busTime(people: number, { buses, seats, driveS, handlingS }: BusService): { rounds: number; seconds: number } {
  const rounds = Math.ceil(people / (buses * seats));
  return { rounds, seconds: rounds === 0 ? 0 : rounds * (driveS + handlingS) + (rounds - 1) * driveS };
}
