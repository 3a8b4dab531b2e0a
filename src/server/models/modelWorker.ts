import { parentPort } from 'node:worker_threads';
import type { Progress } from '#models/model.ts';
import { modelOf } from '#models/models.ts';
import { verifyModel, type VerifiedCase } from '#models/verifyModel.ts';
import { refineModel, runModel, toJson, type ModelAnswer, type Origin } from '#models/runModel.ts';

// Models run in this thread, so that neither a long run nor a hostile input holds up the server. It answers one question
// after the other; to cancel, the thread is ended.

/** Large inputs (roads, terrain) that many runs share are sent once and then named: `{ "$data": "roads" }`. */
export interface SharedData {
  name: string;
  value: unknown;
}

export type ModelQuestion =
  | { kind: 'data'; data: SharedData }
  /** Features of a layer, piece by piece, so that no message is so large that it holds up the server. */
  | { kind: 'features'; name: string; features: GeoJSON.Feature[]; isFirst: boolean }
  | { kind: 'verify'; id: string; model: string }
  | { kind: 'compute' | 'refine'; id: string; model: string; inputs: unknown; origins: Readonly<Record<string, Origin>> };

export type ModelNews =
  | { kind: 'progress'; id: string; progress: Progress }
  | { kind: 'answer'; id: string; answer: ModelAnswer }
  | { kind: 'verified'; id: string; cases: VerifiedCase[] }
  | { kind: 'fault'; id: string; why: string };

/** More news of progress a second nobody sees; pictures for the time slider always go. */
const leastMsBetweenNews = 250;

const shared = new Map<string, unknown>();
const port = parentPort;
if (port === null) throw new Error('modelWorker runs in a worker thread only');

port.on('message', (question: ModelQuestion) => {
  if (question.kind === 'data') shared.set(question.data.name, question.data.value);
  else if (question.kind === 'features') gather(question);
  else if (question.kind === 'verify') verify(question);
  else answer(question);
});

function tell(news: ModelNews): void {
  port?.postMessage(news);
}

/** A new object for every version: models keep what they derive from it as long as it is there. */
function gather({ name, features, isFirst }: Extract<ModelQuestion, { kind: 'features' }>): void {
  if (isFirst) shared.set(name, { type: 'FeatureCollection', features });
  else for (const feature of features) (shared.get(name) as GeoJSON.FeatureCollection).features.push(feature);
}

/** Runs every reference case of a model now. */
function verify({ id, model: modelId }: Extract<ModelQuestion, { kind: 'verify' }>): void {
  try {
    tell({ kind: 'verified', id, cases: verifyModel(modelId) });
  } catch (error) {
    tell({ kind: 'fault', id, why: error instanceof Error ? error.message : String(error) });
  }
}

function answer({ kind, id, model: modelId, inputs, origins }: Extract<ModelQuestion, { kind: 'compute' | 'refine' }>): void {
  try {
    const model = modelOf(modelId);
    if (model === null) throw new Error(`no model ${modelId}`);
    const given = withShared(inputs);
    const found = kind === 'compute' ? runModel(model, given, origins) : refine(refineModel(model, given, origins), id);
    // Shared data stay a name in what is stored: the scenario refers to the layer, it does not hold a copy.
    const answered = found.ok ? { ...found, inputs: { ...found.inputs, ...namesOfShared(inputs) } } : found;
    tell({ kind: 'answer', id, answer: toJson(answered) as ModelAnswer });
  } catch (error) {
    tell({ kind: 'fault', id, why: error instanceof Error ? error.message : String(error) });
  }
}

function refine(steps: Generator<Progress, ModelAnswer, void>, id: string): ModelAnswer {
  let toldAtMs = -Infinity;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const nowMs = performance.now();
    if (step.value.frame === undefined && nowMs - toldAtMs < leastMsBetweenNews) continue;
    toldAtMs = nowMs;
    tell({ kind: 'progress', id, progress: step.value });
  }
}

/** The inputs that name shared data. */
function namesOfShared(inputs: unknown): Record<string, unknown> {
  const isName = (value: unknown) => typeof (value as { $data?: unknown } | null)?.$data === 'string';
  return Object.fromEntries(Object.entries(inputs ?? {}).filter(([, value]) => isName(value)));
}

/** Puts shared data in the place of their names, at the top level of the inputs. */
function withShared(inputs: unknown): unknown {
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs)) return inputs;
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => {
      const data = (value as { $data?: unknown } | null)?.$data;
      return [name, typeof data === 'string' ? shared.get(data) : value];
    }),
  );
}
