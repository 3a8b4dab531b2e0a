import { Worker } from 'node:worker_threads';
import type { Progress } from '#models/model.ts';
import type { VerifiedCase } from '#models/verifyModel.ts';
import type { ModelAnswer } from '#models/runModel.ts';
import type { ModelNews, ModelQuestion } from './modelWorker.ts';

/** The thread ended before it answered: killed, out of memory, or ended on purpose. */
export class ThreadEnded extends Error {}

interface Waiting {
  onProgress: (progress: Progress) => void;
  /** Takes what the question of this id is answered with. */
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
}

/** Data that runs share: what they are called, which version, and how to get them when a thread has not got that version. */
export interface SharedSource {
  name: string;
  version: string;
  /** The whole at once, or features in pieces. */
  load: { value: () => Promise<unknown> } | { pieces: () => AsyncIterable<GeoJSON.Feature[]> };
}

/** Largest heap of a model thread, MB. */
const memoryMb = 1500;

/** One worker thread that runs models. */
export class ModelThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<string, Waiting>();
  /** Versions of shared data the thread holds, by name. */
  readonly #holds = new Map<string, { version: string; isThere: Promise<void> }>();
  #isEnded = false;

  constructor() {
    this.#worker = new Worker(new URL('./modelWorker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    this.#worker.on('message', (news: ModelNews) => this.#hear(news));
    this.#worker.on('error', (error) => this.#fail(error as Error));
    this.#worker.on('exit', () => this.#fail(new ThreadEnded('the model thread ended')));
    this.#worker.unref();
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** Hands data to the thread unless it holds that version already; done when the thread has been sent all of it. */
  async share(source: SharedSource): Promise<void> {
    const known = this.#holds.get(source.name);
    if (known?.version === source.version) return known.isThere;
    const isThere = (known?.isThere ?? Promise.resolve()).catch(() => undefined).then(() => this.#send(source));
    this.#holds.set(source.name, { version: source.version, isThere });
    isThere.catch(() => this.#holds.delete(source.name));
    return isThere;
  }

  async #send({ name, load }: SharedSource): Promise<void> {
    if ('value' in load) return this.#ask({ kind: 'data', data: { name, value: await load.value() } });
    let isFirst = true;
    for await (const features of load.pieces()) {
      this.#ask({ kind: 'features', name, features, isFirst });
      isFirst = false;
    }
    if (isFirst) this.#ask({ kind: 'features', name, features: [], isFirst });
  }

  /** @throws ThreadEnded when the thread is ended meanwhile; Error with our own fault's words */
  run(
    question: Extract<ModelQuestion, { kind: 'compute' | 'refine' }>,
    onProgress: (progress: Progress) => void = () => undefined,
  ): Promise<ModelAnswer> {
    return this.#put<ModelAnswer>(question, onProgress);
  }

  /** Runs the reference cases of a model. */
  verify(id: string, model: string): Promise<VerifiedCase[]> {
    return this.#put<VerifiedCase[]>({ kind: 'verify', id, model }, () => undefined);
  }

  #put<T>(question: Exclude<ModelQuestion, { kind: 'data' | 'features' }>, onProgress: (progress: Progress) => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#isEnded) {
        reject(new ThreadEnded('the model thread ended'));
        return;
      }
      this.#waiting.set(question.id, { onProgress, resolve, reject });
      this.#ask(question);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask(question: ModelQuestion): void {
    this.#worker.postMessage(question);
  }

  #hear(news: ModelNews): void {
    const waiting = this.#waiting.get(news.id);
    if (waiting === undefined) return;
    if (news.kind === 'progress') {
      waiting.onProgress(news.progress);
      return;
    }
    this.#waiting.delete(news.id);
    if (news.kind === 'answer') waiting.resolve(news.answer as never);
    else if (news.kind === 'verified') waiting.resolve(news.cases as never);
    else waiting.reject(new Error(news.why));
  }

  #fail(error: Error): void {
    this.#isEnded = true;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
