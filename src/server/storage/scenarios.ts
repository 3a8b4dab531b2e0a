import type { Text } from '#kernel/language/text.ts';
import type { Scenario, ScenarioFrame, ScenarioState } from '#kernel/scenario/scenario.ts';
import type { Transaction } from './database.ts';

interface ScenarioRow {
  id: string;
  area_code: string;
  title: string;
  model: string;
  version: string | null;
  inputs: Record<string, unknown>;
  origins: Record<string, string>;
  subject_kind: string | null;
  subject_id: string | null;
  state: ScenarioState;
  progress: number;
  stage: Text | null;
  answer: Record<string, unknown> | null;
  fault: Text | null;
  demo: boolean;
  exercise: boolean;
  made_by: string;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
}

function toScenario(row: ScenarioRow): Scenario {
  return {
    id: row.id,
    areaCode: row.area_code,
    title: row.title,
    model: row.model,
    version: row.version,
    inputs: row.inputs,
    origins: row.origins,
    subject: row.subject_kind === null || row.subject_id === null ? null : { kind: row.subject_kind, id: row.subject_id },
    state: row.state,
    progress: row.progress,
    stage: row.stage,
    answer: row.answer,
    fault: row.fault,
    demo: row.demo,
    exercise: row.exercise,
    madeBy: row.made_by,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}

export type NewScenario = Pick<Scenario, 'id' | 'areaCode' | 'title' | 'model' | 'inputs' | 'origins' | 'subject' | 'exercise'>;

/** Keeps a scenario under the id its client made; null when the id is there already. */
export async function insertScenario(tx: Transaction, made: NewScenario, at: Date): Promise<Scenario | null> {
  const kept = await tx.query<ScenarioRow>(
    `insert into scenario (id, area_code, title, model, inputs, origins, subject_kind, subject_id, state, progress, demo, exercise, made_by, account_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', 0, false, $9, $10, $11, $12) on conflict (id) do nothing returning *`,
    [
      made.id,
      made.areaCode,
      made.title,
      made.model,
      made.inputs,
      made.origins,
      made.subject?.kind ?? null,
      made.subject?.id ?? null,
      made.exercise,
      tx.actor.name,
      tx.actor.accountId,
      at,
    ],
  );
  return kept.rows[0] ? toScenario(kept.rows[0]) : null;
}

/** The scenario of an id inside the actor's reach, or null. */
export async function scenarioOf(tx: Transaction, id: string): Promise<Scenario | null> {
  const found = await tx.query<ScenarioRow>('select * from scenario where id = $1', [id]);
  return found.rows[0] ? toScenario(found.rows[0]) : null;
}

export interface ScenarioQuery {
  subject?: { kind: string; id: string };
  model?: string;
  /** Made before that one, for the next page. */
  before?: string;
  limit: number;
}

/** Latest first, without inputs and answers, which can be large. */
export async function latestScenarios(tx: Transaction, { subject, model, before, limit }: ScenarioQuery): Promise<Scenario[]> {
  const found = await tx.query<ScenarioRow>(
    `select id, area_code, title, model, version, '{}'::jsonb as inputs, '{}'::jsonb as origins, subject_kind, subject_id, state, progress, stage,
            null::jsonb as answer, fault, demo, exercise, made_by, created_at, started_at, finished_at
     from scenario
     where ($1::text is null or (subject_kind = $1 and subject_id = $2)) and ($3::text is null or model = $3)
       and ($4::uuid is null or (created_at, id) < (select created_at, id from scenario where id = $4))
     order by created_at desc, id desc limit $5`,
    [subject?.kind ?? null, subject?.id ?? null, model ?? null, before ?? null, limit],
  );
  return found.rows.map(toScenario);
}

export type ScenarioChange = Partial<Pick<Scenario, 'state' | 'progress' | 'stage' | 'answer' | 'fault' | 'version'>> & {
  startedAt?: Date;
  finishedAt?: Date;
};

/** Writes how far a scenario came; false when it is finished already, which nothing changes. */
export async function advanceScenario(tx: Transaction, id: string, change: ScenarioChange): Promise<boolean> {
  const done = await tx.query(
    `update scenario set state = coalesce($2, state), progress = coalesce($3, progress), stage = coalesce($4, stage), answer = coalesce($5, answer),
            fault = coalesce($6, fault), version = coalesce($7, version), started_at = coalesce($8, started_at), finished_at = coalesce($9, finished_at)
     where id = $1 and state in ('queued', 'running')`,
    [
      id,
      change.state ?? null,
      change.progress ?? null,
      change.stage ?? null,
      change.answer ?? null,
      change.fault ?? null,
      change.version ?? null,
      change.startedAt ?? null,
      change.finishedAt ?? null,
    ],
  );
  return (done.rowCount ?? 0) > 0;
}

/** Scenarios that were under way when the last server stopped. */
export async function interruptScenarios(tx: Transaction, fault: Text, at: Date): Promise<number> {
  const done = await tx.query(
    "update scenario set state = 'interrupted', fault = $1, finished_at = $2 where state in ('queued', 'running')",
    [fault, at],
  );
  return done.rowCount ?? 0;
}

/** Removes a finished scenario of the actor's reach with its frames; null when there is none, false when it still runs. */
export async function removeScenario(tx: Transaction, id: string): Promise<Scenario | false | null> {
  const found = await scenarioOf(tx, id);
  if (found === null) return null;
  if (found.state === 'queued' || found.state === 'running') return false;
  await tx.query('delete from scenario where id = $1', [id]);
  return found;
}

/** Keeps an intermediate picture; the last one of an instant counts. */
export async function keepFrame(tx: Transaction, { id, areaCode }: Pick<Scenario, 'id' | 'areaCode'>, frame: ScenarioFrame): Promise<void> {
  await tx.query(
    `insert into scenario_frame (scenario_id, at_s, area_code, features) values ($1, $2, $3, $4)
     on conflict (scenario_id, at_s) do update set features = excluded.features`,
    [id, frame.atS, areaCode, frame.features],
  );
}

/** Pictures of a scenario in the order of model time. */
export async function framesOf(tx: Transaction, id: string): Promise<ScenarioFrame[]> {
  const found = await tx.query<{ at_s: number; features: GeoJSON.FeatureCollection }>(
    'select at_s, features from scenario_frame where scenario_id = $1 order by at_s limit 2000',
    [id],
  );
  return found.rows.map(({ at_s: atS, features }) => ({ atS, features }));
}
