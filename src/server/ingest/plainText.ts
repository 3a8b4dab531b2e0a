import type { Signal } from '#kernel/observation/reading.ts';

// PostgreSQL refuses two kinds of text that devices do send: NUL characters and halves of surrogate pairs. They are taken out
// at the door, before the log, so that one such frame cannot hold up everything behind it.

/** Text that can be stored anywhere, cut at `longest` characters. */
export function plainText(text: string, longest = 4096): string {
  const short = text.length > longest ? text.slice(0, longest) : text;
  return short.includes('\u0000') ? short.replaceAll('\u0000', '').toWellFormed() : short.toWellFormed();
}

/** A signal whose texts can be stored. Keys are cut at lengths no register allows anyway. */
export function plainSignal(signal: Signal): Signal {
  return {
    ...signal,
    deviceKey: plainText(signal.deviceKey, 160),
    remote: plainText(signal.remote, 100),
    raw: plainText(signal.raw),
    readings: signal.readings.map((reading) => ({
      ...reading,
      channel: plainText(reading.channel, 100),
      quantity: plainText(reading.quantity, 100),
      unit: reading.unit === null ? null : plainText(reading.unit, 40),
    })),
  };
}
