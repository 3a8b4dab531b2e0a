// A message of SL 651-2014 as values. A body is a list of parts in the order of the wire, so that whatever a station puts in,
// in whatever order, can be written again byte for byte. What it measures is worked out in readings.ts.

import type { BcdTime } from '../bcdTime.ts';
import type { End } from './codes.table.ts';

export type Part =
  /** F1F1: which station the following belongs to; class byte only in reports of a station. */
  | { kind: 'station'; address: string; classCode: number | null }
  /** F0F0: when the following was observed, to the minute. */
  | { kind: 'observedAt'; time: BcdTime }
  /**
   * Identifier (`FF` and a second byte for extended ones, so up to 0xFFFF), definition byte and data. `raw` is what is sent;
   * `values` are the numbers read from it by the definition (null where the station has no value), empty where the data are no
   * numbers. Several values only in evenly spaced reports.
   */
  | { kind: 'element'; id: number; definition: number; raw: string; values: (number | null)[] }
  /** F2F2: text entered by hand, ASCII or GB 18030 as bytes in hexadecimal, to the end of the body. */
  | { kind: 'manual'; text: string; raw: string }
  /** F3F3: a picture (JPEG), to the end of the body, in hexadecimal. */
  | { kind: 'picture'; raw: string }
  /** Function 45: software version. */
  | { kind: 'version'; text: string; raw: string }
  /** Function 50: 32 counters of two bytes. */
  | { kind: 'counters'; values: number[] }
  /** One package of several; see packets.ts. */
  | { kind: 'package'; raw: string }
  /** Bytes that nothing here explains, in hexadecimal: parameters of controls, provincial functions, surplus. */
  | { kind: 'rest'; raw: string };

export interface Sl651Message {
  direction: 'up' | 'down';
  /** Address of the centre, 0 to 255. */
  centre: number;
  /** Address of the station, ten hexadecimal digits: `00` and the eight-digit station code, or division and number. */
  station: string;
  /** Password, four hexadecimal digits. */
  password: string;
  functionCode: number;
  /** Place of this package among those of a message sent in several; null for a message sent whole. */
  packet: { total: number; number: number } | null;
  /** Serial 0 to 65535; null in packages and in bodies too short for it. */
  serial: number | null;
  /** When the message was sent; null like `serial`. */
  sentAt: BcdTime | null;
  parts: Part[];
  end: End;
}
