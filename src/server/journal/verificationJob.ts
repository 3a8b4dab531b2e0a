import type { Clock } from '#kernel/clock/clock.ts';
import type { Verification } from '#kernel/journal/verification.ts';
import type { Database } from '../storage/database.ts';
import { verifyJournal } from '../storage/journalReading.ts';
import { isSignedBy, knownKeys } from './anchorKey.ts';

/** What the page shows of a verification under way or done. */
export interface VerificationState {
  state: 'none' | 'running' | 'done' | 'stopped' | 'failed';
  startedAt: string | null;
  finishedAt: string | null;
  checked: number;
  of: number;
  result: Verification | null;
}

/** One verification of the journal at a time, beside the ordinary work of the server. */
export class VerificationJob {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #dataFolder: string;
  readonly #report: (error: Error) => void;
  #state: VerificationState = { state: 'none', startedAt: null, finishedAt: null, checked: 0, of: 0, result: null };
  #stopping = false;
  #running: Promise<void> | null = null;

  constructor(database: Database, clock: Clock, dataFolder: string, report: (error: Error) => void) {
    this.#database = database;
    this.#clock = clock;
    this.#dataFolder = dataFolder;
    this.#report = report;
  }

  get state(): VerificationState {
    return this.#state;
  }

  /** Starts a walk unless one is under way. */
  start(): VerificationState {
    if (this.#state.state !== 'running') {
      this.#stopping = false;
      this.#state = { state: 'running', startedAt: this.#now(), finishedAt: null, checked: 0, of: 0, result: null };
      this.#running = this.#run();
    }
    return this.#state;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      const keys = knownKeys(this.#dataFolder);
      const result = await verifyJournal(
        this.#database,
        ({ keyId, statement, signature }) => isSignedBy(keys, keyId, statement, signature),
        (checked, of) => {
          this.#state = { ...this.#state, checked, of };
          return !this.#stopping;
        },
      );
      this.#state = { ...this.#state, state: result ? 'done' : 'stopped', result, finishedAt: this.#now() };
    } catch (error) {
      this.#report(error as Error);
      this.#state = { ...this.#state, state: 'failed', finishedAt: this.#now() };
    }
  }

  #now(): string {
    return this.#clock.now().toISOString();
  }
}
