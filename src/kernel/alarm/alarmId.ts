// The id of an alarm follows from what raised it, so replaying the log after a crash gives the same id again.

const factors = [597399067, 2869860233, 951274213, 2716044179] as const;

/**
 * UUID (version 8: own derivation) from rule, point and the log position that raised the alarm. Not a secret and not a
 * cryptographic hash: 122 well-mixed bits, enough to keep the alarms of one county apart.
 */
export function alarmId(ruleId: string, pointId: string, position: number): string {
  const hex = mixed(`${ruleId}|${pointId}|${position}`);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** 128 bits of a text as 32 hex digits: four 32-bit multiply-xor chains that feed each other (after cyrb128, public domain). */
function mixed(text: string): string {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ code, factors[0]);
    b = c ^ Math.imul(b ^ code, factors[1]);
    c = d ^ Math.imul(c ^ code, factors[2]);
    d = a ^ Math.imul(d ^ code, factors[3]);
  }
  a = Math.imul(c ^ (a >>> 18), factors[0]);
  b = Math.imul(d ^ (b >>> 22), factors[1]);
  c = Math.imul(a ^ (c >>> 17), factors[2]);
  d = Math.imul(b ^ (d >>> 19), factors[3]);
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
