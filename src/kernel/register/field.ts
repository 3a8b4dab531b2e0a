import type { Geometry } from 'geojson';
import type { Role } from '#kernel/access/access.ts';
import type { Text } from '#kernel/language/text.ts';
import type { TextCheck } from './textCheck.ts';

// Field kinds of a register. What a kind means is here; its column is in server/storage/columns.ts, its input in
// web/forms/inputs.tsx, its cell in web/tables/cells.tsx. A house test checks that no kind lacks one of them.

/** Holds when the named field has one of the values (a list: contains one of them). */
export interface Condition {
  field: string;
  is: readonly (string | boolean)[];
  /** Turns it round: holds when the field has none of the values, so also when it is empty. */
  not?: true;
}

interface FieldBase {
  label: Text;
  /** Shown under the input: what to write, where the figure comes from. */
  hint?: Text;
  required?: boolean;
  /** Two records of one register (`'area'`: of one division) may not share the value. */
  unique?: boolean | 'area';
  /** Personal data: masked for everybody; these roles may open it, record by record, and opening is journaled. */
  sensitive?: readonly Role[];
  /**
   * Set by the program, never by a form. A function works the value out from the record's other fields at every write; it
   * must be pure, and gives null where it cannot tell.
   */
  computed?: true | ((record: Readonly<Record<string, unknown>>) => unknown);
  /** Asked, shown and kept only while another field (choice, flag or list) has one of these values; else stored empty. */
  when?: Condition;
  /** Shown as a column of the list (default true for the first six fields). */
  listed?: boolean;
}

export type Field = FieldBase &
  /** `check` names what a pattern cannot say: a check digit, a number that can be dialled. */
  (
    | { kind: 'text'; maxLength: number; pattern?: { source: string; rule: Text }; check?: TextCheck }
    | { kind: 'longText'; maxLength: number }
    | { kind: 'count'; unit: Text; min?: number; max?: number }
    | { kind: 'measure'; unit: string; decimals: number; min?: number; max?: number }
    | { kind: 'flag' }
    /** `dictionary` names a code list kept as dated data (dictionary.ts); then `options` stays empty. */
    | { kind: 'choice'; options: Record<string, Text>; dictionary?: string }
    | { kind: 'date' }
    | { kind: 'instant' }
    /** One place on the map: [lon, lat], WGS-84 degrees. */
    | { kind: 'point' }
    /** GeoJSON geometry, WGS-84. */
    | { kind: 'geometry'; allow: readonly ('Polygon' | 'MultiPolygon' | 'LineString')[] }
    /** One or several division codes. */
    | { kind: 'areas' }
    | { kind: 'reference'; register: string }
    | { kind: 'list'; options: Record<string, Text> }
  );

export type FieldKind = Field['kind'];
type Options<K extends FieldKind> = Omit<Extract<Field, { kind: K }>, 'kind'>;
export type FieldOf<K extends FieldKind> = FieldBase & Extract<Field, { kind: K }>;

const build =
  <K extends FieldKind>(kind: K) =>
  (options: Options<K>): FieldOf<K> =>
    ({ kind, ...options }) as unknown as FieldOf<K>;

export const text = (options: Omit<Options<'text'>, 'maxLength'> & { maxLength?: number }) => build('text')({ maxLength: 200, ...options });
export const longText = (options: Omit<Options<'longText'>, 'maxLength'> & { maxLength?: number }) =>
  build('longText')({ maxLength: 4000, ...options });
export const count = build('count');
export const measure = build('measure');
export const flag = build('flag');
export const choice = build('choice');
/** A choice whose options are the entries of a dictionary that are valid on the day. */
export const dictionaryChoice = (options: Omit<Options<'choice'>, 'options' | 'dictionary'> & { dictionary: string }) =>
  build('choice')({ options: {}, ...options });
export const date = build('date');
export const instant = build('instant');
export const point = build('point');
export const geometry = build('geometry');
export const areas = build('areas');
export const reference = build('reference');
export const list = build('list');

/** JSON value of a field: what the API sends and takes. */
export type FieldValue<F> = F extends { kind: 'count' | 'measure' }
  ? number
  : F extends { kind: 'flag' }
    ? boolean
    : F extends { kind: 'point' }
      ? [number, number]
      : F extends { kind: 'geometry' }
        ? Geometry
        : F extends { kind: 'areas' | 'list' }
          ? string[]
          : string;
