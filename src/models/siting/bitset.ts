// Sets of small whole numbers as bits of 32-bit words, for covering problems.

export type Bits = Uint32Array;

export const emptyBits = (size: number): Bits => new Uint32Array((size + 31) >>> 5);

export function addBit(bits: Bits, at: number): void {
  bits[at >>> 5]! |= 1 << (at & 31);
}

export const hasBit = (bits: Bits, at: number): boolean => ((bits[at >>> 5]! >>> (at & 31)) & 1) === 1;

export function countBits(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many are in both. */
export function countCommon(a: Bits, b: Bits): number {
  let count = 0;
  for (let word = 0; word < a.length; word += 1) count += countBits(a[word]! & b[word]!);
  return count;
}

/** a without b. */
export function without(a: Bits, b: Bits): Bits {
  const result = new Uint32Array(a.length);
  for (let word = 0; word < a.length; word += 1) result[word] = a[word]! & ~b[word]!;
  return result;
}

export function sizeOf(bits: Bits): number {
  let count = 0;
  for (const word of bits) count += countBits(word);
  return count;
}

export function dropBit(bits: Bits, at: number): void {
  bits[at >>> 5]! &= ~(1 << (at & 31));
}

/** Whether a holds nothing of `counted` that b does not hold. */
export function isWithin(a: Bits, b: Bits, counted: Bits): boolean {
  for (let word = 0; word < a.length; word += 1) if ((a[word]! & counted[word]! & ~b[word]!) !== 0) return false;
  return true;
}
