// A message of JT/T 808 as values. What it says about the vehicle is worked out in readings.ts.

import type { KnownBody } from './bodies.table.ts';

/**
 * The body by kind; `unknown` for ids outside the table and for encrypted bodies, `package` for one of several packages
 * (packets.ts). `raw` is hexadecimal.
 */
export type Body = KnownBody | { kind: 'unknown'; raw: string } | { kind: 'package'; raw: string };

export interface Jt808Message {
  /** Message id, 0x0001 to 0xFFFF. */
  id: number;
  edition: 2013 | 2019;
  /** Protocol version byte of the 2019 header; null in the 2013 one. */
  version: number | null;
  /** Bits 10 to 12 of the properties: 0 for plain, 1 for RSA. */
  encryption: number;
  /** Bit 15 of the properties, reserved. */
  reserved: 0 | 1;
  /** Phone number of the terminal: 12 digits in 2013, 20 in 2019, filled up with zeros on the left. */
  phone: string;
  serial: number;
  packet: { total: number; number: number } | null;
  body: Body;
  /** Bytes behind what the layout of the body explains, in hexadecimal; mostly empty. */
  rest: string;
  /** The whole body as received, when its fields would be written with other bytes (odd padding, characters outside GBK). */
  exact: string | null;
}
