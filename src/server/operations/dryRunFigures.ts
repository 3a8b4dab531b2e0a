import { createHash } from 'node:crypto';
import type { AlarmRule } from '#kernel/alarm/alarm.ts';
import type { RulePoint } from '#rooms/monitoring/alarms/compileRule.ts';
import type { Database } from '../storage/database.ts';

// Figures of dry runs, kept for a while, so that saving a rule uses what the form showed instead of reading the month again. A figure
// belongs to what a rule judges (points, conditions, times), not to its words: the hash of that finds it.

export interface Figure {
  alarms: number;
  /** When the run ended, epoch milliseconds. */
  atMs: number;
}

/** What a rule would have done changes little within an hour; after that it is asked again. */
export const figureKeptMs = 3_600_000;
const most = 500;

export class DryRunFigures {
  readonly #figures = new Map<string, Figure>();

  keep(token: string, figure: Figure): void {
    this.#figures.delete(token);
    this.#figures.set(token, figure);
    const oldest = this.#figures.size > most ? this.#figures.keys().next().value : undefined;
    if (oldest !== undefined) this.#figures.delete(oldest);
  }

  /** Null when there is none that is young enough. */
  find(token: string, nowMs: number): Figure | null {
    const figure = this.#figures.get(token);
    return figure && nowMs - figure.atMs <= figureKeptMs ? figure : null;
  }
}

const ofDatabase = new WeakMap<Database, DryRunFigures>();

/** The figures of a database; they live as long as this process. */
export function figuresOf(database: Database): DryRunFigures {
  const known = ofDatabase.get(database) ?? new DryRunFigures();
  ofDatabase.set(database, known);
  return known;
}

/** The same for two rules that judge the same points alike, whatever they are called. */
export function tokenOf({ points, rules }: { points: readonly RulePoint[]; rules: readonly AlarmRule[] }): string {
  const judged = rules.map(({ chatter, condition, device, pointId, schedule }) => [pointId, condition, schedule, chatter, device]);
  const read = points.map(({ id, key, rangeMax, rangeMin }) => [id, key, rangeMin, rangeMax]);
  return createHash('sha256')
    .update(JSON.stringify([judged.sort(inOrder), read.sort(inOrder)]))
    .digest('hex');
}

function inOrder(a: readonly unknown[], b: readonly unknown[]): number {
  const [left, right] = [String(a[0]), String(b[0])];
  return left < right ? -1 : Number(left > right);
}
