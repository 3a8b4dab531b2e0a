import type { Quality, Signal } from '#kernel/observation/reading.ts';
import type { JsonPayload, JsonReading } from '#protocols/mqttJson/payload.ts';
import { readingOf } from './endpoint.ts';

// Readings in JSON (MQTT and HTTP) as a signal.

/** Words by which devices say that a value is not to be trusted; every other word, or none, counts as good. */
const doubtfulWords: ReadonlySet<string> = new Set(['bad', 'uncertain', 'device', 'maintenance', 'calibration', 'fault', 'error']);

function qualityOf({ quality }: JsonReading): Quality {
  return quality !== null && doubtfulWords.has(quality.toLowerCase()) ? 'device' : 'good';
}

/** A reading without any time was measured now: a device without a clock says so by leaving it out. */
export function jsonSignal(payload: JsonPayload, from: Omit<Signal, 'readings'>): Signal {
  return {
    ...from,
    readings: payload.readings.map((reading) => readingOf({ ...reading, atMs: reading.atMs ?? from.receivedAtMs }, qualityOf(reading))),
  };
}
