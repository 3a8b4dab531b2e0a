import type { Alarm } from '#kernel/alarm/alarm.ts';
import type { DomainEvent } from '#kernel/event/event.ts';

// An open duty desk: the live stream as a browser reads it.

export interface Desk {
  close(): void;
}

/** @param hear is told of every alarm raised, with the time at which its bytes were here */
export async function openDesk(url: string, token: string, hear: (alarm: Alarm, atMs: number) => void): Promise<Desk> {
  const abort = new AbortController();
  const answer = await fetch(`${url}/api/v1/events`, { headers: { authorization: `Bearer ${token}` }, signal: abort.signal });
  if (answer.body === null || !answer.ok) throw new Error(`the live stream answered ${answer.status}`);
  void read(answer.body, hear).catch((error: unknown) => {
    if (!abort.signal.aborted) console.error('the live stream broke off', error);
  });
  return { close: () => abort.abort() };
}

async function read(body: ReadableStream<Uint8Array>, hear: (alarm: Alarm, atMs: number) => void): Promise<void> {
  const decoder = new TextDecoder();
  let held = '';
  for await (const bytes of body) {
    const atMs = performance.now();
    held += decoder.decode(bytes, { stream: true });
    const blocks = held.split('\n\n');
    held = blocks.pop() ?? '';
    for (const block of blocks) for (const alarm of raisedIn(block)) hear(alarm, atMs);
  }
}

function raisedIn(block: string): Alarm[] {
  const lines = block.split('\n');
  const data = lines.find((line) => line.startsWith('data: '))?.slice(6);
  if (data === undefined || !lines.includes('event: change')) return [];
  const events = JSON.parse(data) as DomainEvent[];
  return events.filter(({ type }) => type === 'alarm.raised').map((event) => event.data['alarm'] as Alarm);
}
