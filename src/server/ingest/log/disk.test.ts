import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import { folderDisk } from './disk.ts';
import { openLog } from './log.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anlan-disk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a folder keeps what is appended, cut and removed', async () => {
  const disk = await folderDisk(join(folder, 'made', 'on', 'the', 'way'));
  await disk.append('a', Buffer.from('hello '));
  await disk.append('b', Buffer.from('x'));
  await disk.append('a', Buffer.from('world'));
  await disk.sync('a');
  expect((await disk.read('a', 6, 100)).toString()).toBe('world');
  expect(await disk.size('a')).toBe(11);
  await disk.truncate('a', 5);
  await disk.append('a', Buffer.from('!'));
  expect((await disk.read('a', 0, 100)).toString()).toBe('hello!');
  await disk.remove('b');
  await disk.syncNames();
  expect(await disk.list()).toEqual(['a']);
  await expect(disk.read('b', 0, 1)).rejects.toMatchObject({ code: 'ENOENT' });
  await disk.close();
});

const writer = (logFile: string, diskFile: string, clockFile: string, into: string) => `
  const { openLog } = await import(${JSON.stringify(logFile)});
  const { folderDisk } = await import(${JSON.stringify(diskFile)});
  const { systemClock } = await import(${JSON.stringify(clockFile)});
  const log = await openLog({ disk: await folderDisk(${JSON.stringify(into)}), clock: systemClock, report: () => {}, onDurable: () => {}, segmentBytes: 20000 });
  let value = 0;
  const device = async () => { for (;;) { const mine = ++value; process.stdout.write((await log.append({ kind: 'tick', atMs: mine })) + ' ' + mine + '\\n'); } };
  await Promise.all(Array.from({ length: 20 }, device));
`;

test('a process killed while it writes has lost nothing that it acknowledged', { timeout: 30_000 }, async () => {
  const here = import.meta.dirname;
  const script = writer(join(here, 'log.ts'), join(here, 'disk.ts'), join(here, '../../../kernel/clock/clock.ts'), folder);
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'], cwd: here });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    output += more;
    if (output.length > 40_000) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.once('close', resolve));
  const acknowledged = output
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' ').map(Number));
  expect(acknowledged.length).toBeGreaterThan(1_000);

  const log = await openLog({ disk: await folderDisk(folder), clock: new TestClock(), report: () => {}, onDurable: () => {} });
  const found = new Map<number, number>();
  const reader = log.read(0);
  for (let items = await reader.next(); items.length > 0; items = await reader.next()) {
    for (const item of items) if (item.ok && item.entry.kind === 'tick') found.set(item.position, item.entry.atMs);
  }
  expect(acknowledged.filter(([position = 0, value]) => found.get(position) !== value)).toEqual([]);
  expect(log.damage).toEqual([]);
  await log.close();
});
