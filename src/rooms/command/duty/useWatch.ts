import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import { heldBell, openBell, type Bell } from './bell.ts';
import { nagging, repeatSeconds, worstNew } from './deskOrder.ts';

// The watch: after 开始值守 the desk sounds for a new alarm, and again until a critical or high one is answered.

export interface Watch {
  /** The officer has started the watch, so the desk may sound. */
  isOn: boolean;
  isMuted: boolean;
  start: () => void;
  toggleMute: () => void;
  /** Ids of alarms that came while the page was open, for the flash. */
  fresh: ReadonlySet<string>;
  /** Why the watch could not start. */
  failure: Error | null;
}

/**
 * @param alarms open alarms; undefined while they load
 * @param notify called for a new alarm while the tab is hidden
 */
export function useWatch(alarms: readonly Alarm[] | undefined, notify: (alarm: Alarm) => void): Watch {
  const bell = useRef<Bell | null>(heldBell());
  const [isOn, setOn] = useState(() => heldBell() !== null);
  const [isMuted, setMuted] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const seen = useRef<Map<string, number> | null>(null);
  const tell = useEffectEvent(notify);
  const maySound = isOn && !isMuted;

  useEffect(() => {
    if (!alarms) return;
    const before = seen.current;
    seen.current = new Map(alarms.map((alarm) => [alarm.id, alarm.occurrences]));
    // What was there when the page opened is not new.
    if (!before) return;
    const added = alarms.filter((alarm) => (before.get(alarm.id) ?? 0) < alarm.occurrences);
    if (added.length > 0) setFresh(new Set(added.map((alarm) => alarm.id)));
    const worst = worstNew(before, alarms);
    if (!worst) return;
    if (maySound) bell.current?.ring(worst.priority);
    if (document.hidden) tell(worst);
  }, [alarms, maySound]);

  const urgent = alarms ? nagging(alarms) : null;
  const priority = urgent?.priority ?? null;
  useEffect(() => {
    const seconds = priority && repeatSeconds[priority];
    if (!maySound || !priority || !seconds) return undefined;
    const timer = setInterval(() => bell.current?.ring(priority), seconds * 1000);
    return () => clearInterval(timer);
  }, [maySound, priority]);

  const start = useCallback(() => {
    openBell().then(
      (opened) => {
        bell.current = opened;
        setFailure(null);
        setOn(true);
        // The officer hears at once that the sound works.
        opened.ring('low');
      },
      (error: unknown) => setFailure(error instanceof Error ? error : new Error(String(error))),
    );
    if ('Notification' in window && Notification.permission === 'default') void Notification.requestPermission();
  }, []);
  const toggleMute = useCallback(() => setMuted((before) => !before), []);

  return { isOn, isMuted, start, toggleMute, fresh, failure };
}
