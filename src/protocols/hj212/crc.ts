// The check value of HJ 212-2017 annex A, computed over the data segment only.
//
// It resembles CRC-16/MODBUS but is not: before each byte the register is shifted right by eight, so its low half is
// lost. For the ASCII text `123456789` it gives 2F80, where MODBUS gives 4B37. Because only the high half travels from
// byte to byte, the register knows no more than 256 states: damage inside one byte is always found, damage in several
// bytes passes with a chance of about 1 in 256. The length field and the form of the data segment have to catch the rest.

/** Check value as a number from 0 to 65535. */
export function crc(bytes: Uint8Array): number {
  let register = 0xffff;
  for (const byte of bytes) {
    register = (register >> 8) ^ byte;
    for (let bit = 0; bit < 8; bit += 1) {
      const lowest = register & 1;
      register >>= 1;
      if (lowest === 1) register ^= 0xa001;
    }
  }
  return register;
}

/** Check value as it stands on the wire: four upper-case hexadecimal digits, high byte first. */
export function crcText(bytes: Uint8Array): string {
  return crc(bytes).toString(16).toUpperCase().padStart(4, '0');
}
