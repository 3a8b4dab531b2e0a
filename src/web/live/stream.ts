import type { DomainEvent } from '#kernel/event/event.ts';

// The event stream of one browser (Server-Sent Events). Browsers allow six HTTP/1.1 connections per origin, so the tabs
// share one: the tab that holds the Web Lock reads the stream and passes everything on through a BroadcastChannel. Where
// either is missing (plain http on an intranet has no Web Locks), every tab reads its own.

export type StreamMessage =
  | { kind: 'hello'; serverNowMs: number; receivedAtMs: number }
  /** `place` is where the stream stands after these events; whoever reads on later begins there. */
  | { kind: 'events'; events: DomainEvent[]; place: string }
  /** What was missed is no longer held: reload everything. */
  | { kind: 'reset'; place: string }
  | { kind: 'state'; state: 'live' | 'reconnecting'; sinceMs: number }
  /** The server refused the stream: perhaps the session is over. */
  | { kind: 'refused' }
  /** A tab that came late asks how things stand. */
  | { kind: 'ask' };

const name = 'anlan.live';
const retryMs = [1000, 2000, 5000, 10_000];

export interface StreamPorts {
  nowMs: () => number;
  receive: (message: StreamMessage) => void;
}

/** Opens the stream, or joins the one another tab has; returns the way to leave. */
export function joinStream(ports: StreamPorts): () => void {
  const canShare = 'locks' in navigator && typeof BroadcastChannel !== 'undefined';
  if (!canShare) return readStream(ports, '', () => undefined);

  const channel = new BroadcastChannel(name);
  const leaving = new AbortController();
  const latest = new Map<StreamMessage['kind'], StreamMessage>();
  let stopReading: (() => void) | null = null;
  let place = '';

  channel.addEventListener('message', ({ data }: MessageEvent<StreamMessage>) => {
    if (data.kind === 'ask') {
      if (stopReading) for (const message of latest.values()) channel.postMessage(message);
    } else if (!stopReading) {
      if ('place' in data) place = data.place;
      ports.receive(data);
    }
  });
  channel.postMessage({ kind: 'ask' } satisfies StreamMessage);

  const lead = () => {
    // Left before the lead was ours: a stream opened now would never be closed.
    if (leaving.signal.aborted) return Promise.resolve();
    // Goes on where the tab before stopped, so nothing between is lost.
    stopReading = readStream(ports, place, (message) => {
      if (message.kind === 'hello' || message.kind === 'state') latest.set(message.kind, message);
      channel.postMessage(message);
    });
    return new Promise<void>((release) => leaving.signal.addEventListener('abort', () => release()));
  };
  void takeLead(leaving.signal, lead);

  return () => {
    leaving.abort();
    stopReading?.();
    channel.close();
  };
}

async function takeLead(signal: AbortSignal, lead: () => Promise<void>): Promise<void> {
  try {
    await navigator.locks.request(name, { signal }, lead);
  } catch (error) {
    // Leaving while still waiting for the lock rejects the request; anything else is a fault.
    if (!signal.aborted) throw error;
  }
}

function readStream({ nowMs, receive }: StreamPorts, begin: string, pass: (message: StreamMessage) => void): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let place = begin;

  const tell = (message: StreamMessage) => {
    receive(message);
    pass(message);
  };

  const open = () => {
    const current = new EventSource(place === '' ? '/api/v1/events' : `/api/v1/events?since=${encodeURIComponent(place)}`);
    source = current;
    current.addEventListener('open', () => {
      failures = 0;
      tell({ kind: 'state', state: 'live', sinceMs: nowMs() });
    });
    current.addEventListener('hello', (event: MessageEvent<string>) => {
      // With a place to go on from, what was missed follows; only then is the new place reached.
      if (place === '') place = event.lastEventId;
      const { now } = JSON.parse(event.data) as { now: string };
      tell({ kind: 'hello', serverNowMs: new Date(now).getTime(), receivedAtMs: nowMs() });
    });
    current.addEventListener('change', (event: MessageEvent<string>) => {
      place = event.lastEventId;
      tell({ kind: 'events', events: JSON.parse(event.data) as DomainEvent[], place });
    });
    current.addEventListener('reset', (event: MessageEvent<string>) => {
      place = event.lastEventId;
      tell({ kind: 'reset', place });
    });
    current.addEventListener('error', () => {
      if (failures === 0) tell({ kind: 'state', state: 'reconnecting', sinceMs: nowMs() });
      failures += 1;
      if (current.readyState === EventSource.CLOSED) tell({ kind: 'refused' });
      // Ours to open again: the browser's own way back would not tell the place this tab took over from another.
      current.close();
      clearTimeout(timer);
      timer = setTimeout(open, retryMs[Math.min(failures - 1, retryMs.length - 1)]);
    });
  };
  open();

  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
