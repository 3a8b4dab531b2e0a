import type { DomainEvent } from '#kernel/event/event.ts';

// The event stream of one browser (Server-Sent Events). Browsers allow six HTTP/1.1 connections per origin, so the tabs
// share one: the tab that holds the Web Lock reads the stream and passes everything on through a BroadcastChannel. Where
// either is missing (plain http on an intranet has no Web Locks), every tab reads its own.

export type StreamMessage =
  | { kind: 'hello'; serverNowMs: number; receivedAtMs: number }
  | { kind: 'events'; events: DomainEvent[] }
  /** What was missed is no longer held: reload everything. */
  | { kind: 'reset' }
  | { kind: 'state'; state: 'live' | 'reconnecting'; sinceMs: number }
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
  if (!canShare) return readStream(ports, () => undefined);

  const channel = new BroadcastChannel(name);
  const leaving = new AbortController();
  let stopReading: (() => void) | null = null;
  const latest = new Map<StreamMessage['kind'], StreamMessage>();

  channel.addEventListener('message', ({ data }: MessageEvent<StreamMessage>) => {
    if (data.kind === 'ask') {
      if (stopReading) for (const message of latest.values()) channel.postMessage(message);
    } else if (!stopReading) ports.receive(data);
  });
  channel.postMessage({ kind: 'ask' } satisfies StreamMessage);

  const lead = () => {
    stopReading = readStream(ports, (message) => {
      if (message.kind === 'hello' || message.kind === 'state') latest.set(message.kind, message);
      channel.postMessage(message);
    });
    return new Promise<void>((release) => leaving.signal.addEventListener('abort', () => release()));
  };
  void takeLead(leaving.signal, lead, () => ports.receive({ kind: 'reset' }));

  return () => {
    leaving.abort();
    stopReading?.();
    channel.close();
  };
}

/** Leads at once when no other tab does; else waits until that tab is gone, and then cannot know what happened between. */
async function takeLead(signal: AbortSignal, lead: () => Promise<void>, afterWaiting: () => void): Promise<void> {
  const wasFree = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock === null || signal.aborted) return false;
    await lead();
    return true;
  });
  if (wasFree || signal.aborted) return;
  try {
    await navigator.locks.request(name, { signal }, () => {
      afterWaiting();
      return lead();
    });
  } catch (error) {
    // Leaving while still waiting for the lock rejects the request; anything else is a fault.
    if (!signal.aborted) throw error;
  }
}

function readStream({ nowMs, receive }: StreamPorts, pass: (message: StreamMessage) => void): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let opened: EventSource | null = null;
  let failures = 0;

  const tell = (message: StreamMessage) => {
    receive(message);
    pass(message);
  };

  const open = () => {
    const current = new EventSource('/api/v1/events');
    source = current;
    current.addEventListener('open', () => {
      // The browser sends Last-Event-ID when it comes back by itself; a stream opened anew does not know what it missed.
      if (failures > 0 && current !== opened) tell({ kind: 'reset' });
      opened = current;
      failures = 0;
      tell({ kind: 'state', state: 'live', sinceMs: nowMs() });
    });
    current.addEventListener('hello', (event: MessageEvent<string>) => {
      const { now } = JSON.parse(event.data) as { now: string };
      tell({ kind: 'hello', serverNowMs: new Date(now).getTime(), receivedAtMs: nowMs() });
    });
    current.addEventListener('change', (event: MessageEvent<string>) =>
      tell({ kind: 'events', events: JSON.parse(event.data) as DomainEvent[] }),
    );
    current.addEventListener('reset', () => tell({ kind: 'reset' }));
    current.addEventListener('error', () => {
      if (failures === 0) tell({ kind: 'state', state: 'reconnecting', sinceMs: nowMs() });
      failures += 1;
      // An HTTP error closes the stream for good; then it is ours to open another.
      if (current.readyState !== EventSource.CLOSED) return;
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
