import { parentPort, workerData } from 'node:worker_threads';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { registerById } from '#rooms/rooms.ts';
import { readSheet } from './readSheet.ts';
import type { SheetNames } from './sheetColumns.ts';

// One workbook in a thread of its own: unpacking and reading ten thousand rows would hold up everybody else for seconds, and
// a file that means harm ends only this thread.

export interface SheetJob {
  register: string;
  bytes: Uint8Array;
  names: SheetNames;
}

const { register, bytes, names } = workerData as SheetJob;
parentPort?.postMessage(await readSheet(registerById(register) as RegisterDeclaration, Buffer.from(bytes), names));
