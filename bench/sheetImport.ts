import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import pg from 'pg';
import { startAnlan } from './anlan.ts';
import { fillEnterprises } from './enterprises.ts';
import { mostForeignCores, watchCpu } from './machine.ts';
import { record } from './record.ts';
import { measureUse } from './serverUse.ts';

// Excel import of 10,000 rows over HTTP: the preview with its difference against what is stored, then all of it applied.
// Half of the rows are records that are there already (every second of those changed), half are new.
// `node bench/sheetImport.ts [rows]`. Not shown: several imports at once, a register of hundreds of thousands.

const rows = Number(process.argv[2] ?? 10_000);
const bars = { wholeMs: 15_000, peakMb: 400 };

interface Preview {
  importId: string;
  rows: { row: number; status: string; problems: unknown[] }[];
}

const folder = mkdtempSync(join(tmpdir(), 'anlan-bench-import-'));
const anlan = await startAnlan(folder, { ANLAN_INGEST: 'off' });
try {
  const pool = new pg.Pool({ connectionString: await anlan.databaseUrl() });
  await fillEnterprises(pool, rows / 2);
  const { items } = (await anlan.get('/api/v1/areas')) as { items: { code: string }[] };
  const towns = items.map(({ code }) => code).filter((code) => code.length === 9);
  // Divisions the county really has: others would be faults of their rows.
  await pool.query('update enterprises set area_code = ($1::text[])[1 + abs(hashtext(id::text)) % $2]', [towns, towns.length]);
  await pool.end();
  const file = await workbook(new Uint8Array(await (await ask('enterprises.xlsx')).arrayBuffer()));
  const stopWatch = watchCpu({ program: anlan.serverProcesses, database: anlan.databaseProcesses });
  const [pid = 0] = anlan.serverProcesses();
  const { result, use } = await measureUse(anlan.url, pid, () => bringIn(file));
  const { foreignCores, cores } = stopWatch();
  const isWithinBar = result.wholeMs <= bars.wholeMs && use.peakMb <= bars.peakMb;
  record('sheetImport', {
    rows,
    bytes: file.length,
    ...result,
    ...use,
    isWithinBar,
    foreignCores,
    cores,
    rejected: foreignCores > mostForeignCores,
  });
} finally {
  await anlan.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(`${anlan.url}/api/v1/registers/${path}`, {
    ...init,
    headers: { ...(init.headers as Record<string, string> | undefined), authorization: `Bearer ${anlan.token}` },
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

/** The export of what is stored, every second row changed, and as many new rows behind. */
async function workbook(exported: Uint8Array): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(exported.buffer as ArrayBuffer);
  const sheet = book.worksheets[0] as ExcelJS.Worksheet;
  const headings = sheet.getRow(1).values as string[];
  const column = (heading: string) => headings.indexOf(heading);
  for (let row = 2; row <= sheet.rowCount; row += 2) sheet.getRow(row).getCell(column('地址')).value = `迁往 ${row} 号`;
  const old = sheet.getRow(2).values as unknown[];
  for (let n = 0; n < rows / 2; n += 1) {
    const values = Array.from(old);
    values[column('系统编号')] = null;
    values[column('名称')] = `新企业 ${n}`;
    values[column('电话')] = null;
    sheet.addRow(values.slice(1));
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function bringIn(file: Uint8Array): Promise<{ previewMs: number; applyMs: number; wholeMs: number }> {
  const startedMs = performance.now();
  const form = new FormData();
  form.append('file', new Blob([file as Uint8Array<ArrayBuffer>]), 'enterprises.xlsx');
  const preview = (await (await ask('enterprises/import/preview', { method: 'POST', body: form })).json()) as Preview;
  const previewMs = performance.now() - startedMs;
  const faulty = preview.rows.filter(({ status }) => status === 'faulty');
  if (faulty.length > 0) throw new Error(`${faulty.length} rows are faulty: ${JSON.stringify(faulty[0]?.problems)}`);
  const accepted = preview.rows.filter(({ status }) => status === 'new' || status === 'changed').map(({ row }) => row);
  const made = (await (
    await ask('enterprises/import', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ importId: preview.importId, rows: accepted }),
    })
  ).json()) as { added: number; changed: number };
  const wholeMs = performance.now() - startedMs;
  if (made.added !== rows / 2 || made.changed !== rows / 4) throw new Error(`unexpected: ${JSON.stringify(made)}`);
  return { previewMs: Math.round(previewMs), applyMs: Math.round(wholeMs - previewMs), wholeMs: Math.round(wholeMs) };
}
