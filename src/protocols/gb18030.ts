// Text of part descriptions: GB 18030 in fields of fixed length, filled up with zero bytes.

const decoder = new TextDecoder('gb18030', { ignoreBOM: true });

/** Reads text up to the first zero byte. Bytes that are no GB 18030 become U+FFFD. */
export function readText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decoder.decode(end === -1 ? bytes : bytes.subarray(0, end));
}

/** Writes text; characters outside the one- and two-byte part of GB 18030 (GBK) become `?`. */
export function writeText(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0x80) bytes.push(code);
    else bytes.push(...(twoByteCodes().get(character) ?? [0x3f]));
  }
  return Uint8Array.from(bytes);
}

let codes: ReadonlyMap<string, readonly [number, number]> | null = null;

/** The platform decodes GB 18030 but does not encode it, so the table is turned round once, when first needed. */
function twoByteCodes(): ReadonlyMap<string, readonly [number, number]> {
  if (codes !== null) return codes;
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !found.has(character)) found.set(character, [lead, trail]);
    }
  }
  codes = found;
  return found;
}
