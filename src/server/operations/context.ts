import type { Clock } from '#kernel/clock/clock.ts';
import type { Database } from '../storage/database.ts';

/** What every operation is given: where time and records come from. */
export interface Context {
  clock: Clock;
  database: Database;
  county: string;
  /** Base of links in messages and feeds, without a slash at the end. */
  publicUrl: string;
}
