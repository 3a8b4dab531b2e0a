import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { killCluster } from '../src/server/database/clusterProcesses.fixture.ts';
import { isAlive } from '../src/server/database/postmaster.ts';
import { mostForeignCores, processTree, repository, watchCpu } from './machine.ts';
import { quantiles } from './quantiles.ts';
import { record } from './record.ts';

// From `npm start` to its line `anlan ready`: in a fresh copy of what git knows (the page has to be built), then with an
// empty data folder, then with the data of the start before. With `install` the copy has no dependencies either, so npm ci
// and the network are in the figure. node bench/start.ts [runs = 5] [install]; with 0 runs only the first start is measured

const runs = Number(process.argv[2] ?? 5);
const withInstall = process.argv.includes('install');
/** A start with data that is there must be quicker than this. */
const bar = 3_000;

const clone = mkdtempSync(join(tmpdir(), 'anlan-start-'));
const data = join(clone, 'data');
try {
  copyClone();
  record('start', { what: withInstall ? 'nothing installed' : 'fresh clone', ...(await startOnce()) });
  const empty: number[] = [];
  const again: number[] = [];
  /** Processor time of a start with data: hardly depends on what else the machine does. */
  const cpuSeconds: number[] = [];
  let isForeign = false;
  for (let run = 0; run < runs; run += 1) {
    rmSync(data, { recursive: true, force: true });
    const [first, second] = [await startOnce(), await startOnce()];
    empty.push(first.readyMs);
    again.push(second.readyMs);
    cpuSeconds.push(second.cpuSeconds);
    isForeign ||= first.rejected || second.rejected;
  }
  if (runs > 0) {
    const rejected = isForeign;
    record('start', { what: 'empty data folder', readyMs: quantiles(empty), runs: empty, rejected });
    record('start', {
      what: 'data there',
      readyMs: quantiles(again),
      runs: again,
      cpuSeconds: quantiles(cpuSeconds),
      bar,
      isWithinBar: Math.max(...again) < bar,
      rejected,
    });
  }
} finally {
  killCluster(data);
  rmSync(clone, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Files git knows or would take, as they are now. */
function copyClone(): void {
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: repository, encoding: 'utf8' });
  const files = list.split('\n').filter((file) => file !== '' && file !== 'node_modules' && existsSync(join(repository, file)));
  for (const file of files) cpSync(join(repository, file), join(clone, file), { recursive: true });
  if (!withInstall) symlinkSync(join(repository, 'node_modules'), join(clone, 'node_modules'), 'dir');
}

/** One start and a clean stop. */
async function startOnce(): Promise<{ readyMs: number; cpuSeconds: number; foreignCores: number; rejected: boolean }> {
  const begun = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: clone,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that Ctrl-C can be pressed on all of it as a terminal does.
    detached: true,
    env: { ...process.env, ANLAN_DATA: data, ANLAN_PORT: '0', ANLAN_INGEST: 'mqtt:0,hj212:0,gb26875:0' },
  });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => void (said += bytes.toString('utf8')));
  const cpu = watchCpu({ start: () => processTree(child.pid ?? 0) });
  await ready(child, () => said);
  const readyMs = Math.round(performance.now() - begun);
  const { foreignCores, seconds, cores } = cpu();
  const cpuSeconds = Math.round((cores['start'] ?? 0) * seconds * 100) / 100;
  const processes = processTree(child.pid ?? 0);
  process.kill(-(child.pid ?? 0), 'SIGINT');
  while (processes.some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 50));
  return { readyMs, cpuSeconds, foreignCores, rejected: foreignCores > mostForeignCores };
}

async function ready(child: ChildProcess, said: () => string): Promise<void> {
  if (child.stdout === null) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('anlan ready ')) return;
  throw new Error(`npm start ended before it was ready:\n${said()}`);
}
