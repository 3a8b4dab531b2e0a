import { useCallback, useEffect, useRef, useState } from 'react';
import { systemClock } from '#kernel/clock/clock.ts';

// What somebody is typing, kept in this browser until it is sent: an expired session, a reload or a flat battery loses
// nothing. It never leaves the computer, and it is forgotten as soon as the server has it.

const prefix = 'anlan.draft.';
const pauseMs = 400;
/** Older drafts are rubbish of a long gone day. */
const keptForMs = 7 * 24 * 3_600_000;

interface Kept<T> {
  atMs: number;
  value: T;
}

export interface KeptDraft<T> {
  value: T;
  change: (next: (before: T) => T) => void;
  /** When the content found at the start was kept, epoch milliseconds; null when there was none. */
  restoredAtMs: number | null;
  /** When it was last kept; null when nothing was typed yet. */
  keptAtMs: number | null;
  /** The browser refuses to keep it (private window, full storage). */
  cannotKeep: boolean;
  /** Forgets what is kept; with a value, starts again from it. */
  forget: (value?: T) => void;
}

function read<T>(key: string): Kept<T> | null {
  const text = localStorage.getItem(prefix + key);
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as Kept<T>;
    return systemClock.nowMs() - kept.atMs < keptForMs ? kept : null;
  } catch {
    // Written by nobody we know: as good as nothing.
    return null;
  }
}

/**
 * A value that survives the page.
 * @param key name of the draft, unique for its account and what it is about
 * @param start the value when nothing is kept
 */
export function useKeptDraft<T>(key: string, start: T): KeptDraft<T> {
  const [found] = useState(() => read<T>(key));
  const [value, setValue] = useState<T>(found?.value ?? start);
  const [restoredAtMs, setRestoredAtMs] = useState(found?.atMs ?? null);
  const [keptAtMs, setKeptAtMs] = useState<number | null>(null);
  const [cannotKeep, setCannotKeep] = useState(false);
  const waiting = useRef<{ value: T; timer: ReturnType<typeof setTimeout> } | null>(null);

  const flush = useCallback(() => {
    const held = waiting.current;
    if (!held) return;
    clearTimeout(held.timer);
    waiting.current = null;
    const atMs = systemClock.nowMs();
    try {
      localStorage.setItem(prefix + key, JSON.stringify({ atMs, value: held.value } satisfies Kept<T>));
      setKeptAtMs(atMs);
      setCannotKeep(false);
    } catch {
      setCannotKeep(true);
    }
  }, [key]);

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  // Not inside the setter of the state: React may run that later than a `forget` that follows.
  const latest = useRef(value);
  const change = useCallback(
    (next: (before: T) => T) => {
      latest.current = next(latest.current);
      setValue(latest.current);
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { value: latest.current, timer: setTimeout(flush, pauseMs) };
    },
    [flush],
  );
  const forget = useCallback(
    (next?: T) => {
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = null;
      localStorage.removeItem(prefix + key);
      setKeptAtMs(null);
      setRestoredAtMs(null);
      if (next === undefined) return;
      latest.current = next;
      setValue(next);
    },
    [key],
  );
  return { value, change, restoredAtMs, keptAtMs, cannotKeep, forget };
}
