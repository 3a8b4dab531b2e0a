import { readFileSync } from 'node:fs';

// What a request asks of the server besides its time: memory and how late the event loop got.

export interface ServerUse {
  /** Largest resident memory meanwhile, MB, and what it was before. */
  peakMb: number;
  beforeMb: number;
  /** Delay of the event loop meanwhile, milliseconds. */
  loopP50Ms: number;
  loopP99Ms: number;
  loopMaxMs: number;
}

const sampleMs = 25;

/** Watches a server process while `work` runs. */
export async function measureUse<T>(url: string, pid: number, work: () => Promise<T>): Promise<{ result: T; use: ServerUse }> {
  await delays(url);
  const beforeMb = residentMb(pid);
  let peakMb = beforeMb;
  const timer = setInterval(() => {
    peakMb = Math.max(peakMb, residentMb(pid));
  }, sampleMs);
  try {
    const result = await work();
    const { p50 = Number.NaN, p99 = Number.NaN, max = Number.NaN } = await delays(url);
    return { result, use: { peakMb, beforeMb, loopP50Ms: p50, loopP99Ms: p99, loopMaxMs: max } };
  } finally {
    clearInterval(timer);
  }
}

/** Delays since the last time they were read, milliseconds. */
async function delays(url: string): Promise<{ p50?: number; p99?: number; max?: number }> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const at = (share: string) => Number(new RegExp(`anlan_event_loop_delay_seconds\\{quantile="${share}"\\} (\\S+)`).exec(text)?.[1]) * 1000;
  return { p50: at('0.5'), p99: at('0.99'), max: at('1') };
}

function residentMb(pid: number): number {
  const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  return Math.round(kilobytes / 102.4) / 10;
}
