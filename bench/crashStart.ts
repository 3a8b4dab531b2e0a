import { performance } from 'node:perf_hooks';
import { ask, holdInOtherProcess, inDataFolder, killCluster } from '../src/server/database/clusterProcesses.fixture.ts';
import { startEmbedded } from '../src/server/database/supervisor.ts';
import { quantiles } from './quantiles.ts';
import { record } from './record.ts';

// Soak of the database alone: kills its owner and every process of it in the middle of a stream of commits, starts again,
// compares. The whole server with its ingest log is crashServer.ts. A killed process leaves the page cache alive, so this
// says nothing about power loss of the machine. A start that fails ends the run with an error.
// node bench/crashStart.ts [rounds = 20]

const rounds = Number(process.argv[2] ?? 20);
const writingMs = 400;

await inDataFolder('data', async (folder) => {
  const startMs: number[] = [];
  let acknowledged = 0;
  let lost = 0;
  /** One start more than there are kills, to see what the last one left. */
  for (let round = 0; round <= rounds; round += 1) {
    const begun = performance.now();
    const owner = await holdInOtherProcess(folder);
    if (round > 0) startMs.push(performance.now() - begun);
    const { url } = await startEmbedded(folder, () => undefined, { share: true });
    await ask(url, 'create table if not exists kept (n int primary key)');
    const [found] = await ask<{ n: number }>(url, 'select count(*)::int as n from kept');
    lost += Math.max(0, acknowledged - (found?.n ?? 0));
    acknowledged = found?.n ?? 0;
    const writing = round < rounds ? write(url, acknowledged) : acknowledged;
    if (round < rounds) await new Promise((resolve) => setTimeout(resolve, writingMs));
    owner.kill('SIGKILL');
    killCluster(folder);
    acknowledged = await writing;
  }
  record('crashStart', { rounds, acknowledged, lost, startMs: quantiles(startMs) });
});

/** Inserts one by one until the connection breaks; gives how many were acknowledged. */
async function write(url: string, from: number): Promise<number> {
  let next = from;
  try {
    for (;;) {
      await ask(url, 'insert into kept values ($1)', [next]);
      next += 1;
    }
  } catch {
    return next;
  }
}
