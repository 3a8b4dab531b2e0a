import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from './readFile.ts';
import { FileRefused, type Reading, type ReadingJob } from './reader.ts';

// Reads one file of base data in this thread and ends. To cancel, the thread is ended.

export type ReadNews =
  | { kind: 'progress'; done: number }
  | { kind: 'read'; reading: Reading }
  | { kind: 'refused'; rule: string; value: unknown; text: { zh: string; en: string } };

const leastMsBetweenNews = 200;
let toldAtMs = -Infinity;

const tell = (news: ReadNews): void => parentPort?.postMessage(news);

try {
  const reading = await readFile(workerData as ReadingJob, (done) => {
    const nowMs = performance.now();
    if (nowMs - toldAtMs < leastMsBetweenNews) return;
    toldAtMs = nowMs;
    tell({ kind: 'progress', done });
  });
  tell({ kind: 'read', reading });
} catch (error) {
  // Anything else is our fault, ends the thread and is reported.
  if (!(error instanceof FileRefused)) throw error;
  tell({ kind: 'refused', rule: error.rule, value: error.value, text: error.text });
}
