import { randomUUID } from 'node:crypto';
import { mayTouch, type Actor } from '#kernel/access/access.ts';
import { pointsOf } from '#kernel/alarm/condition.ts';
import { DryRun, type DryResult } from '#kernel/alarm/dryRun.ts';
import type { AlarmRule } from '#kernel/alarm/alarm.ts';
import { accept, refuse, type Outcome, type Refusal } from '#kernel/problem/refusal.ts';
import type { Text } from '#kernel/language/text.ts';
import { compileRule, pointBook, type RulePoint, type RuleRecord } from '#rooms/monitoring/alarms/compileRule.ts';
import { dryRunLimit } from '#rooms/monitoring/alarms/flood.table.ts';
import type { Transaction } from '../storage/database.ts';
import { eachPastReading } from '../storage/history.ts';
import { enginePoints } from '../storage/stations.ts';
import type { Context } from './context.ts';
import { figuresOf, tokenOf, type Figure } from './dryRunFigures.ts';
import { WorkFirst } from './workFirst.ts';

// Dry runs of alarm rules over the stored days: started from the form, watched, cancelled; and, where the form ran none that fits,
// run before the transaction that saves a rule.

const spanMs = dryRunLimit.days * 24 * 3_600_000;

interface Planned {
  rules: AlarmRule[];
  /** The points its rules read. */
  points: RulePoint[];
}

/** Compiles a rule as the actor sees the points. */
export async function planRule(tx: Transaction, record: RuleRecord): Promise<Outcome<Planned>> {
  const points = await enginePoints(tx);
  const compiled = compileRule(record, pointBook(points));
  if (!compiled.ok) return compiled;
  const read = new Set(compiled.value.flatMap((rule) => pointsOf(rule)));
  return accept({ rules: compiled.value, points: points.filter(({ id }) => read.has(id)) });
}

/**
 * Runs a rule over the stored days; each page in a transaction of its own, as a long one would keep the database from cleaning up.
 * The figure is kept for saving the rule.
 * @param onPage hears what was found so far and how far of 1 it has come; answers false to stop
 * @returns null when it was stopped
 */
export async function runPlanned(
  { clock, database }: Context,
  actor: Actor,
  planned: Planned,
  onPage: (result: () => DryResult, progress: number) => boolean = () => true,
): Promise<DryResult | null> {
  const nowMs = clock.nowMs();
  const fromMs = nowMs - spanMs;
  const run = new DryRun(planned.points, planned.rules, fromMs);
  const ids = planned.points.map(({ id }) => id);
  const query = <T extends object>(text: string, values: unknown[]) =>
    database.transaction(actor, async (tx) => (await tx.query<T>(text, values)).rows);
  let goesOn = true;
  await eachPastReading(query, ids, fromMs, nowMs, (readings, reachedMs) => {
    for (const reading of readings) run.take(reading);
    goesOn = onPage(() => run.result(), (reachedMs - fromMs) / spanMs);
    return goesOn;
  });
  if (!goesOn) return null;
  const result = run.end(nowMs);
  figuresOf(database).keep(tokenOf(planned), { alarms: result.alarms, atMs: nowMs });
  return result;
}

/** How many alarms a rule would have raised, as a dry run found it lately; throws `WorkFirst` when none did. */
export function figureFor({ clock, database }: Context, planned: Planned): Figure {
  const figure = figuresOf(database).find(tokenOf(planned), clock.nowMs());
  if (figure) return figure;
  throw new WorkFirst('a dry run', async (context, actor) => void (await runPlanned(context, actor, planned)));
}

export interface DryRunState {
  id: string;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  /** 0 to 1. */
  progress: number;
  days: number;
  /** From so many alarms on, saving asks for confirmation. */
  limit: number;
  points: number;
  sentence: Text | null;
  result: DryResult;
}

interface Job {
  actor: Actor;
  state: DryRunState;
}

const jobsKept = 20;
const mostAtOnce = 2;

