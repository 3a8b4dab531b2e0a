import { boolean, date, doublePrecision, integer, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Field, FieldKind } from '#kernel/register/field.ts';
import { snakeCase } from './naming.ts';

// What column each field kind becomes. One line a kind; schema.ts builds the tables from it.

const columnsOf: Record<FieldKind, (name: string) => Record<string, unknown>> = {
  areas: (name) => ({ [name]: text(snakeCase(name)).array() }),
  choice: (name) => ({ [name]: text(snakeCase(name)) }),
  count: (name) => ({ [name]: integer(snakeCase(name)) }),
  date: (name) => ({ [name]: date(snakeCase(name), { mode: 'string' }) }),
  flag: (name) => ({ [name]: boolean(snakeCase(name)) }),
  geometry: (name) => ({ [name]: jsonb(snakeCase(name)) }),
  instant: (name) => ({ [name]: timestamp(snakeCase(name), { withTimezone: true, precision: 3 }) }),
  list: (name) => ({ [name]: text(snakeCase(name)).array() }),
  longText: (name) => ({ [name]: text(snakeCase(name)) }),
  measure: (name) => ({ [name]: doublePrecision(snakeCase(name)) }),
  point: (name) => ({
    [`${name}Lon`]: doublePrecision(`${snakeCase(name)}_lon`),
    [`${name}Lat`]: doublePrecision(`${snakeCase(name)}_lat`),
  }),
  reference: (name) => ({ [name]: uuid(snakeCase(name)) }),
  text: (name) => ({ [name]: text(snakeCase(name)) }),
};

/** Drizzle columns of one declared field. */
export function columnsFor(name: string, field: Field): Record<string, unknown> {
  return columnsOf[field.kind](name);
}
