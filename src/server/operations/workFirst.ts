import type { Actor } from '#kernel/access/access.ts';
import type { Context } from './context.ts';

// Some decisions need long work (a month of history through a rule). A transaction that finds it undone throws this, is rolled back,
// and is tried again once the work is done: nothing long runs while locks are held.

export class WorkFirst extends Error {
  /** Does the work and keeps what the transaction will look for. */
  readonly run: (context: Context, actor: Actor) => Promise<void>;

  constructor(what: string, run: (context: Context, actor: Actor) => Promise<void>) {
    super(`${what} must be done before the transaction`);
    this.run = run;
  }
}
