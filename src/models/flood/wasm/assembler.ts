// Just enough of an assembler for one small WebAssembly module (WebAssembly Core Specification 2.0 with SIMD, binary format).
// Code is nested lists of bytes in the order of the stack machine: operands first.

/** Bytes, nested as they were composed. */
export type Code = readonly (number | Code)[];

const flatten = (code: Code): number[] => (code as readonly unknown[]).flat(Number.POSITIVE_INFINITY) as number[];

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return bytes;
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const byte = rest & 0x7f;
    rest >>= 7;
    const isLast = (rest === 0 && (byte & 0x40) === 0) || (rest === -1 && (byte & 0x40) !== 0);
    bytes.push(isLast ? byte : byte | 0x80);
    if (isLast) return bytes;
  }
}

const vector = (number: number, ...operands: Code): Code => [operands, 0xfd, unsigned(number)];

export const local = {
  get: (index: number): Code => [0x20, unsigned(index)],
  set: (index: number, value: Code): Code => [value, 0x21, unsigned(index)],
};

export const i32 = {
  constant: (value: number): Code => [0x41, signed(value)],
  add: (a: Code, b: Code): Code => [a, b, 0x6a],
  sub: (a: Code, b: Code): Code => [a, b, 0x6b],
  lessUnsigned: (a: Code, b: Code): Code => [a, b, 0x49],
};

export const f32 = {
  constant: (value: number): Code => [0x43, [...new Uint8Array(Float32Array.of(value).buffer)]],
  sub: (a: Code, b: Code): Code => [a, b, 0x93],
  less: (a: Code, b: Code): Code => [a, b, 0x5d],
  max: (a: Code, b: Code): Code => [a, b, 0x97],
  min: (a: Code, b: Code): Code => [a, b, 0x96],
};

/** `yes` when the condition is not 0, else `no`; both give a value of the same type. */
export const select = (yes: Code, no: Code, condition: Code): Code => [yes, no, condition, 0x1b];

/** Runs the body, and again as long as the condition after it is not 0. */
export const repeatWhile = (body: Code, condition: Code): Code => [0x03, 0x40, body, condition, 0x0d, 0x00, 0x0b];

/** Lanes of four. Loads and stores add the constant `offset` to the address, both in bytes. */
export const f32x4 = {
  load: (address: Code, offset: number): Code => [address, 0xfd, 0x00, 0x00, unsigned(offset)],
  store: (address: Code, offset: number, value: Code): Code => [address, value, 0xfd, 0x0b, 0x00, unsigned(offset)],
  splat: (value: Code): Code => vector(19, value),
  lane: (value: Code, lane: number): Code => [vector(31, value), lane],
  greater: (a: Code, b: Code): Code => vector(68, a, b),
  abs: (a: Code): Code => vector(224, a),
  add: (a: Code, b: Code): Code => vector(228, a, b),
  sub: (a: Code, b: Code): Code => vector(229, a, b),
  mul: (a: Code, b: Code): Code => vector(230, a, b),
  div: (a: Code, b: Code): Code => vector(231, a, b),
  /** The smaller or larger as one machine instruction; which of ±0 or NaN comes is not defined, and none is here. */
  min: (a: Code, b: Code): Code => vector(234, a, b),
  max: (a: Code, b: Code): Code => vector(235, a, b),
};

export const v128 = {
  constant: (bytes: Uint8Array): Code => [0xfd, 0x0c, [...bytes]],
  and: (a: Code, b: Code): Code => vector(78, a, b),
};

export const i32x4 = {
  sub: (a: Code, b: Code): Code => vector(177, a, b),
  /** Products of neighbouring 16 bit halves, added in pairs. */
  dotHalves: (a: Code, b: Code): Code => vector(186, a, b),
};

const types = { i32: 0x7f, f32: 0x7d, v128: 0x7b } as const;
type ValueType = keyof typeof types;

export interface WasmFunction {
  readonly name: string;
  readonly parameters: readonly ValueType[];
  readonly result: ValueType | null;
  /** Numbered after the parameters. */
  readonly locals: readonly ValueType[];
  readonly body: Code;
}

const counted = (items: readonly Code[]): Code => [unsigned(items.length), items];
const sized = (code: Code): Code => {
  const bytes = flatten(code);
  return [unsigned(bytes.length), bytes];
};
const section = (id: number, content: Code): Code => [id, sized(content)];
const named = (name: string): Code => counted([...new TextEncoder().encode(name)].map((byte) => [byte]));

/**
 * A module that imports `memory.memory` and exports the functions.
 * @param pages size of that memory, 64 KiB each
 * @param isShared whether it is shared between threads
 */
export function assemble(functions: readonly WasmFunction[], pages: number, isShared: boolean): Uint8Array<ArrayBuffer> {
  const typeOf = ({ parameters, result }: WasmFunction): Code => [
    0x60,
    counted(parameters.map((each) => [types[each]])),
    counted(result === null ? [] : [[types[result]]]),
  ];
  const limits = [isShared ? 0x03 : 0x01, unsigned(pages), unsigned(pages)];
  const bodyOf = ({ locals, body }: WasmFunction): Code => sized([counted(locals.map((each) => [1, types[each]])), body, 0x0b]);
  const code = [
    [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    section(1, counted(functions.map(typeOf))),
    section(2, counted([[named('memory'), named('memory'), 0x02, limits]])),
    section(3, counted(functions.map((_, index) => unsigned(index)))),
    section(7, counted(functions.map(({ name }, index) => [named(name), 0x00, unsigned(index)]))),
    section(10, counted(functions.map(bodyOf))),
  ];
  return Uint8Array.from(flatten(code));
}
