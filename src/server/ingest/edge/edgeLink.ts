import type { EdgeStretch } from '#kernel/alarm/edge.ts';
import type { Clock, Timer } from '#kernel/clock/clock.ts';
import type { Signal } from '#kernel/observation/reading.ts';
import type { IngestStore } from '#server/storage/ingestStore.ts';
import type { LogItem, LogReader } from '../log/reader.ts';
import type { Pipeline } from '../pipeline.ts';

// An edge's way up (docs/edge.md): hands its log to the parent, stretch by stretch, each named by the position it begins after. The
// parent says how far it is; a stretch whose answer was lost is sent again and does not count twice there. What became of alarms is
// known once PostgreSQL here has it, so a stretch ends where the follower is. Nothing of the edge's own work waits for this.

/** The parent as the link asks it; rejects while it cannot be reached. */
export interface ParentPort {
  /** @param last where our log ends @returns position up to which the parent has our log */
  progress(last: number): Promise<number>;
  /** @returns position up to which the parent has our log now */
  send(stretch: Omit<EdgeStretch, 'edgeId'>): Promise<number>;
}

export interface EdgeLinkOptions {
  pipeline: Pick<Pipeline, 'read' | 'position' | 'storedPosition' | 'point'>;
  store: Pick<IngestStore, 'edgeChanges' | 'forgetEdgeChanges'>;
  parent: ParentPort;
  clock: Clock;
  report: (error: Error) => void;
}

export interface LinkState {
  isConnected: boolean;
  /** When the parent last answered, epoch milliseconds; null = not since this start. */
  answeredAtMs: number | null;
  /** Log entries the parent does not have; null while that is not known. */
  backlog: number | null;
  /** Why it is not connected, in the words of the failure. */
  problem: string;
}

const readAtOnce = 256 * 1024;
const mostEntries = 500;
const mostChanges = 100_000;
const idleMs = 1_000;
const greetingMs = 15_000;
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

export class EdgeLink {
  readonly #options: EdgeLinkOptions;
  /** What the parent has; null = ask it. */
  #position: number | null = null;
  #reader: LogReader | null = null;
  /** Read and not yet sent. */
  #items: LogItem[] = [];
  #pauseMs = firstPauseMs;
  #answeredAtMs: number | null = null;
  #problem = '';
  #timer: Timer | null = null;
  #running: Promise<void> | null = null;
  #isStopped = false;

  constructor(options: EdgeLinkOptions) {
    this.#options = options;
    this.#timer = options.clock.after(0, () => this.#wake());
  }

  state(): LinkState {
    const backlog = this.#position === null ? null : this.#options.pipeline.position() - this.#position;
    return {
      isConnected: this.#problem === '' && this.#answeredAtMs !== null,
      answeredAtMs: this.#answeredAtMs,
      backlog,
      problem: this.#problem,
    };
  }

  /** The parent has everything up to here; what lies after it must stay in the log. */
  position(): number {
    return this.#position ?? 0;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer?.cancel();
    await this.#running;
  }

  #wake(): void {
    this.#running ??= this.#round().finally(() => (this.#running = null));
  }

  async #round(): Promise<void> {
    let waitMs = idleMs;
    try {
      await this.#catchUp();
      if (this.#problem !== '') this.#options.report(new Error('connected again'));
      this.#problem = '';
      this.#pauseMs = firstPauseMs;
    } catch (error) {
      const { message } = error as Error;
      if (message !== this.#problem) this.#options.report(error as Error);
      this.#problem = message;
      // Whether the parent took what was sent is not known: it says so when asked.
      this.#rewind(null);
      waitMs = this.#pauseMs;
      this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs);
    }
    if (!this.#isStopped) this.#timer = this.#options.clock.after(waitMs, () => this.#wake());
  }

  async #catchUp(): Promise<void> {
    const { pipeline, store, parent, clock } = this.#options;
    const isSilent = clock.nowMs() - (this.#answeredAtMs ?? Number.NEGATIVE_INFINITY) >= greetingMs;
    if (this.#position === null || isSilent) {
      this.#hear(await parent.progress(pipeline.position()));
    }
    for (;;) {
      const position = this.#position ?? 0;
      if (position > pipeline.position()) {
        throw new Error(
          `the parent has positions up to ${position} of an edge of this name, this log ends at ${pipeline.position()}: another ANLAN_EDGE_ID is needed`,
        );
      }
      if (this.#isStopped) return;
      const stretch = await this.#next(position);
      if (stretch === null) return;
      this.#hear(await parent.send(stretch));
      await store.forgetEdgeChanges(this.#position ?? 0);
    }
  }

  #hear(position: number): void {
    this.#answeredAtMs = this.#options.clock.nowMs();
    if (position !== this.#position) this.#rewind(position);
  }

  /** Goes on reading where the parent is. */
  #rewind(position: number | null): void {
    const isNext = position !== null && this.#items[0]?.ok === true && this.#items[0].position === position + 1;
    const isAtEnd = position !== null && this.#reader !== null && this.#items.length === 0 && position === this.#readThrough;
    if (!isNext && !isAtEnd) {
      this.#reader = null;
      this.#items = [];
    }
    this.#position = position;
  }

  #readThrough = 0;

  async #next(after: number): Promise<Omit<EdgeStretch, 'edgeId'> | null> {
    const { pipeline, store } = this.#options;
    const limit = pipeline.storedPosition();
    if (after >= limit) return null;
    this.#reader ??= pipeline.read(after);
    if (this.#items.length === 0) this.#items = await this.#reader.next(readAtOnce);
    const taken: LogItem[] = [];
    while (taken.length < mostEntries && this.#items[0] && endOf(this.#items[0]) <= limit) taken.push(...this.#items.splice(0, 1));
    const last = taken.at(-1);
    if (last === undefined) return null;
    const through = endOf(last);
    this.#readThrough = through;
    const signals = taken.flatMap((item): Signal[] => (item.ok && item.entry.kind === 'signal' ? [item.entry.signal] : []));
    const kept = await store.edgeChanges(after, through, mostChanges);
    const changes = kept.map(({ kind, alarm, atMs, command }) => {
      return { kind, alarm, atMs, command, pointKey: pipeline.point(alarm.pointId)?.key ?? null };
    });
    return { after, through, last: pipeline.position(), signals, changes };
  }
}

/** Position after which the next item begins; what is damaged is passed over, it was reported when it was found. */
function endOf(item: LogItem): number {
  return item.ok ? item.position : item.to;
}
