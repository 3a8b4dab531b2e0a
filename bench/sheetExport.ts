import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { startAnlan } from './anlan.ts';
import { fillEnterprises } from './enterprises.ts';
import { mostForeignCores, watchCpu } from './machine.ts';
import { record } from './record.ts';
import { measureUse } from './serverUse.ts';

// Excel export of a register of 100,000 records, as a browser downloads it: first byte, whole file, and what it costs
// everybody else (memory of the server process, delay of its event loop). `node bench/sheetExport.ts [records]`
// Not shown: a slow client, several exports at once.

const records = Number(process.argv[2] ?? 100_000);
const bars = { firstByteMs: 1_000, peakMb: 400, loopP99Ms: 50 };

const folder = mkdtempSync(join(tmpdir(), 'anlan-bench-export-'));
const anlan = await startAnlan(folder, { ANLAN_INGEST: 'off' });
try {
  const pool = new pg.Pool({ connectionString: await anlan.databaseUrl() });
  await fillEnterprises(pool, records);
  await pool.end();
  // Once with a few rows, so that modules are loaded as in a server that has run for a while.
  await download('q=%E9%BE%99%E6%B9%96%E9%A3%9F%E5%93%81');
  const stopWatch = watchCpu({ program: anlan.serverProcesses, database: anlan.databaseProcesses });
  const [pid = 0] = anlan.serverProcesses();
  const { result, use } = await measureUse(anlan.url, pid, () => download(''));
  const { foreignCores, cores } = stopWatch();
  const isWithinBar = result.firstByteMs <= bars.firstByteMs && use.peakMb < bars.peakMb && use.loopP99Ms <= bars.loopP99Ms;
  record('sheetExport', { records, ...result, ...use, isWithinBar, foreignCores, cores, rejected: foreignCores > mostForeignCores });
} finally {
  await anlan.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function download(query: string): Promise<{ firstByteMs: number; wholeMs: number; bytes: number }> {
  const path = join(folder, 'export.xlsx');
  const startedMs = performance.now();
  const answer = await fetch(`${anlan.url}/api/v1/registers/enterprises.xlsx?${query}`, {
    headers: { authorization: `Bearer ${anlan.token}` },
  });
  if (!answer.ok || !answer.body) throw new Error(`the export answered ${answer.status}`);
  let firstByteMs = Number.NaN;
  const counted = answer.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        if (Number.isNaN(firstByteMs)) firstByteMs = performance.now() - startedMs;
        controller.enqueue(chunk);
      },
    }),
  );
  await pipeline(Readable.fromWeb(counted as never), createWriteStream(path));
  const wholeMs = performance.now() - startedMs;
  return { firstByteMs: Math.round(firstByteMs), wholeMs: Math.round(wholeMs), bytes: statSync(path).size };
}
