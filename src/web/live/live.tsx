import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react';
import { systemClock } from '#kernel/clock/clock.ts';
import type { DomainEvent } from '#kernel/event/event.ts';
import { keys } from '#web/api/keys.ts';
import { applyEvents, refresh } from './apply.ts';
import { joinStream, type StreamMessage } from './stream.ts';

// The live connection as pages see it: is it up and since when, what happened, and what time the server has.

export type LinkState = 'live' | 'reconnecting' | 'offline';
export interface Connection {
  state: LinkState;
  /** Browser time in milliseconds at which the state began. */
  sinceMs: number;
}

type Handler = (events: readonly DomainEvent[]) => void;

interface Live {
  connection: Connection;
  handlers: Set<Handler>;
  /** Server time minus browser time, milliseconds. */
  offsetMs: number;
}

const LiveContext = createContext<Live>({ connection: { state: 'reconnecting', sinceMs: 0 }, handlers: new Set(), offsetMs: 0 });

/** A stream that is away for longer counts as disconnected, and pages say so. */
const patienceMs = 15_000;
/** Queries are asked again at most this often, however fast events come. */
const refreshEveryMs = 1000;

/** Holds the stream while somebody is logged in. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [handlers] = useState(() => new Set<Handler>());
  const [link, setLink] = useState<Connection>(() => ({ state: 'reconnecting', sinceMs: systemClock.nowMs() }));
  const [offsetMs, setOffsetMs] = useState(0);
  const networkLostMs = useNetworkLost();

  useEffect(() => {
    const waiting = new Map<string, QueryKey>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lastMs = 0;
    const flush = () => {
      timer = undefined;
      lastMs = systemClock.nowMs();
      refresh(client, [...waiting.values()]);
      waiting.clear();
    };
    const receive = (message: StreamMessage) => {
      if (message.kind === 'hello') setOffsetMs(message.serverNowMs - message.receivedAtMs);
      if (message.kind === 'state') setLink({ state: message.state, sinceMs: message.sinceMs });
      if (message.kind === 'reset') void client.invalidateQueries();
      if (message.kind === 'refused') void client.invalidateQueries({ queryKey: keys.session() });
      if (message.kind !== 'events') return;
      for (const key of applyEvents(client, message.events)) waiting.set(JSON.stringify(key), key);
      for (const handler of handlers) handler(message.events);
      timer ??= setTimeout(flush, Math.max(0, lastMs + refreshEveryMs - systemClock.nowMs()));
    };
    const leave = joinStream({ nowMs: () => systemClock.nowMs(), receive });
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [client, handlers]);

  const isLong = useHasLasted(link.state === 'reconnecting', patienceMs);
  const connection = useMemo<Connection>(() => {
    if (networkLostMs !== null) return { state: 'offline', sinceMs: networkLostMs };
    return isLong ? { state: 'offline', sinceMs: link.sinceMs } : link;
  }, [link, networkLostMs, isLong]);
  const live = useMemo(() => ({ connection, handlers, offsetMs }), [connection, handlers, offsetMs]);
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>;
}

/** Whether something has been so for `ms` milliseconds without a break. */
function useHasLasted(isSo: boolean, ms: number): boolean {
  const [hasLasted, setHasLasted] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setHasLasted(true), ms);
    return () => {
      clearTimeout(timer);
      setHasLasted(false);
    };
  }, [isSo, ms]);
  return hasLasted;
}

/** Browser time since which the machine has no network, or null. */
function useNetworkLost(): number | null {
  const [lostMs, setLostMs] = useState<number | null>(() => (navigator.onLine ? null : systemClock.nowMs()));
  useEffect(() => {
    const lost = () => setLostMs(systemClock.nowMs());
    const back = () => setLostMs(null);
    window.addEventListener('offline', lost);
    window.addEventListener('online', back);
    return () => {
      window.removeEventListener('offline', lost);
      window.removeEventListener('online', back);
    };
  }, []);
  return lostMs;
}

/** Hears every event of the live stream while the component stands. */
export function useEvents(handler: Handler): void {
  const { handlers } = useContext(LiveContext);
  const hear = useEffectEvent(handler);
  useEffect(() => {
    const own: Handler = (events) => hear(events);
    handlers.add(own);
    return () => void handlers.delete(own);
  }, [handlers]);
}

export function useConnection(): Connection {
  return useContext(LiveContext).connection;
}

/** The server's time in epoch milliseconds, renewed every `everyMs`. Countdowns use it: a desk's own clock may be wrong. */
export function useNow(everyMs = 1000): number {
  const { offsetMs } = useContext(LiveContext);
  const [nowMs, setNowMs] = useState(() => systemClock.nowMs());
  useEffect(() => {
    // Ticks fall on whole steps, so all countdowns of a page change together.
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      setNowMs(systemClock.nowMs());
      timer = setTimeout(tick, everyMs - ((systemClock.nowMs() + offsetMs) % everyMs));
    };
    tick();
    return () => clearTimeout(timer);
  }, [everyMs, offsetMs]);
  return nowMs + offsetMs;
}
