// The check value of SL 651-2014: CRC-16/MODBUS (polynomial A001 reflected, start FFFF) over everything before it, sent high
// byte first. It finds every single and double wrong bit of a frame of this length and every burst up to 16 bits.

const table = Uint16Array.from({ length: 256 }, (_, byte) => {
  let register = byte;
  for (let bit = 0; bit < 8; bit += 1) register = (register & 1) === 1 ? (register >> 1) ^ 0xa001 : register >> 1;
  return register;
});

/** Check value as a number from 0 to 65535; `123456789` gives 4B37. */
export function crc(bytes: Uint8Array): number {
  let register = 0xffff;
  for (const byte of bytes) register = (register >> 8) ^ (table[(register ^ byte) & 0xff] ?? 0);
  return register;
}
