import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { programFolder } from '#server/config.ts';

/** Runs the server as its own process and ends as it ends; bin/anlan.mjs takes the shorter way. */
export async function runServe(): Promise<number> {
  const child = spawn(process.execPath, [join(programFolder, 'src', 'server', 'main.ts')], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void child.kill(signal));
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}
