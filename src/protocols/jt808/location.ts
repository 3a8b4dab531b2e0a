// The location block of JT/T 808, 28 bytes, and the additional items behind it.

import { Reader, record, time, u16, u32, type Field } from './fields.ts';
import { itemRows } from './items.table.ts';

/** Position as sent; readings.ts gives degrees, km/h and the meaning of the bits. */
export const fix = record({
  alarms: u32,
  status: u32,
  /** Degrees times 10⁶, without sign: south and west stand in `status`. */
  latitude: u32,
  longitude: u32,
  /** m */
  altitude: u16,
  /** 0.1 km/h */
  speed: u16,
  /** Degrees clockwise from north. */
  direction: u16,
  at: time,
});

export interface Item {
  id: number;
  raw: string;
  /** A number or named numbers; null for items that are not in the table or have another length. */
  value: unknown;
}

/** Items up to the end. One that is cut off is left where it is. */
const itemList: Field<Item[]> = {
  read(from) {
    const items: Item[] = [];
    while (from.left >= 2) {
      const id = from.bytes[from.at] ?? 0;
      const length = from.bytes[from.at + 1] ?? 0;
      if (from.left < 2 + length) break;
      from.take(2);
      const bytes = from.take(length);
      items.push({ id, raw: bytes.toHex().toUpperCase(), value: valueOf(id, bytes, from.is2019) });
    }
    return items;
  },
  write: (items) => items.flatMap(({ id, raw }) => [id, raw.length / 2, ...Uint8Array.fromHex(raw)]),
  form: '(id:u8 length:u8 raw)…',
};

function valueOf(id: number, bytes: Uint8Array, is2019: boolean): unknown {
  const row = itemRows.get(id);
  if (row === undefined) return null;
  const reader = new Reader(bytes, is2019);
  const value = row.field.read(reader, {});
  return reader.isShort || reader.left > 0 ? null : value;
}

export const located = record({ fix, items: itemList });
export type Located = ReturnType<typeof located.read>;
export type Fix = Located['fix'];
