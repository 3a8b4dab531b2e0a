import { checkInputs } from './checkInputs.ts';
import type { Answer, Clause, InputProblem, Model, Progress, Uncertainty, Validity, Warning } from './model.ts';

// From untrusted JSON to a result that carries everything a reader needs to trust or doubt it. The same for the command
// line, the server and the browser.

/** Who gave an input: a monitored point, a forecast, the model before it in a chain, the operator; or the model's standard value. */
export type Origin = 'sensor' | 'forecast' | 'model' | 'operator' | 'register' | 'standard';

export interface ModelResult {
  ok: true;
  model: string;
  version: string;
  clauses: readonly Clause[];
  inputs: Readonly<Record<string, unknown>>;
  /** Origin by path of input; what is not listed came from the caller. */
  origins: Readonly<Record<string, Origin>>;
  outputs: Readonly<Record<string, unknown>>;
  validity: readonly Validity[];
  uncertainty: readonly Uncertainty[];
  warnings: readonly Warning[];
}

export type ModelAnswer = ModelResult | { ok: false; model: string; problems: readonly InputProblem[] };

/** The quick answer. */
export function runModel(model: Model, raw: unknown, origins: Readonly<Record<string, Origin>> = {}): ModelAnswer {
  const checked = checkInputs(model.inputs, raw);
  if (!checked.ok) return { ok: false, model: model.id, problems: checked.problems };
  return finish(model, checked, origins, model.compute(checked.value));
}

/** The refined answer in steps, or the quick one at once when the model has no other. */
export function* refineModel(
  model: Model,
  raw: unknown,
  origins: Readonly<Record<string, Origin>> = {},
): Generator<Progress, ModelAnswer, void> {
  const checked = checkInputs(model.inputs, raw);
  if (!checked.ok) return { ok: false, model: model.id, problems: checked.problems };
  const answer = model.refine ? yield* model.refine(checked.value) : model.compute(checked.value);
  return finish(model, checked, origins, answer);
}

function finish(
  model: Model,
  { value, standards }: { value: Record<string, unknown>; standards: readonly string[] },
  origins: Readonly<Record<string, Origin>>,
  answer: Answer<Record<string, unknown>>,
): ModelAnswer {
  if (!answer.ok) return { ok: false, model: model.id, problems: answer.problems };
  const hole = pathOfNonNumber(answer.outputs, '');
  if (hole !== null) throw new Error(`model ${model.id} gave a value that is no number at ${hole}`);
  return {
    ok: true,
    model: model.id,
    version: model.version,
    clauses: model.clauses,
    inputs: value,
    origins: { ...Object.fromEntries(standards.map((path) => [path, 'standard' as const])), ...origins },
    outputs: answer.outputs,
    validity: answer.validity,
    uncertainty: answer.uncertainty,
    warnings: answer.warnings,
  };
}

/** A NaN or infinity in what a model answered is our fault, and must not reach a map. Rasters may have holes. */
function pathOfNonNumber(value: unknown, path: string): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : path;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null;
  for (const [name, each] of Object.entries(value)) {
    const found = pathOfNonNumber(each, path === '' ? name : `${path}.${name}`);
    if (found !== null) return found;
  }
  return null;
}

/** JSON form of a result: typed arrays as lists, holes of rasters as null. */
export function toJson(value: unknown): unknown {
  if (value instanceof Float64Array || value instanceof Float32Array)
    return Array.from(value, (each) => (Number.isFinite(each) ? each : null));
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint8Array);
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, toJson(each)]));
}
