import { Worker } from 'node:worker_threads';
import type { SharedFlood } from '#models/flood/inertial/sharedFlood.ts';
import type { Progress } from '#models/model.ts';
import type { ModelAnswer } from '#models/runModel.ts';
import type { HelperData } from './floodHelper.ts';

// A refined flood run in threads: one leads, and for the local-inertial scheme others take bands of the same shared memory.

export interface FloodRun {
  readonly answer: Promise<ModelAnswer>;
  /** Ends all threads; the answer is then rejected with `FloodCancelled`. */
  cancel(): Promise<void>;
}

export class FloodCancelled extends Error {
  constructor() {
    super('the flood run was cancelled');
  }
}

export type LeadMessage =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'answer'; answer: ModelAnswer }
  // The lead computes and waits in its own thread, where no other could be started.
  | { kind: 'share'; memory: SharedFlood };

/**
 * Starts a refined run.
 * @param raw input of the flood model, unchecked
 * @param workers threads in all, from 1; two are worth it on two processors
 */
export function startFlood(raw: unknown, workers: number, onProgress: (progress: Progress) => void = () => undefined): FloodRun {
  const threads = [new Worker(new URL('./floodLead.ts', import.meta.url), { workerData: { raw, workers } })];
  const { promise: answer, resolve, reject } = Promise.withResolvers<ModelAnswer>();
  const end = async () => void (await Promise.all(threads.map((each) => each.terminate())));
  const fail = (error: Error) => {
    reject(error);
    void end();
  };
  const addHelper = (memory: SharedFlood, index: number) => {
    const data: HelperData = { raw, memory, index };
    const helper = new Worker(new URL('./floodHelper.ts', import.meta.url), { workerData: data });
    // Without it the others would wait for ever.
    helper.once('error', fail);
    threads.push(helper);
  };
  const [lead] = threads as [Worker];
  lead.on('message', (message: LeadMessage) => {
    if (message.kind === 'progress') onProgress(message.progress);
    else if (message.kind === 'answer') resolve(message.answer);
    else for (let index = 1; index < message.memory.count; index += 1) addHelper(message.memory, index);
  });
  lead.once('error', fail);
  lead.once('exit', (code) => fail(new Error(`the flood worker ended with ${code} before it answered`)));
  return {
    answer,
    async cancel() {
      reject(new FloodCancelled());
      await end();
    },
  };
}
