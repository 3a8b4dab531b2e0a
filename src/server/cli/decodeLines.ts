// Cuts a stream of bytes into lines for `anlan decode` without ever holding more than one, and no more of that than a
// limit.

export interface Line {
  /** From 1. */
  number: number;
  /** Without its line end. */
  bytes: Uint8Array;
  /** CR LF, LF, or nothing for the last line and for a piece. */
  end: Uint8Array;
  /** True for a piece of a line longer than the limit; the rest follows under the same number. */
  isPiece: boolean;
}

/** Longest line held, in bytes. */
const longestLine = 1 << 20;
const nothing = new Uint8Array(0);

export async function* readLines(input: AsyncIterable<Uint8Array>, longest = longestLine): AsyncGenerator<Line> {
  let number = 1;
  let held: Uint8Array = nothing;
  for await (const chunk of input) {
    let rest = new Uint8Array(held.length + chunk.length);
    rest.set(held);
    rest.set(chunk, held.length);
    for (let at = rest.indexOf(0x0a); at !== -1; at = rest.indexOf(0x0a)) {
      const end = rest[at - 1] === 0x0d ? at - 1 : at;
      yield { number, bytes: rest.subarray(0, end), end: rest.subarray(end, at + 1), isPiece: false };
      number += 1;
      rest = rest.subarray(at + 1);
    }
    for (; rest.length > longest; rest = rest.subarray(longest)) {
      yield { number, bytes: rest.subarray(0, longest), end: nothing, isPiece: true };
    }
    held = rest;
  }
  if (held.length > 0) yield { number, bytes: held, end: nothing, isPiece: false };
}
