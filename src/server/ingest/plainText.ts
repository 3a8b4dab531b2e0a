import type { Signal } from '#kernel/observation/reading.ts';

// PostgreSQL refuses two kinds of text that devices do send: NUL characters and halves of surrogate pairs. They are taken out
// at the door, before the log, so that one such frame cannot hold up everything behind it.

/** Text that can be stored anywhere, cut at `longest` characters. */
export function plainText(text: string, longest = 4096): string {
  const short = text.length > longest ? text.slice(0, longest) : text;
  return short.includes('\u0000') ? short.replaceAll('\u0000', '').toWellFormed() : short.toWellFormed();
}

/** A signal whose texts can be stored; the same one where they all can. Keys are cut at lengths no register allows anyway. */
export function plainSignal(signal: Signal): Signal {
  if (isPlainSignal(signal)) return signal;
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

function isPlainSignal({ deviceKey, remote, raw, readings }: Signal): boolean {
  if (!isPlain(deviceKey, 160) || !isPlain(remote, 100) || !isPlain(raw, 4096)) return false;
  return readings.every(
    ({ channel, quantity, unit }) => isPlain(channel, 100) && isPlain(quantity, 100) && (unit === null || isPlain(unit, 40)),
  );
}

function isPlain(text: string, longest: number): boolean {
  return text.length <= longest && !text.includes('\u0000') && text.isWellFormed();
}
