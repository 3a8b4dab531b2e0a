import { refuse, type Outcome } from '#kernel/problem/refusal.ts';
import { gate, runWorker, WorkerTimeout } from '../workers/runWorker.ts';
import { checkPackage } from './checkPackage.ts';
import type { SheetRow } from './readSheet.ts';
import type { SheetJob } from './sheetWorker.ts';

const timeoutMs = 60_000;
/** Fifty thousand rows of a wide register; what needs more is refused with the words for too much. */
const memoryMb = 768;
const youngMb = 8;

/** One workbook after the other: two at once would take the memory of both. */
const oneAtATime = gate(1);

/** Reads a workbook in a thread of its own. Refuses what readSheet refuses, and what takes too long or too much memory. */
export async function readInThread(job: SheetJob): Promise<Outcome<SheetRow[]>> {
  // A package that claims too much is not handed on at all.
  const sound = checkPackage(Buffer.from(job.bytes));
  if (!sound.ok) return sound;
  try {
    return await oneAtATime(() =>
      runWorker<SheetJob, Outcome<SheetRow[]>>(new URL('./sheetWorker.ts', import.meta.url), job, { timeoutMs, memoryMb, youngMb }),
    );
  } catch (error) {
    if (!(error instanceof WorkerTimeout) && (error as { code?: string }).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
    return refuse('sheet-too-long', 413, {
      zh: '工作簿内容过多，无法一次读完，请分成几个文件',
      en: 'The workbook holds too much to be read at once: split the file',
    });
  }
}