export class DryRunDesk {
  readonly #context: Context;
  readonly #report: (error: Error) => void;
  readonly #jobs = new Map<string, Job>();
  readonly #runs = new Set<Promise<void>>();

  constructor(context: Context, report: (error: Error) => void) {
    this.#context = context;
    this.#report = report;
  }

  /** Refuses `rule-invalid`, `formula-invalid` 422, `area-outside` 403, `dry-runs-busy` 429. */
  async start(actor: Actor, record: RuleRecord): Promise<Outcome<DryRunState>> {
    if (!mayTouch(actor, actor.roles, record.areaCode)) return outside;
    const running = [...this.#jobs.values()].filter(({ state }) => state.state === 'running');
    if (running.length >= mostAtOnce) return busy;
    const planned = await this.#context.database.transaction(actor, (tx) => planRule(tx, record));
    if (!planned.ok) return planned;
    const state: DryRunState = {
      id: randomUUID(),
      state: 'running',
      progress: 0,
      days: dryRunLimit.days,
      limit: dryRunLimit.alarms,
      points: planned.value.points.length,
      sentence: planned.value.rules[0]?.sentence ?? null,
      result: { alarms: 0, suppressed: 0, items: [], readings: 0, noVerdicts: 0 },
    };
    this.#jobs.set(state.id, { actor, state });
    const oldest = this.#jobs.size > jobsKept ? this.#jobs.keys().next().value : undefined;
    if (oldest !== undefined) this.#jobs.delete(oldest);
    const run = this.#run(actor, state, planned.value).finally(() => this.#runs.delete(run));
    this.#runs.add(run);
    return accept({ ...state });
  }

  async #run(actor: Actor, state: DryRunState, planned: Planned): Promise<void> {
    try {
      const result = await runPlanned(this.#context, actor, planned, (soFar, progress) => {
        state.result = soFar();
        state.progress = progress;
        return state.state === 'running';
      });
      if (result === null || state.state !== 'running') return;
      state.result = result;
      state.progress = 1;
      state.state = 'done';
    } catch (error) {
      state.state = 'failed';
      this.#report(error as Error);
    }
  }

  /** Cancels what runs and returns when nothing reads the database any more. */
  async stop(): Promise<void> {
    for (const { state } of this.#jobs.values()) if (state.state === 'running') state.state = 'cancelled';
    await Promise.all(this.#runs);
  }

  /** Only who started it sees it. */
  find(actor: Actor, id: string): Outcome<DryRunState> {
    const job = this.#jobs.get(id);
    return job && job.actor.accountId === actor.accountId ? accept({ ...job.state }) : unknown;
  }

  cancel(actor: Actor, id: string): Outcome<DryRunState> {
    const found = this.find(actor, id);
    const job = this.#jobs.get(id);
    if (!found.ok || !job) return unknown;
    if (job.state.state === 'running') job.state.state = 'cancelled';
    return accept({ ...job.state });
  }
}

const outside: Refusal = refuse('area-outside', 403, { zh: '不在您的辖区内', en: 'Outside your area' });
const unknown: Refusal = refuse('dry-run-unknown', 404, { zh: '没有这次试算', en: 'There is no such dry run' });
const busy: Refusal = refuse('dry-runs-busy', 429, {
  zh: `已有 ${mostAtOnce} 个试算在进行，请稍后再试`,
  en: `${mostAtOnce} dry runs are going on; try again in a while`,
});

/** What saving a rule is refused with when its figure was not confirmed. */
export function floods(result: Pick<DryResult, 'alarms'>): Refusal {
  const { alarms, days } = dryRunLimit;
  const text = {
    zh: `按最近 ${days} 天数据试算，该规则会产生 ${result.alarms} 条报警（上限 ${alarms} 条）。请调整规则，或确认后再保存。`,
    en: `Over the last ${days} days this rule would have raised ${result.alarms} alarms (limit ${alarms}). Change it, or confirm the figure.`,
  };
  return refuse('rule-floods', 409, text, { fields: [{ field: 'confirmedAlarms', value: result.alarms, rule: 'confirm', text }] });
}
