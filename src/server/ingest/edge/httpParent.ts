import type { ParentPort } from './edgeLink.ts';

// The parent over HTTP, with an API token whose scopes are read:edge and write:edge.

export interface EdgeConfig {
  /** Address of the parent, without a slash at the end. */
  parent: string;
  token: string;
  /** Our name there. */
  id: string;
}

const timeoutMs = 30_000;

export function httpParent({ parent, token, id }: EdgeConfig): ParentPort {
  const url = `${parent}/api/v1/edge/${encodeURIComponent(id)}`;

  async function ask(method: string, path: string, body?: unknown): Promise<number> {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`the parent answers ${response.status}: ${text.slice(0, 300)}`);
    const { position } = JSON.parse(text) as { position?: unknown };
    if (typeof position !== 'number' || !Number.isSafeInteger(position)) throw new Error('the parent answers without a position');
    return position;
  }

  return {
    progress: (last) => ask('GET', `/progress?last=${last}`),
    send: (stretch) => ask('POST', '/entries', stretch),
  };
}
