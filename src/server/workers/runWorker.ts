import { Worker } from 'node:worker_threads';

// Work that would hold up the server or may meet hostile bytes runs in a thread of its own, made for one job and thrown away.

export class WorkerTimeout extends Error {
  constructor(ms: number) {
    super(`the work was not done within ${ms} ms`);
  }
}

interface WorkerOptions {
  timeoutMs: number;
  /** Largest JavaScript heap, MB. */
  memoryMb: number;
  /** Room for what is short-lived, MB: little of it costs some time and saves memory. Absent: as Node chooses. */
  youngMb?: number;
}

/**
 * Runs a worker module on one input and gives what it posts back.
 * @param entry module that reads `workerData` and posts one message
 * @throws WorkerTimeout; or whatever the module threw, or that it ran out of memory
 */
export function runWorker<Input, Output>(entry: URL, input: Input, { timeoutMs, memoryMb, youngMb }: WorkerOptions): Promise<Output> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, {
      workerData: input,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, ...(youngMb && { maxYoungGenerationSizeMb: youngMb }) },
      stderr: true,
    });
    const timer = setTimeout(() => settle(() => reject(new WorkerTimeout(timeoutMs))), timeoutMs);
    const settle = (answer: () => void) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      // An error after the answer has nobody to tell.
      worker.on('error', () => undefined);
      void worker.terminate();
      answer();
    };
    worker.once('message', (output: Output) => settle(() => resolve(output)));
    worker.once('error', (error) => settle(() => reject(error)));
    worker.once('exit', (code) => settle(() => reject(new Error(`the worker ended with ${code} before it answered`))));
  });
}

/** Lets at most `width` pieces of work run at once; the others wait their turn. */
export function gate(width: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = width;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
