// The data segment of HJ 212-2017 as values. Everything a device wrote is kept, in its order; meaning (readings,
// names, units) is worked out in readings.ts.

/** One `name=value` of the command parameters, e.g. `a21005-Rtd` and `0.033`. */
export interface Pair {
  name: string;
  value: string;
}

/** Pairs that belong together: separated by `,` on the wire, while items are separated by `;`. */
export type Item = Pair[];

export interface Hj212Message {
  /** QN: request time yyyyMMddHHmmssSSS, which identifies the exchange; null when absent (allowed in 2005 uploads). */
  requestNumber: string | null;
  /** ST: system type, two digits; 91 for answers. */
  systemType: string;
  /** CN: command number, four digits. */
  command: string;
  /** PW: access password. */
  password: string | null;
  /** MN: device id, up to 24 characters. */
  deviceId: string;
  /** Flag, 0 to 255; null when absent. Its bits are read by `flagBits`. */
  flag: number | null;
  /** PNUM: number of packages the message was cut into. */
  packageCount: number | null;
  /** PNO: number of this package, from 1. */
  packageNumber: number | null;
  /** CP: command parameters. */
  items: Item[];
  /** Fields of the data segment that the standard does not name. */
  otherFields: Pair[];
}

export interface FlagBits {
  /** Bits 7-2: 0 is HJ/T 212-2005, 1 is HJ 212-2017. */
  version: number;
  /** Bit 1 (D): package numbers are present. */
  hasPackages: boolean;
  /** Bit 0 (A): the sender waits for an answer. */
  needsAnswer: boolean;
}

/** Reads the flag; a message without one counts as version 0 that waits for nothing. */
export function flagBits(flag: number | null): FlagBits {
  const value = flag ?? 0;
  return { version: value >> 2, hasPackages: (value & 2) !== 0, needsAnswer: (value & 1) !== 0 };
}
