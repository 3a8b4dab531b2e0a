import type { Clock } from '#kernel/clock/clock.ts';
import type { Chance } from './chance.ts';

// A network that loses, delays, repeats and reorders, and is cut in two for a while.

export interface NetworkFaults {
  isCut: boolean;
  /** Chance that a packet is lost; that it arrives twice. */
  loses: number;
  repeats: number;
  /** Longest delay, milliseconds. */
  delayMs: number;
}

export interface SimulatedNetwork {
  faults: NetworkFaults;
  /** Delivers, perhaps, later, perhaps twice. */
  send(deliver: () => void): void;
}

export function simulatedNetwork(clock: Clock, random: Chance): SimulatedNetwork {
  const faults: NetworkFaults = { isCut: false, loses: 0, repeats: 0, delayMs: 20 };
  const arrive = (deliver: () => void) =>
    void clock.after(random.between(1, faults.delayMs), () => {
      if (!faults.isCut) deliver();
    });
  return {
    faults,
    send(deliver) {
      if (faults.isCut || random.has(faults.loses)) return;
      arrive(deliver);
      if (random.has(faults.repeats)) arrive(deliver);
    },
  };
}
