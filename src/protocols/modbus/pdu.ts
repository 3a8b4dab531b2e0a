// The protocol data unit of Modbus: function code and data, the same over serial lines and TCP (MODBUS Application Protocol
// Specification V1.1b3, clause 6). Addresses are those on the wire, counted from 0: register 40001 of a manual is holding
// register 0. Function codes other than those below are kept as they came.

export type ReadFunction = 1 | 2 | 3 | 4;

export type ModbusPdu =
  /** Asks for coils (1), discrete inputs (2), holding registers (3) or input registers (4). */
  | { kind: 'read'; function: ReadFunction; address: number; count: number }
  /** Answer to 1 or 2. Bits come in whole bytes: those beyond the count asked for mean nothing. */
  | { kind: 'bits'; function: 1 | 2; bits: boolean[] }
  /** Answer to 3, 4 or 23; each register 0 to 65535. */
  | { kind: 'registers'; function: 3 | 4 | 23; registers: number[] }
  /** Sets one coil (5) or one holding register (6); the answer is the same. `value` is FF00 or 0000 for a coil. */
  | { kind: 'writeOne'; function: 5 | 6; address: number; value: number }
  | { kind: 'writeBits'; function: 15; address: number; bits: boolean[] }
  | { kind: 'writeRegisters'; function: 16; address: number; registers: number[] }
  /** Answer to 15 or 16. */
  | { kind: 'written'; function: 15 | 16; address: number; count: number }
  /** Writes, then reads, in one go. */
  | { kind: 'readWrite'; function: 23; address: number; count: number; writeAddress: number; registers: number[] }
  /** The device refuses; `function` is the one it was asked for. Words of the code: `exceptions.table.ts`. */
  | { kind: 'exception'; function: number; code: number }
  /** Any other function code, its data as upper-case hexadecimal. */
  | { kind: 'other'; function: number; data: string };

export type PduResult = { ok: true; pdu: ModbusPdu } | { ok: false; code: 'invalidFormat' | 'unknownCommand'; reason: string };

/** Most a single request may ask for or write (V1.1b3, clauses 6.1 to 6.17). */
export const limits = { readBits: 2000, readRegisters: 125, writeBits: 1968, writeRegisters: 123, readWriteRegisters: 121 } as const;

export const maxPduBytes = 253;

const word = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/**
 * Reads a PDU. Never throws. Without `side` five bytes of function 1 to 4 are a question when address and count are possible;
 * an answer of just three bytes of bits can look the same, so who knows the side should say it.
 */
export function decodePdu(bytes: Uint8Array, side: 'request' | 'response' | null = null): PduResult {
  const code = bytes[0];
  if (code === undefined) return refuse('invalidFormat', 'The data unit is empty.');
  if (code === 0) return refuse('unknownCommand', 'Function code 0 is not valid.');
  if (bytes.length > maxPduBytes) return refuse('invalidFormat', `The data unit is longer than ${maxPduBytes} bytes.`);
  if (code >= 0x80) return readException(bytes, code);
  const request = side === 'response' ? null : readRequest(bytes, code);
  const pdu = request ?? (side === 'request' ? null : readResponse(bytes, code));
  if (pdu !== null) return { ok: true, pdu };
  if (knownFunctions.has(code)) return refuse('invalidFormat', `The data of function ${code} have the wrong length or content.`);
  return { ok: true, pdu: { kind: 'other', function: code, data: hex(bytes.subarray(1)) } };
}

const knownFunctions: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 15, 16, 23]);

function readException(bytes: Uint8Array, code: number): PduResult {
  if (bytes.length !== 2 || code === 0x80) return refuse('invalidFormat', 'A refusal is a function code and one byte.');
  return { ok: true, pdu: { kind: 'exception', function: code & 0x7f, code: bytes[1] ?? 0 } };
}

function readRequest(bytes: Uint8Array, code: number): ModbusPdu | null {
  const [address, count] = [word(bytes, 1), word(bytes, 3)];
  if (code >= 1 && code <= 4) {
    const most = code <= 2 ? limits.readBits : limits.readRegisters;
    const isSound = bytes.length === 5 && count >= 1 && count <= most && address + count <= 0x10000;
    return isSound ? { kind: 'read', function: code as ReadFunction, address, count } : null;
  }
  if (code === 5 || code === 6) return readWriteOne(bytes, code);
  if (code === 15) {
    const isSound =
      bytes.length === 6 + Math.ceil(count / 8) &&
      bytes[5] === Math.ceil(count / 8) &&
      count >= 1 &&
      count <= limits.writeBits &&
      address + count <= 0x10000;
    return isSound ? { kind: 'writeBits', function: 15, address, bits: readBits(bytes.subarray(6)).slice(0, count) } : null;
  }
  if (code === 16) {
    const isSound =
      bytes.length === 6 + count * 2 &&
      bytes[5] === count * 2 &&
      count >= 1 &&
      count <= limits.writeRegisters &&
      address + count <= 0x10000;
    return isSound ? { kind: 'writeRegisters', function: 16, address, registers: readRegisters(bytes.subarray(6)) } : null;
  }
  if (code !== 23) return null;
  const written = word(bytes, 7);
  const isSound = bytes.length === 10 + written * 2 && bytes[9] === written * 2 && written >= 1 && written <= limits.readWriteRegisters;
  if (!isSound || count < 1 || count > limits.readRegisters) return null;
  return { kind: 'readWrite', function: 23, address, count, writeAddress: word(bytes, 5), registers: readRegisters(bytes.subarray(10)) };
}

