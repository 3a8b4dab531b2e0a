import { randomUUID } from 'node:crypto';
import type { Actor } from '#kernel/access/access.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Text } from '#kernel/language/text.ts';
import { refuse, accept, type Outcome } from '#kernel/problem/refusal.ts';
import type { Scenario } from '#kernel/scenario/scenario.ts';
import type { Progress } from '#models/model.ts';
import { modelOf } from '#models/models.ts';
import type { ModelAnswer, Origin } from '#models/runModel.ts';
import type { Database, Transaction } from '../storage/database.ts';
import { emit } from '../storage/outbox.ts';
import { advanceScenario, interruptScenarios, keepFrame, type ScenarioChange } from '../storage/scenarios.ts';
import type { VerifiedCase } from '#models/verifyModel.ts';
import { gate } from '../workers/runWorker.ts';
import { ModelThread, ThreadEnded, type SharedSource } from './modelThread.ts';

// Where models run: quick questions in one thread that stays, scenarios each in a thread of its own, one at a time, since a
// second one would only take the processor from the desk.

const desk: Actor = { kind: 'system', accountId: null, name: '模型计算', roles: [], posts: [], areaCode: '', from: 'internal' };
/** A quick question that takes longer is no quick question. */
const quickMs = 20_000;

const words = {
  interrupted: { zh: '计算时服务停止，输入已保存，可重新计算', en: 'The server stopped meanwhile; the inputs are kept, run it again' },
  died: { zh: '计算进程意外结束，输入已保存，可重新计算', en: 'The computation ended unexpectedly; the inputs are kept, run it again' },
  fault: { zh: '计算出错，已记录，输入已保存', en: 'The computation failed and was reported; the inputs are kept' },
  slow: { zh: '计算超时，请缩小范围或转为后台计算', en: 'This takes too long; make it smaller or run it in the background' },
} satisfies Record<string, Text>;

/** Large inputs by name, as the actor may see them; the version changes when they do. */
export type DataSource = (name: string, actor: Actor) => Promise<SharedSource | null>;

interface Running {
  scenario: Scenario;
  thread: ModelThread;
  isCancelled: boolean;
}

export class ModelDesk {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #source: DataSource;
  readonly #report: (error: Error) => void;
  readonly #queue: { scenario: Scenario; actor: Actor }[] = [];
  /** One at a time: a page asks for every model at once. */
  readonly #verifications = gate(1);
  readonly #threads = new Set<ModelThread>();
  #quick: ModelThread | null = null;
  #running: Running | null = null;
  #round: Promise<void> | null = null;
  #stopped = false;

  constructor(database: Database, clock: Clock, source: DataSource, report: (error: Error) => void) {
    this.#database = database;
    this.#clock = clock;
    this.#source = source;
    this.#report = report;
  }

  /** Marks what an earlier server left unfinished. */
  async open(): Promise<void> {
    await this.#database.transaction(desk, (tx) => interruptScenarios(tx, words.interrupted, this.#clock.now()));
  }

