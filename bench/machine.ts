import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { cpus, loadavg, release } from 'node:os';
import { join } from 'node:path';

// What the machine was doing while something was measured. A latency counts only when hardly anybody else used the
// processor: `foreignCores` is everything that was busy besides the processes under test and this one.

export const repository = join(import.meta.dirname, '..');

/** More foreign use than this share of one core, and a latency says nothing about Anlan. */
export const mostForeignCores = 0.1;

const ticksPerSecond = 100;

export interface CpuUse {
  seconds: number;
  foreignCores: number;
  /** Cores used by each named group of processes. */
  cores: Record<string, number>;
}

/**
 * Watches the processor from now on.
 * @param groups process numbers of each group, asked for at both ends; this process is the group `bench`
 */
export function watchCpu(groups: Readonly<Record<string, () => readonly number[]>>): () => CpuUse {
  const all = { bench: () => [process.pid], ...groups };
  const read = () => ({ atMs: performance.now(), busy: busyTicks(), each: Object.entries(all).map(([, pids]) => ticksOf(pids())) });
  const before = read();
  return () => {
    const after = read();
    const seconds = (after.atMs - before.atMs) / 1000;
    const toCores = (ticks: number) => round(ticks / ticksPerSecond / seconds);
    const own = after.each.map((ticks, at) => Math.max(0, ticks - (before.each[at] ?? 0)));
    const cores = Object.fromEntries(Object.keys(all).map((name, at) => [name, toCores(own[at] ?? 0)]));
    const foreign = after.busy - before.busy - own.reduce((sum, ticks) => sum + ticks, 0);
    return { seconds: round(seconds), foreignCores: Math.max(0, toCores(foreign)), cores };
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** All but idle and waiting for disks; stolen time counts as somebody else's. */
function busyTicks(): number {
  const [head = ''] = readFileSync('/proc/stat', 'utf8').split('\n', 1);
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = head.split(/\s+/).slice(1).map(Number);
  return user + nice + system + irq + softirq + steal;
}

function ticksOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (statOf(pid)?.ticks ?? 0), 0);
}

function statOf(pid: number): { parent: number; ticks: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    // Its own time, in user and system mode, and that of its children that have ended.
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(fields[1]), ticks };
  } catch {
    // It has ended.
    return null;
  }
}

/** A process and everything it started, directly or not. */
export function processTree(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = statOf(Number(name));
      return stat === null ? [] : [[Number(name), stat.parent] as const];
    });
  const tree = [root];
  for (const pid of tree) tree.push(...parents.filter(([, parent]) => parent === pid).map(([child]) => child));
  return tree;
}

/** What a figure depends on besides the program. */
export function facts(): Record<string, unknown> {
  const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { version: string };
  return {
    at: new Date().toISOString(),
    version,
    commit: commit(),
    node: process.version,
    system: `${process.platform} ${process.arch} ${release()}`,
    processor: cpus()[0]?.model.trim() ?? '',
    cores: cpus().length,
    load: round(loadavg()[0] ?? 0),
  };
}

/** Short commit; `+` when the tree differs from it, empty outside a clone. */
function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : '+'}`;
  } catch {
    return '';
  }
}
