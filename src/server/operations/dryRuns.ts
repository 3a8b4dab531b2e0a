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
import { eachPastReading, queryIn } from '../storage/history.ts';
import { enginePoints } from '../storage/stations.ts';
import type { Context } from './context.ts';

// Dry runs of alarm rules over the stored days: started from the form, watched, cancelled; and run before a rule is saved.

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

/** Runs to the end inside a transaction; what saving a rule asks. */
export async function dryRunIn(tx: Transaction, nowMs: number, { points, rules }: Planned): Promise<DryResult> {
  const run = new DryRun(points, rules, nowMs - spanMs);
  const ids = points.map(({ id }) => id);
  await eachPastReading(queryIn(tx), ids, nowMs - spanMs, nowMs, (readings) => {
    for (const reading of readings) run.take(reading);
    return true;
  });
  return run.end(nowMs);
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
    void this.#run(actor, state, planned.value);
    return accept({ ...state });
  }

  async #run(actor: Actor, state: DryRunState, { points, rules }: Planned): Promise<void> {
    const nowMs = this.#context.clock.nowMs();
    const fromMs = nowMs - spanMs;
    const run = new DryRun(points, rules, fromMs);
    // Each page in a transaction of its own: a long one would keep the database from cleaning up.
    const query = <T extends object>(text: string, values: unknown[]) =>
      this.#context.database.transaction(actor, async (tx) => (await tx.query<T>(text, values)).rows);
    try {
      await eachPastReading(
        query,
        points.map(({ id }) => id),
        fromMs,
        nowMs,
        (readings, reachedMs) => {
          for (const reading of readings) run.take(reading);
          state.result = run.result();
          state.progress = (reachedMs - fromMs) / spanMs;
          return state.state === 'running';
        },
      );
      if (state.state !== 'running') return;
      state.result = run.end(nowMs);
      state.progress = 1;
      state.state = 'done';
    } catch (error) {
      state.state = 'failed';
      this.#report(error as Error);
    }
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
export function floods(result: DryResult): Refusal {
  const { alarms, days } = dryRunLimit;
  const text = {
    zh: `按最近 ${days} 天数据试算，该规则会产生 ${result.alarms} 条报警（上限 ${alarms} 条）。请调整规则，或确认后再保存。`,
    en: `Over the last ${days} days this rule would have raised ${result.alarms} alarms (limit ${alarms}). Change it, or confirm the figure.`,
  };
  return refuse('rule-floods', 409, text, { fields: [{ field: 'confirmedAlarms', value: result.alarms, rule: 'confirm', text }] });
}
