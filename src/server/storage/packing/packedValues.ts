import { largestSigned, type ByteReader, type ByteWriter } from './bytes.ts';

// Measured values, exactly. Instruments report decimals: as whole multiples of 10^-k they differ little from one to the next.
// Whatever is no short decimal (measured in binary fractions, NaN, −0) is kept bit by bit, as what changed since the value before.

const mostDecimals = 6;
/** Method byte: 0 to 6 are decimals, this is bits. */
const asBits = 255;
const bytesOfValue = 8;

export function writeValues(writer: ByteWriter, values: Float64Array): void {
  const decimals = decimalsOf(values);
  writer.byte(decimals ?? asBits);
  if (decimals === null) return writer.raw(changedBits(values));
  const scale = 10 ** decimals;
  let before = 0;
  for (const value of values) {
    const whole = Math.round(value * scale);
    writer.signed(whole - before);
    before = whole;
  }
}

/** @throws RangeError for a method this version does not know, or bytes that end early */
export function readValues(reader: ByteReader, count: number): Float64Array {
  const method = reader.byte();
  if (method === asBits) return fromChangedBits(reader.raw(count * bytesOfValue), count);
  if (method > mostDecimals) throw new RangeError(`packed readings: unknown method ${method} of values`);
  const scale = 10 ** method;
  const values = new Float64Array(count);
  let whole = 0;
  for (let at = 0; at < count; at += 1) {
    whole += reader.signed();
    values[at] = whole / scale;
  }
  return values;
}

/** Fewest decimals that give every value back exactly; null when none do. */
function decimalsOf(values: Float64Array): number | null {
  let decimals = 0;
  for (const value of values) {
    while (!isMultiple(value, 10 ** decimals)) if (++decimals > mostDecimals) return null;
  }
  // More decimals are no nearer for a value that fewer gave back, but a rounding may differ: all are looked at once more.
  return values.every((value) => isMultiple(value, 10 ** decimals)) ? decimals : null;
}

function isMultiple(value: number, scale: number): boolean {
  const whole = Math.round(value * scale);
  // Half of the largest, because differences are written.
  return Math.abs(whole) <= largestSigned / 2 && !Object.is(whole, -0) && whole / scale === value;
}

/** XOR of each value with the one before; the first bytes of all, then the second ones …, which deflate shortens well. */
function changedBits(values: Float64Array): Uint8Array {
  const count = values.length;
  const view = new DataView(new ArrayBuffer(bytesOfValue));
  const before = new Uint8Array(bytesOfValue);
  const bits = new Uint8Array(view.buffer);
  const planes = new Uint8Array(count * bytesOfValue);
  values.forEach((value, at) => {
    view.setFloat64(0, value);
    for (let plane = 0; plane < bytesOfValue; plane += 1) planes[plane * count + at] = (bits[plane] ?? 0) ^ (before[plane] ?? 0);
    before.set(bits);
  });
  return planes;
}

function fromChangedBits(planes: Uint8Array, count: number): Float64Array {
  const values = new Float64Array(count);
  const view = new DataView(new ArrayBuffer(bytesOfValue));
  const bits = new Uint8Array(view.buffer);
  for (let at = 0; at < count; at += 1) {
    for (let plane = 0; plane < bytesOfValue; plane += 1) bits[plane] = (bits[plane] ?? 0) ^ (planes[plane * count + at] ?? 0);
    values[at] = view.getFloat64(0);
  }
  return values;
}
