import type { Clock } from '#kernel/clock/clock.ts';

// One question to a department's platform. An answer counts only when it is whole: cut short, too long, too late or not JSON, it
// is a failure with its reason, and nothing of it is taken.

const answerMs = 30_000;
export const largestAnswer = 32 * 1024 * 1024;
const day = 86_400;

export interface FeedQuestion {
  url: string;
  header: { name: string; value: string } | null;
  etag: string | null;
  lastModified: string | null;
}

export type FeedAnswer = { latencyMs: number; skewMs: number | null; retryAfterSeconds: number | null } & (
  | { is: 'unchanged' }
  | { is: 'answer'; json: unknown; etag: string | null; lastModified: string | null }
  | { is: 'failed'; problem: string }
);

/** Asks once; never rejects. */
export async function askFeed({ url, header, etag, lastModified }: FeedQuestion, clock: Clock): Promise<FeedAnswer> {
  const startedMs = clock.nowMs();
  const stop = new AbortController();
  const timer = clock.after(answerMs, () => stop.abort(new Error(`no whole answer within ${answerMs / 1000} s`)));
  const told = { latencyMs: 0, skewMs: null as number | null, retryAfterSeconds: null as number | null };
  const ended = () => ({ ...told, latencyMs: Math.max(0, clock.nowMs() - startedMs) });
  try {
    const answer = await fetch(url, {
      signal: stop.signal,
      // A platform that moved must be entered anew: the header that proves who we are goes nowhere else.
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        'user-agent': 'anlan',
        ...(etag !== null && { 'if-none-match': etag }),
        ...(lastModified !== null && { 'if-modified-since': lastModified }),
        ...(header !== null && { [header.name]: header.value }),
      },
    });
    const dateMs = Date.parse(answer.headers.get('date') ?? '');
    if (!Number.isNaN(dateMs)) told.skewMs = dateMs - clock.nowMs();
    told.retryAfterSeconds = retryAfter(answer.headers.get('retry-after'), clock.nowMs());
    if (answer.status === 304) return { ...ended(), is: 'unchanged' };
    if (answer.status !== 200) {
      await answer.body?.cancel();
      return { ...ended(), is: 'failed', problem: `HTTP ${answer.status}` };
    }
    const json: unknown = JSON.parse(await textOf(answer));
    return { ...ended(), is: 'answer', json, etag: answer.headers.get('etag'), lastModified: answer.headers.get('last-modified') };
  } catch (error) {
    return { ...ended(), is: 'failed', problem: reasonOf(error as Error) };
  } finally {
    timer.cancel();
  }
}

async function textOf(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.byteLength;
    if (size > largestAnswer) throw new Error(`more than ${largestAnswer} bytes`);
    parts.push(part);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
}

/** Seconds to wait that a server asks for (RFC 9110, 10.2.3), at most a day; null when it does not. */
export function retryAfter(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const seconds = /^\d{1,9}$/.test(header) ? Number(header) : (Date.parse(header) - nowMs) / 1000;
  return Number.isFinite(seconds) ? Math.min(day, Math.max(0, Math.ceil(seconds))) : null;
}

function reasonOf(error: Error): string {
  const said = error instanceof SyntaxError ? `not JSON: ${error.message}` : error.message;
  const cause = error.cause instanceof Error && error.cause.message !== '' ? `: ${error.cause.message}` : '';
  const code = error.cause instanceof Error && 'code' in error.cause ? ` (${String(error.cause.code)})` : '';
  return `${said}${cause}${code}`.slice(0, 500);
}
