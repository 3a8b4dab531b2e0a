// Several workers step one flood together: each has a band of rows, and all wait for each other between phases.

export interface Team {
  /** 0 … count − 1; worker 0 also does what must be done once. */
  readonly index: number;
  readonly count: number;
  /** Returns when every worker of the team has called it. */
  wait(): void;
}

/** A team of one. */
export const alone: Team = { index: 0, count: 1, wait: () => undefined };

const spins = 4000;

/**
 * A team over shared memory. A worker first spins, since the others are usually there within microseconds, then sleeps.
 * @param cells Int32Array over a SharedArrayBuffer, two elements, zero before the first worker starts
 */
export function sharedTeam(cells: Int32Array<SharedArrayBuffer>, index: number, count: number): Team {
  const [arrived, round] = [0, 1];
  return {
    index,
    count,
    wait() {
      const mine = Atomics.load(cells, round);
      if (Atomics.add(cells, arrived, 1) === count - 1) {
        Atomics.store(cells, arrived, 0);
        Atomics.add(cells, round, 1);
        Atomics.notify(cells, round);
        return;
      }
      for (let spin = 0; spin < spins; spin += 1) if (Atomics.load(cells, round) !== mine) return;
      while (Atomics.load(cells, round) === mine) Atomics.wait(cells, round, mine, 1000);
    },
  };
}
