// The words in which a model says what goes in and what comes out: kinds of fields with unit, range and source. From one
// declaration follow the TypeScript types, the check of untrusted input, the JSON Schema of `anlan model show`, and the form.

/** A text in both languages. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

interface Described {
  readonly label: Label;
  readonly note?: Label;
  /** May be left out; the value is then null. */
  readonly optional?: true;
}

export interface NumberField extends Described {
  readonly kind: 'number';
  /** Unit in SI or as the standard writes it (`m/s`, `Pa`, `kg/m³`, `°`); `1` for a pure number. */
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
  /** The value must be greater than `min`, not equal to it. */
  readonly aboveMin?: true;
  readonly integer?: true;
  /** Used when left out, and then listed in the result as a default. */
  readonly standard?: number;
  /** Where range or standard value come from. */
  readonly source?: string;
}

export interface ChoiceField<V extends string = string> extends Described {
  readonly kind: 'choice';
  readonly options: readonly { readonly value: V; readonly label: Label }[];
  readonly standard?: V;
}

export interface FlagField extends Described {
  readonly kind: 'flag';
  readonly standard?: boolean;
}

export interface TextField extends Described {
  readonly kind: 'text';
  readonly maxLength: number;
}

/** [longitude, latitude], WGS-84 degrees. */
export interface PlaceField extends Described {
  readonly kind: 'place';
}

/** GeoJSON Polygon or MultiPolygon, WGS-84. */
export interface AreaField extends Described {
  readonly kind: 'area';
}

/** GeoJSON LineString or MultiLineString, WGS-84. */
export interface LineField extends Described {
  readonly kind: 'line';
}

/** GeoJSON FeatureCollection with any geometry, WGS-84. */
export interface FeaturesField extends Described {
  readonly kind: 'features';
}

/** Numbers in a row; what the index means (hour, station) the label says. */
export interface SeriesField extends Described {
  readonly kind: 'series';
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
  readonly minItems?: number;
  readonly maxItems: number;
  readonly source?: string;
}

/** Regular raster of cells, see `Grid`. */
export interface GridField extends Described {
  readonly kind: 'grid';
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
  /** Whether cells without a value (NaN inside, null in JSON) are allowed. */
  readonly holes?: true;
}

export interface ListField<F extends Field = Field> extends Described {
  readonly kind: 'list';
  readonly of: F;
  readonly minItems?: number;
  readonly maxItems: number;
}

export interface RecordField<F extends Fields = Fields> extends Described {
  readonly kind: 'record';
  readonly fields: F;
}

export type Field =
  | NumberField
  | ChoiceField
  | FlagField
  | TextField
  | PlaceField
  | AreaField
  | LineField
  | FeaturesField
  | SeriesField
  | GridField
  // A list of a record of a list …: the circle is broken by naming the members' type only.
  | (Described & { readonly kind: 'list'; readonly of: Field; readonly minItems?: number; readonly maxItems: number })
  | (Described & { readonly kind: 'record'; readonly fields: Fields });

export interface Fields {
  readonly [name: string]: Field;
}

/**
 * A raster: row 0 is the northernmost, cells in row order. `west`/`north` are the outer corner of the first cell, in metres
 * of the projection or degrees, as `crs` says.
 */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly west: number;
  readonly north: number;
  /** Cell size along x and y, in the unit of the crs. */
  readonly cellX: number;
  readonly cellY: number;
  /** `EPSG:4326`, or a projected system such as `EPSG:4527`. */
  readonly crs: string;
  /** columns × rows; NaN where there is no value. */
  readonly values: Float64Array | Float32Array;
}

type Simple<F> = F extends { kind: 'number' }
  ? number
  : F extends { kind: 'choice'; options: readonly { value: infer V }[] }
    ? V
    : F extends { kind: 'flag' }
      ? boolean
      : F extends { kind: 'text' }
        ? string
        : F extends { kind: 'place' }
          ? [lon: number, lat: number]
          : F extends { kind: 'area' }
            ? GeoJSON.Polygon | GeoJSON.MultiPolygon
            : F extends { kind: 'line' }
              ? GeoJSON.LineString | GeoJSON.MultiLineString
              : F extends { kind: 'features' }
                ? GeoJSON.FeatureCollection
                : F extends { kind: 'series' }
                  ? readonly number[]
                  : F extends { kind: 'grid' }
                    ? Grid
                    : F extends { kind: 'list'; of: infer I }
                      ? readonly ValueOf<I>[]
                      : F extends { kind: 'record'; fields: infer R }
                        ? ValuesOf<R>
                        : never;

/** What a checked field holds. An optional field holds null when left out. */
export type ValueOf<F> = F extends { optional: true } ? Simple<F> | null : Simple<F>;
/** What a checked record of fields holds. */
export type ValuesOf<R> = { -readonly [K in keyof R]: ValueOf<R[K]> };

export const number = <const F extends Omit<NumberField, 'kind'>>(field: F) => ({ kind: 'number', ...field }) as const;
export const choice = <const F extends Omit<ChoiceField, 'kind'>>(field: F) => ({ kind: 'choice', ...field }) as const;
export const flag = <const F extends Omit<FlagField, 'kind'>>(field: F) => ({ kind: 'flag', ...field }) as const;
export const text = <const F extends Omit<TextField, 'kind'>>(field: F) => ({ kind: 'text', ...field }) as const;
export const place = <const F extends Omit<PlaceField, 'kind'>>(field: F) => ({ kind: 'place', ...field }) as const;
export const area = <const F extends Omit<AreaField, 'kind'>>(field: F) => ({ kind: 'area', ...field }) as const;
export const features = <const F extends Omit<FeaturesField, 'kind'>>(field: F) => ({ kind: 'features', ...field }) as const;
export const series = <const F extends Omit<SeriesField, 'kind'>>(field: F) => ({ kind: 'series', ...field }) as const;
export const grid = <const F extends Omit<GridField, 'kind'>>(field: F) => ({ kind: 'grid', ...field }) as const;
export const list = <const F extends Omit<ListField, 'kind'>>(field: F) => ({ kind: 'list', ...field }) as const;
export const record = <const F extends Omit<RecordField, 'kind'>>(field: F) => ({ kind: 'record', ...field }) as const;
