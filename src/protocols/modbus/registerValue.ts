// Values in registers: whole numbers and IEEE 754 of 16 to 64 bits, in any order of words and bytes.

import { typeRegisters, type RegisterPoint } from './registerMap.ts';

export type ValueResult =
  | { ok: true; value: number }
  /**
   * `invalid`: the device says it has no value; `notANumber`: NaN or infinity; `precision`: a 64-bit whole number beyond
   * 2^53 that a double cannot hold.
   */
  | { ok: false; rule: 'invalid' | 'notANumber' | 'precision' };

/** The value of a point in `unit`, from its own registers (as many as its type takes, in the order of the wire). */
export function readValue(point: RegisterPoint, registers: readonly number[]): ValueResult {
  if (point.type === 'bit') return { ok: true, value: ((registers[0] ?? 0) >> (point.bit ?? 0)) & 1 };
  const raw = readRaw(point, viewOf(point, registers));
  if (typeof raw === 'number' && !Number.isFinite(raw)) return { ok: false, rule: 'notANumber' };
  if (point.invalid.some((each) => each === Number(raw))) return { ok: false, rule: 'invalid' };
  if (typeof raw === 'bigint' && !Number.isSafeInteger(Number(raw))) return { ok: false, rule: 'precision' };
  const value = tidy(Number(raw) * point.scale) + point.offset;
  return { ok: true, value: point.offset === 0 ? value : tidy(value) };
}

/**
 * Registers that say the value, for a write. Whole numbers are rounded to the nearest the device can hold.
 * @throws RangeError when the value does not fit the type: the caller offered it, so he has to hear of it.
 */
export function writeValue(point: RegisterPoint, value: number): number[] {
  const raw = (value - point.offset) / point.scale;
  if (!Number.isFinite(raw)) throw new RangeError(`${point.quantity}: ${value} is no finite number.`);
  const view = new DataView(new ArrayBuffer(typeRegisters[point.type] * 2));
  writeRaw(point, view, raw);
  const words = Array.from({ length: typeRegisters[point.type] }, (_, at) => view.getUint16(at * 2, point.swapBytes));
  return point.wordOrder === 'big' ? words : words.reverse();
}

function viewOf({ wordOrder, swapBytes }: RegisterPoint, registers: readonly number[]): DataView {
  const ordered = wordOrder === 'big' ? registers : [...registers].reverse();
  const view = new DataView(new ArrayBuffer(ordered.length * 2));
  ordered.forEach((register, at) => view.setUint16(at * 2, register, swapBytes));
  return view;
}

function readRaw({ type }: RegisterPoint, view: DataView): number | bigint {
  switch (type) {
    case 'int16':
      return view.getInt16(0);
    case 'int32':
      return view.getInt32(0);
    case 'uint32':
      return view.getUint32(0);
    case 'float32':
      return view.getFloat32(0);
    case 'int64':
      return view.getBigInt64(0);
    case 'uint64':
      return view.getBigUint64(0);
    case 'float64':
      return view.getFloat64(0);
    default:
      return view.getUint16(0);
  }
}

const ranges = {
  int16: [-0x8000, 0x7fff],
  uint16: [0, 0xffff],
  int32: [-0x80000000, 0x7fffffff],
  uint32: [0, 0xffffffff],
  int64: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  uint64: [0, Number.MAX_SAFE_INTEGER],
} as const;

function writeRaw({ type, quantity }: RegisterPoint, view: DataView, raw: number): void {
  if (type === 'float32') {
    view.setFloat32(0, raw);
    if (!Number.isFinite(view.getFloat32(0))) throw new RangeError(`${quantity}: ${raw} does not fit float32.`);
    return;
  }
  if (type === 'float64') return view.setFloat64(0, raw);
  if (type === 'bit') throw new RangeError(`${quantity}: a single bit of a register cannot be written alone.`);
  const [least, most] = ranges[type];
  const whole = Math.round(raw);
  if (whole < least || whole > most) throw new RangeError(`${quantity}: ${whole} is not from ${least} to ${most} (${type}).`);
  if (type === 'int16') view.setInt16(0, whole);
  else if (type === 'uint16') view.setUint16(0, whole);
  else if (type === 'int32') view.setInt32(0, whole);
  else if (type === 'uint32') view.setUint32(0, whole);
  else if (type === 'int64') view.setBigInt64(0, BigInt(whole));
  else view.setBigUint64(0, BigInt(whole));
}

/** Takes away what binary fractions add: 235 × 0.1 is 23.5, not 23.500000000000004. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}
