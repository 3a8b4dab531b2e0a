import type { Clock } from '#kernel/clock/clock.ts';
import type { Reading, Signal } from '#kernel/observation/reading.ts';
import type { Chance } from './chance.ts';

// A device as the standards describe it: measures on, sends one message, and sends it again until it is answered; what it
// measures meanwhile waits. Its clock is its own. Every value it sends is unlike every other one, so that a reading can be
// recognised in the store.

export interface SimulatedDevice {
  /** `mqtt:gauge-1`. */
  key: string;
  /** Measures once and sends what waits. */
  measure(): void;
  /** Sends again what was not answered. */
  repeat(): void;
  hasWaiting(): boolean;
  /** Values that were answered for, and all that were sent. */
  acknowledged: Set<number>;
  sent: Set<number>;
}

const mostAtOnce = 4;

/**
 * @param clockErrorMs how far the device's clock is from the true time
 * @param send hands a message to the network, with what to do when its answer comes back
 */
export function simulatedDevice(
  key: string,
  clock: Clock & { passedMs(): number },
  startMs: number,
  clockErrorMs: number,
  random: Chance,
  send: (signal: Omit<Signal, 'receivedAtMs'>, onAnswer: () => void) => void,
): SimulatedDevice {
  const waiting: Reading[] = [];
  let inFlight: Reading[] = [];
  let level = random.between(27, 31);
  let nth = 0;

  function transmit(): void {
    if (inFlight.length === 0) inFlight = waiting.splice(0, 1 + random.below(mostAtOnce));
    if (inFlight.length === 0) return;
    const carried = inFlight;
    for (const { value } of carried) device.sent.add(value);
    const signal = { protocol: 'mqtt', deviceKey: key, remote: '10.0.0.7', readings: carried, raw: '' } as const;
    send({ ...signal, readings: [...carried] }, () => {
      for (const { value } of carried) device.acknowledged.add(value);
      // A late answer to an earlier copy is one too.
      if (inFlight === carried) inFlight = [];
    });
  }

  const device: SimulatedDevice = {
    key,
    acknowledged: new Set(),
    sent: new Set(),
    measure() {
      level = Math.min(34, Math.max(25, level + random.between(-2, 2)));
      nth += 1;
      const value = Number((Math.round(level * 10) / 10 + nth / 1_000_000).toFixed(6));
      const atMs = Math.round(startMs + clock.passedMs() + clockErrorMs);
      waiting.push({ channel: '', quantity: 'waterLevel', value, unit: 'm', atMs, quality: 'good' });
      transmit();
    },
    repeat: transmit,
    hasWaiting: () => inFlight.length > 0 || waiting.length > 0,
  };
  return device;
}
