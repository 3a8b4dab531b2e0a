import type { Text } from '#kernel/language/text.ts';

// A scenario (情景) is one run of a model with everything needed to repeat it: model, version, inputs, where they came from,
// and what came out. It is kept, compared, attached to what it was made for, and never changed after it has run.

export type ScenarioState =
  /** Waits for a free worker. */
  | 'queued'
  | 'running'
  | 'done'
  /** The model refused the inputs; `problems` say why. */
  | 'refused'
  /** A person stopped it. */
  | 'cancelled'
  /** Our fault, or the worker died; `fault` says what was kept. */
  | 'failed'
  /** The server stopped meanwhile; run it again. */
  | 'interrupted';

export interface Scenario {
  id: string;
  areaCode: string;
  title: string;
  /** Id and version of the model it ran with. */
  model: string;
  version: string | null;
  inputs: Readonly<Record<string, unknown>>;
  /** Who gave an input, by its path; see models/runModel.ts. */
  origins: Readonly<Record<string, string>>;
  /** Kind and id of the record it was made for (incident, plan, exercise), or null. */
  subject: { kind: string; id: string } | null;
  state: ScenarioState;
  /** 0…1 */
  progress: number;
  stage: Text | null;
  /** The model's answer as `anlan model run` prints it; null until done or refused. */
  answer: Readonly<Record<string, unknown>> | null;
  fault: Text | null;
  demo: boolean;
  exercise: boolean;
  madeBy: string;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

/** A picture of an intermediate state, for the time slider. */
export interface ScenarioFrame {
  /** Seconds of model time since the scenario's start. */
  atS: number;
  features: GeoJSON.FeatureCollection;
}