  /** The quick answer, not kept. A model that is refused answers with its problems, which is no refusal of the call. */
  async compute(modelId: string, inputs: unknown, origins: Readonly<Record<string, Origin>>, actor: Actor): Promise<Outcome<ModelAnswer>> {
    if (modelOf(modelId) === null) return refuse('model-missing', 404, { zh: `没有模型 ${modelId}`, en: `There is no model ${modelId}` });
    if (this.#quick === null || this.#quick.isEnded) this.#quick = new ModelThread();
    const thread = this.#quick;
    const missing = await this.#share(thread, inputs, actor);
    if (missing) return missing;
    const timer = this.#clock.after(quickMs, () => void thread.end());
    try {
      return accept(await thread.run({ kind: 'compute', id: randomUUID(), model: modelId, inputs, origins }));
    } catch (error) {
      if (error instanceof ThreadEnded) return refuse('model-too-slow', 503, words.slow);
      throw error;
    } finally {
      timer.cancel();
    }
  }

  /** Reference cases of a model, computed now in a thread of their own, since some take seconds. */
  async verify(modelId: string): Promise<Outcome<{ items: VerifiedCase[] }>> {
    if (modelOf(modelId) === null) return refuse('model-missing', 404, { zh: `没有模型 ${modelId}`, en: `There is no model ${modelId}` });
    return this.#verifications(async () => {
      const thread = new ModelThread();
      this.#threads.add(thread);
      try {
        return accept({ items: await thread.verify(randomUUID(), modelId) });
      } finally {
        this.#threads.delete(thread);
        await thread.end();
      }
    });
  }

  /** Takes a kept scenario into the queue. */
  enqueue(scenario: Scenario, actor: Actor): void {
    this.#queue.push({ scenario, actor });
    this.#round ??= this.#work().finally(() => {
      this.#round = null;
    });
  }

  /** Stops a scenario that waits or runs; false when it does neither. */
  async cancel(id: string): Promise<boolean> {
    const at = this.#queue.findIndex(({ scenario }) => scenario.id === id);
    const [waiting] = at < 0 ? [] : this.#queue.splice(at, 1);
    if (waiting) {
      await this.#advance(waiting.scenario, { state: 'cancelled', finishedAt: this.#clock.now() });
      return true;
    }
    if (this.#running?.scenario.id !== id) return false;
    this.#running.isCancelled = true;
    await this.#running.thread.end();
    return true;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#queue.length = 0;
    await this.#running?.thread.end();
    await this.#quick?.end();
    for (const thread of this.#threads) await thread.end();
    await this.#round;
  }

  async #work(): Promise<void> {
    for (let next = this.#queue.shift(); next !== undefined && !this.#stopped; next = this.#queue.shift()) {
      try {
        await this.#carryOut(next.scenario, next.actor);
      } catch (error) {
        this.#report(error as Error);
      }
    }
  }

  async #carryOut(scenario: Scenario, actor: Actor): Promise<void> {
    const running: Running = { scenario, thread: new ModelThread(), isCancelled: false };
    this.#running = running;
    try {
      await this.#advance(scenario, { state: 'running', startedAt: this.#clock.now() });
      await this.#advance(scenario, { ...(await this.#answer(running, actor)), finishedAt: this.#clock.now() });
    } finally {
      this.#running = null;
      await running.thread.end();
    }
  }

  async #answer({ scenario, thread, ...running }: Running, actor: Actor): Promise<ScenarioChange> {
    const state = () => ((this.#running?.isCancelled ?? running.isCancelled) ? 'cancelled' : this.#stopped ? 'interrupted' : null);
    try {
      const missing = await this.#share(thread, scenario.inputs, actor);
      if (missing) return { state: 'refused', fault: missing.text };
      let last: Promise<void> = Promise.resolve();
      const onProgress = (progress: Progress) => {
        last = last.then(() => this.#progress(scenario, progress)).catch((error: Error) => this.#report(error));
      };
      const { id, model, inputs, origins } = scenario;
      const answer = await thread.run({ kind: 'refine', id, model, inputs, origins: origins as Record<string, Origin> }, onProgress);
      await last;
      const kept = { answer: answer as unknown as Record<string, unknown>, version: modelOf(model)?.version ?? null, progress: 1 };
      return { state: answer.ok ? 'done' : 'refused', ...kept };
    } catch (error) {
      const stopped = state();
      if (stopped === 'cancelled') return { state: 'cancelled' };
      if (stopped === 'interrupted') return { state: 'interrupted', fault: words.interrupted };
      this.#report(error as Error);
      return { state: 'failed', fault: error instanceof ThreadEnded ? words.died : words.fault };
    }
  }

  async #progress(scenario: Scenario, { done, stage, frame }: Progress): Promise<void> {
    await this.#database.transaction(desk, async (tx) => {
      await advanceScenario(tx, scenario.id, { progress: done, stage });
      if (frame) await keepFrame(tx, scenario, frame);
    });
  }

  async #advance(scenario: Scenario, change: ScenarioChange): Promise<void> {
    await this.#database.transaction(desk, async (tx: Transaction) => {
      if (!(await advanceScenario(tx, scenario.id, change))) return;
      const { id, areaCode, demo } = scenario;
      await emit(tx, this.#clock, [
        { type: `scenario.${change.state ?? 'changed'}`, areaCode, subject: { kind: 'scenario', id }, demo, data: {} },
      ]);
    });
  }

  /** Hands the thread every shared input that the inputs name; a refusal when there is none of a name. */
  async #share(thread: ModelThread, inputs: unknown, actor: Actor) {
    for (const name of sharedNames(inputs)) {
      const found = await this.#source(name, actor);
      if (found === null)
        return refuse('model-data-missing', 422, { zh: `还没有导入数据“${name}”`, en: `The data "${name}" have not been imported yet` });
      await thread.share(found);
    }
    return null;
  }
}

function sharedNames(inputs: unknown): string[] {
  if (typeof inputs !== 'object' || inputs === null) return [];
  return Object.values(inputs).flatMap((value) => {
    const data = (value as { $data?: unknown } | null)?.$data;
    return typeof data === 'string' ? [data] : [];
  });
}
