import type { Field, Fields, Label, ValuesOf } from './field.ts';

// What a model declares and what it answers. A model is pure: numbers in SI units in, numbers out, the same for the same
// input on server and in the browser. It never gives NaN and never fills in a value silently: what it cannot compute it
// refuses, naming field, unit and range; what it assumed stands in the result.

/** A place in a standard or paper that a formula or figure comes from. */
export interface Clause {
  /** Number and edition of the standard, or author and year of the paper. */
  readonly standard: string;
  /** Clause, annex, equation or page. */
  readonly clause: string;
  /** What of the model it carries. */
  readonly subject: Label;
  /** False when the text itself has not been read, only a report of it. */
  readonly verified: boolean;
}

/** One input that is wrong or missing. */
export interface InputProblem {
  /** Path from the top, `release.holeDiameterM` or `stops[3].demandKg`. */
  readonly field: string;
  readonly value: unknown;
  readonly unit: string | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Stable: required, type, min, max, choice, length, geometry, data, combination, size, capacity, limit. */
  readonly rule: string;
  readonly text: Label;
}

export interface Refused {
  readonly ok: false;
  readonly problems: readonly InputProblem[];
}

/** A condition under which the formula was fitted or tested, and whether this run meets it. */
export interface Validity {
  readonly subject: Label;
  readonly value: number;
  readonly unit: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly met: boolean;
  readonly source: string;
}

/** How wrong an output may be. */
export interface Uncertainty {
  /** Name of the output, a path as in `InputProblem.field`. */
  readonly output: string;
  /** `factor`: the truth lies between value/high and value·high; `interval`: low and high are values; `ensemble`: quantiles. */
  readonly kind: 'factor' | 'interval' | 'ensemble';
  readonly low: number | null;
  readonly high: number | null;
  /** Share of cases inside the band, 0…1, where the source states it. */
  readonly confidence: number | null;
  readonly source: string;
  readonly text: Label;
}

/** Something the reader must know before using the result. */
export interface Warning {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly text: Label;
}

export interface Computed<O> {
  readonly ok: true;
  readonly outputs: O;
  readonly validity: readonly Validity[];
  readonly uncertainty: readonly Uncertainty[];
  readonly warnings: readonly Warning[];
}

export type Answer<O> = Computed<O> | Refused;

/** Where a long run stands. Frames are pictures for the time slider: at most a few hundred a run, each well under a megabyte. */
export interface Progress {
  /** 0…1 */
  readonly done: number;
  readonly stage: Label;
  readonly frame?: { readonly atS: number; readonly features: GeoJSON.FeatureCollection };
}

/** One figure of a reference case. `computed` is run when the case is shown or tested, never stored. */
export interface Check {
  readonly quantity: Label;
  readonly unit: string;
  readonly expected: number;
  /** Allowed |computed − expected|: `relative` of |expected|, `absolute` in the unit; the larger of both when both are given. */
  readonly tolerance: { readonly relative?: number; readonly absolute?: number };
  readonly computed: () => number;
}

/** A published or closed-form case that the model is held against. */
export interface ReferenceCase {
  /** Unique within the model, `D1`, `F6-hll`. */
  readonly id: string;
  readonly subject: Label;
  readonly source: string;
  /** What is shown as input, with units in the key or value. */
  readonly inputs: Readonly<Record<string, string | number>>;
  readonly checks: readonly Check[];
  /** `instant`: milliseconds, also in the browser; `seconds`: run in a worker. */
  readonly cost: 'instant' | 'seconds';
  /** Misprints found, what differs from the source and why. */
  readonly note?: Label;
}

export interface Model<I extends Fields = Fields, O extends Fields = Fields> {
  /** Stable, camelCase as its folder. */
  readonly id: string;
  /** Semantic version of formulas and data; results stored with it stay reproducible. */
  readonly version: string;
  readonly label: Label;
  /** The question it answers, as a commander would ask it. */
  readonly question: Label;
  readonly clauses: readonly Clause[];
  readonly inputs: I;
  readonly outputs: O;
  /** The quick answer; well under 100 ms unless the model says otherwise in its page. Methods, so that a list may forget I and O. */
  compute(input: ValuesOf<I>): Answer<ValuesOf<O>>;
  /** The refined answer in steps; the caller stops between steps to cancel. */
  refine?(input: ValuesOf<I>): Generator<Progress, Answer<ValuesOf<O>>, void>;
  readonly cases: readonly ReferenceCase[];
}

/** Declares a model; its types follow from its fields. */
export function defineModel<const I extends Fields, const O extends Fields>(model: Model<I, O>): Model<I, O> {
  return model;
}

/** A refusal about one field. */
export function refused(
  field: string,
  rule: string,
  text: Label,
  more: Partial<Pick<InputProblem, 'value' | 'unit' | 'min' | 'max'>> = {},
): Refused {
  return { ok: false, problems: [{ field, value: null, unit: null, min: null, max: null, rule, text, ...more }] };
}

/** Unit of a field, null for kinds without one. */
export function unitOf(field: Field): string | null {
  return 'unit' in field ? field.unit : null;
}
