// Check value of Modbus RTU: CRC-16 with polynomial A001 (reflected 8005), register FFFF, low byte first on the wire
// (MODBUS over Serial Line, Specification and Implementation Guide V1.02, clause 2.5.1.2 and appendix B).

/** Check value as a number from 0 to 65535; `123456789` in ASCII gives 4B37. */
export function crc16(bytes: Uint8Array): number {
  let register = 0xffff;
  for (const byte of bytes) {
    register ^= byte;
    for (let bit = 0; bit < 8; bit += 1) register = (register & 1) === 1 ? (register >> 1) ^ 0xa001 : register >> 1;
  }
  return register;
}

/** The bytes with their check value behind them. */
export function withCrc(bytes: Uint8Array): Uint8Array {
  const value = crc16(bytes);
  return Uint8Array.of(...bytes, value & 0xff, value >> 8);
}

/** True when the last two bytes are the check value of those before. */
export function hasCrc(frame: Uint8Array): boolean {
  if (frame.length < 4) return false;
  const value = crc16(frame.subarray(0, -2));
  return frame.at(-2) === (value & 0xff) && frame.at(-1) === value >> 8;
}