function readResponse(bytes: Uint8Array, code: number): ModbusPdu | null {
  if (code === 5 || code === 6) return readWriteOne(bytes, code);
  if (code === 15 || code === 16) {
    const [address, count] = [word(bytes, 1), word(bytes, 3)];
    const most = code === 15 ? limits.writeBits : limits.writeRegisters;
    return bytes.length === 5 && count >= 1 && count <= most ? { kind: 'written', function: code, address, count } : null;
  }
  const length = bytes[1] ?? 0;
  if (length === 0 || length > 250 || bytes.length !== 2 + length) return null;
  if (code === 1 || code === 2) return { kind: 'bits', function: code, bits: readBits(bytes.subarray(2)) };
  if ((code === 3 || code === 4 || code === 23) && length % 2 === 0)
    return { kind: 'registers', function: code, registers: readRegisters(bytes.subarray(2)) };
  return null;
}

function readWriteOne(bytes: Uint8Array, code: 5 | 6): ModbusPdu | null {
  const value = word(bytes, 3);
  if (bytes.length !== 5 || (code === 5 && value !== 0 && value !== 0xff00)) return null;
  return { kind: 'writeOne', function: code, address: word(bytes, 1), value };
}

function readBits(bytes: Uint8Array): boolean[] {
  return Array.from({ length: bytes.length * 8 }, (_, at) => (((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) === 1);
}

function readRegisters(bytes: Uint8Array): number[] {
  return Array.from({ length: bytes.length / 2 }, (_, at) => word(bytes, at * 2));
}

/**
 * Writes a PDU, without check value or header.
 * @throws RangeError naming the field when a count, address or value is outside what the standard allows: the caller made it.
 */
export function encodePdu(pdu: ModbusPdu): Uint8Array {
  switch (pdu.kind) {
    case 'read':
      checkCount(pdu.count, pdu.function <= 2 ? limits.readBits : limits.readRegisters);
      checkSpan(pdu.address, pdu.count);
      return Uint8Array.of(pdu.function, ...words(pdu.address, pdu.count));
    case 'bits':
      checkCount(pdu.bits.length, limits.readBits);
      return Uint8Array.of(pdu.function, Math.ceil(pdu.bits.length / 8), ...packBits(pdu.bits));
    case 'registers':
      checkCount(pdu.registers.length, limits.readRegisters);
      return Uint8Array.of(pdu.function, pdu.registers.length * 2, ...words(...pdu.registers));
    case 'writeOne':
      if (pdu.function === 5 && pdu.value !== 0 && pdu.value !== 0xff00) throw new RangeError('value: a coil is FF00 (on) or 0000 (off).');
      return Uint8Array.of(pdu.function, ...words(pdu.address, pdu.value));
    case 'writeBits':
      checkCount(pdu.bits.length, limits.writeBits);
      checkSpan(pdu.address, pdu.bits.length);
      return Uint8Array.of(15, ...words(pdu.address, pdu.bits.length), Math.ceil(pdu.bits.length / 8), ...packBits(pdu.bits));
    case 'writeRegisters':
      checkCount(pdu.registers.length, limits.writeRegisters);
      checkSpan(pdu.address, pdu.registers.length);
      return Uint8Array.of(16, ...words(pdu.address, pdu.registers.length), pdu.registers.length * 2, ...words(...pdu.registers));
    case 'written':
      return Uint8Array.of(pdu.function, ...words(pdu.address, pdu.count));
    case 'readWrite':
      checkCount(pdu.count, limits.readRegisters);
      checkCount(pdu.registers.length, limits.readWriteRegisters);
      return Uint8Array.of(
        23,
        ...words(pdu.address, pdu.count, pdu.writeAddress, pdu.registers.length),
        pdu.registers.length * 2,
        ...words(...pdu.registers),
      );
    case 'exception':
      return Uint8Array.of(pdu.function | 0x80, pdu.code);
    case 'other':
      return Uint8Array.of(pdu.function, ...Uint8Array.fromHex(pdu.data));
  }
}

function words(...values: number[]): number[] {
  return values.flatMap((value) => {
    if (!Number.isInteger(value) || value < 0 || value > 0xffff) throw new RangeError(`${value} is no 16-bit value from 0 to 65535.`);
    return [value >> 8, value & 0xff];
  });
}

function checkCount(count: number, most: number): void {
  if (!Number.isInteger(count) || count < 1 || count > most) throw new RangeError(`count: ${count} is not from 1 to ${most}.`);
}

function checkSpan(address: number, count: number): void {
  if (address + count > 0x10000) throw new RangeError(`address: ${address} with ${count} values goes beyond 65535.`);
}

function packBits(bits: readonly boolean[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  bits.forEach((bit, at) => {
    if (bit) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (1 << (at & 7));
  });
  return bytes;
}

function hex(bytes: Uint8Array): string {
  return bytes.toHex().toUpperCase();
}

function refuse(code: 'invalidFormat' | 'unknownCommand', reason: string): PduResult {
  return { ok: false, code, reason };
}
