import { NetworkFailure, readProblem } from './problem.ts';

export { ApiProblem, NetworkFailure } from './problem.ts';

// The only place that calls the server. The session is a cookie the browser sends by itself.

export interface CallOptions {
  /** Version the caller saw; sent as If-Match, the server answers 412 when somebody was faster. */
  version?: number;
  /** Key under which a repeated send is recognised; the id of what is created serves. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

export type Query = Record<string, string | number | boolean | null | undefined>;

/** Keeps answers on the device and finds them again when the server is away. */
export interface AnswerKeeper {
  keep(path: string, body: unknown): void;
  find(path: string): Promise<{ body: unknown } | null>;
}

let keeper: AnswerKeeper | null = null;

/** Sets who keeps answers; null: nobody. */
export function keepAnswersWith(next: AnswerKeeper | null): void {
  keeper = next;
}

type Listener = () => void;
const sessionLost = new Set<Listener>();

/** Calls `listener` when the server says the session is over (401); returns the way to stop. */
export function onSessionLost(listener: Listener): () => void {
  sessionLost.add(listener);
  return () => void sessionLost.delete(listener);
}

/** `path` with a query string; empty, null and undefined values are left out. */
export function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.append(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function call<T>(method: string, path: string, body: unknown, options: CallOptions): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json';
  if (options.version !== undefined) headers['if-match'] = `"${options.version}"`;
  if (options.idempotencyKey !== undefined) headers['idempotency-key'] = options.idempotencyKey;

  let answer: Response;
  let parsed: unknown;
  try {
    const sent = body === undefined ? null : isForm ? body : JSON.stringify(body);
    answer = await fetch(`/api/v1${path}`, { method, headers, body: sent, signal: options.signal ?? null });
    parsed = parse(await answer.text());
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new NetworkFailure(cause);
  }
  if (answer.ok) return parsed as T;
  // A wrong password answers 401 too; only a lost session ends the page.
  if (answer.status === 401 && !path.startsWith('/session')) for (const listener of sessionLost) listener();
  // A proxy answers for a server that is away.
  if (answer.status === 502 || answer.status === 504) throw new NetworkFailure(answer.status);
  throw readProblem(answer.status, parsed);
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // An answer that is no JSON (a proxy's error page) is reported by its status alone.
    return undefined;
  }
}

/** Asks the server; while it is away, what it answered last stands in, if that was kept. */
async function read<T>(path: string, options: CallOptions): Promise<T> {
  try {
    const answer = await call<T>('GET', path, undefined, options);
    keeper?.keep(path, answer);
    return answer;
  } catch (error) {
    const found = error instanceof NetworkFailure ? await keeper?.find(path) : null;
    if (!found) throw error;
    return found.body as T;
  }
}

/** Calls under /api/v1; the caller names the type of the answer. Throws ApiProblem or NetworkFailure. */
export const api = {
  get: <T>(path: string, options: CallOptions = {}) => read<T>(path, options),
  post: <T>(path: string, body?: unknown, options: CallOptions = {}) => call<T>('POST', path, body, options),
  patch: <T>(path: string, body: unknown, options: CallOptions = {}) => call<T>('PATCH', path, body, options),
  remove: <T = void>(path: string, options: CallOptions = {}) => call<T>('DELETE', path, undefined, options),
};
