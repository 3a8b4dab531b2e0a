// Keeps the program itself on the device: the page and every part of it, so that it opens without network. What the server
// answers under /api is never touched here: the page keeps what it needs (keptAnswers.ts). The build writes the list of
// files before this one (`anlanFiles`, vite.config.ts).

interface Waiting extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface Fetching extends Waiting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Worker {
  readonly anlanFiles?: { revision: string; files: readonly string[] };
  readonly location: Location;
  readonly caches: CacheStorage;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}

const worker = globalThis as unknown as Worker;
const { revision, files } = worker.anlanFiles ?? { revision: '', files: [] };
const prefix = 'anlan-';
const cacheName = `${prefix}${revision}`;
const page = '/index.html';
/** On a weak signal the page kept here opens sooner than the one the server would send. */
const patienceMs = 3_000;

worker.addEventListener('install', (event) => event.waitUntil(fill().then(() => worker.skipWaiting())));

worker.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => worker.clients.claim())));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (/^\/(api|feeds|ogc|sta|healthz|readyz|metrics)(\/|$)/.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(openPage(request));
  else if (pathname.startsWith('/assets/') || files.includes(pathname)) event.respondWith(part(request));
});

async function fill(): Promise<void> {
  const cache = await worker.caches.open(cacheName);
  await Promise.all([cache.add(new Request(page, { cache: 'reload' })), cache.addAll(files.filter((file) => file !== page))]);
}

/** Leaves the newest state before this one: a tab may still be made of it. */
async function tidy(): Promise<void> {
  const older = (await worker.caches.keys()).filter((each) => each.startsWith(prefix) && each !== cacheName);
  await Promise.all(older.slice(0, -1).map((each) => worker.caches.delete(each)));
}

async function openPage(request: Request): Promise<Response> {
  const kept = await (await worker.caches.open(cacheName)).match(page, { ignoreVary: true });
  if (!kept) return fetch(request);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patienceMs) });
    // A proxy that stands in for a server that is away answers too.
    return answer.status >= 500 ? kept : answer;
  } catch {
    return kept;
  }
}

async function part(request: Request): Promise<Response> {
  return (await worker.caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

export {};
