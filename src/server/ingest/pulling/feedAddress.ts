import type { StoredFeed } from '../../storage/departmentFeeds.ts';

const second = 1_000;
const shanghaiMs = 8 * 3_600_000;

/** The address to ask: with “since” where the platform takes it and something has been read before. */
export function addressOf(
  feed: Pick<StoredFeed, 'url' | 'sinceParameter' | 'sinceForm' | 'overlapSeconds'>,
  cursorAt: Date | null,
): string {
  if (!feed.sinceParameter || cursorAt === null) return feed.url;
  const url = new URL(feed.url);
  url.searchParams.set(feed.sinceParameter, sinceText(feed.sinceForm ?? 'iso', cursorAt.getTime() - feed.overlapSeconds * second));
  return url.href;
}

function sinceText(form: string, atMs: number): string {
  if (form === 'epochMs') return String(atMs);
  if (form === 'epochSeconds') return String(Math.floor(atMs / second));
  if (form === 'chinese') return new Date(atMs + shanghaiMs).toISOString().slice(0, 19).replace('T', ' ');
  return new Date(atMs).toISOString();
}

/** Seconds until the next attempt: the interval, doubled with each failure up to an hour or the interval, or what the platform asks for. */
export function pauseSeconds(everySeconds: number, failures: number, retryAfterSeconds: number | null): number {
  const longest = Math.max(everySeconds, 3_600);
  const backedOff = failures === 0 ? everySeconds : Math.min(longest, everySeconds * 2 ** Math.min(failures - 1, 20));
  return Math.max(backedOff, retryAfterSeconds ?? 0);
}
