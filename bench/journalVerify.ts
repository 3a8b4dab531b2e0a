import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash as hashOf } from 'node:crypto';
import pg from 'pg';
import { canonical, firstHash } from '#kernel/journal/journal.ts';
import type { Verification } from '#kernel/journal/verification.ts';
import { startEmbedded } from '#server/database/supervisor.ts';
import { migrate } from '#server/storage/migrate.ts';
import { repository } from './machine.ts';
import { record } from './record.ts';

// How long `anlan journal verify` takes over a million entries, and how much memory it needs.
// Floor: reading every row from the same database and hashing the same bytes with SM3, nothing else, in this process.
// Not shown: a server that is busy meanwhile; a database on another machine; a cold disk.

const entries = Number(process.argv[2] ?? 1_000_000);
const batch = 5_000;
const changedAt = Math.floor(entries * 0.7) + 1;

const folder = mkdtempSync(join(tmpdir(), 'anlan-bench-journal-'));
const database = await startEmbedded(join(folder, 'database'), () => undefined, { settings: { synchronous_commit: 'off' } });
const pool = new pg.Pool({ connectionString: database.url, max: 1 });
try {
  await migrate(pool);
  const writeSeconds = await timed(writeChain);
  await pool.query('vacuum analyze journal');
  const environment = { ...process.env, DATABASE_URL: database.url, ANLAN_DATA: folder, ANLAN_LANG: 'en' };
  await runCli(['anchor'], environment);
  const whole = await runCli(['verify'], environment);
  const floorSeconds = await timed(readAndHash);
  await pool.query('update journal set why = $1 where position = $2', ['changed', changedAt]);
  const tampered = await runCli(['verify'], environment);
  record('journalVerify', {
    entries,
    writeSeconds,
    verifySeconds: whole.seconds,
    entriesPerSecond: Math.round(entries / whole.seconds),
    peakMemoryMb: whole.peakMemoryMb,
    progressLines: whole.progressLines,
    floorSeconds,
    ratioToFloor: Math.round((whole.seconds / floorSeconds) * 100) / 100,
    faultCount: whole.result.faultCount,
    anchors: whole.result.anchors,
    changedAt,
    found: tampered.result.faults,
    exitCodes: [whole.exitCode, tampered.exitCode],
  });
} finally {
  await pool.end();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return Math.round((performance.now() - startedMs) / 10) / 100;
}

/** A chain as the program would have written it, entry after entry, stored in batches. */
async function writeChain(): Promise<void> {
  let previousHash = firstHash;
  const firstMs = Date.parse('2026-01-01T00:00:00Z');
  for (let from = 1; from <= entries; from += batch) {
    const rows = Array.from({ length: Math.min(batch, entries - from + 1) }, (_, n) => {
      const position = from + n;
      const entry = {
        position,
        at: new Date(firstMs + position * 20_000).toISOString(),
        actorId: null,
        actorName: '值班员甲',
        from: '10.12.3.4',
        areaCode: '341322101',
        act: position % 9 === 0 ? 'read' : 'update',
        subjectKind: 'enterprises',
        subjectId: `01890000-0000-7000-8000-${String(position % 5000).padStart(12, '0')}`,
        why: '',
        detail: {
          before: { contactName: '张三', contactPhone: '13800000000' },
          after: { contactName: '李四', contactPhone: '13900000000' },
        },
        previousHash,
      };
      previousHash = hashOf('sm3', canonical(entry), 'hex');
      return { ...entry, hash: previousHash };
    });
    await pool.query(
      `insert into journal (position, at, actor_id, actor_name, from_address, area_code, act, subject_kind, subject_id, why, detail, previous_hash, hash)
       select position, at, "actorId", "actorName", "from", "areaCode", act, "subjectKind", "subjectId", why, detail, "previousHash", hash
       from jsonb_to_recordset($1) as row (position bigint, at timestamptz, "actorId" uuid, "actorName" text, "from" text, "areaCode" text,
         act text, "subjectKind" text, "subjectId" text, why text, detail jsonb, "previousHash" text, hash text)`,
      [JSON.stringify(rows)],
    );
  }
  await pool.query('insert into journal_head (one, position, hash) values (true, $1, $2)', [entries, previousHash]);
}

async function readAndHash(): Promise<void> {
  for (let last = 0; ;) {
    const found = await pool.query<{ position: string; row: string }>(
      'select position, row_to_json(journal)::text as row from journal where position > $1 order by position limit 1000',
      [last],
    );
    if (found.rows.length === 0) return;
    for (const { row } of found.rows) hashOf('sm3', row, 'hex');
    last = Number(found.rows.at(-1)?.position);
  }
}

interface CliRun {
  seconds: number;
  peakMemoryMb: number;
  progressLines: number;
  exitCode: number;
  result: Verification;
}

function runCli(args: readonly string[], env: NodeJS.ProcessEnv): Promise<CliRun> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [join(repository, 'src/server/cli/main.ts'), 'journal', ...args], { env });
  let out = '';
  let progressLines = 0;
  let peakMemoryMb = 0;
  const watch = setInterval(() => {
    peakMemoryMb = Math.max(peakMemoryMb, residentPeakMb(child.pid));
  }, 200);
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    process.stderr.write(chunk);
    progressLines += chunk
      .toString()
      .split('\n')
      .filter((line) => line.startsWith('done')).length;
  });
  return new Promise((resolve) => {
    child.on('close', (exitCode) => {
      clearInterval(watch);
      const seconds = Math.round((performance.now() - startedMs) / 10) / 100;
      resolve({ seconds, peakMemoryMb, progressLines, exitCode: exitCode ?? -1, result: JSON.parse(out) as Verification });
    });
  });
}

function residentPeakMb(pid: number | undefined): number {
  try {
    const [, kb = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kb) / 1024);
  } catch {
    // It has just ended.
    return 0;
  }
}
