import type { Language } from '#kernel/language/text.ts';

// Instants as people of the county read them: Asia/Shanghai, 24 hours, whatever zone the desk's computer is set to.

const zone = 'Asia/Shanghai';
const formats = new Map<string, Intl.DateTimeFormat>();

function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const held = formats.get(name);
  if (held) return held;
  // sv-SE writes dates as ISO does: 2026-07-01 03:04:05.
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hourCycle: 'h23', ...options });
  formats.set(name, made);
  return made;
}

const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const time = { hour: '2-digit', minute: '2-digit' } as const;

/** `2026-07-01 03:04` (seconds on request). */
export function dayAndTime(at: string | number, withSeconds = false): string {
  const options = { ...day, ...time, ...(withSeconds ? { second: '2-digit' as const } : {}) };
  return format(withSeconds ? 'second' : 'minute', options).format(new Date(at));
}

/** `2026-07-01`, the local date of an instant. */
export function dayOf(at: string | number): string {
  return format('day', day).format(new Date(at));
}

/** `03:04` or `03:04:05`. */
export function timeOf(at: string | number, withSeconds = false): string {
  return format(withSeconds ? 'timeSecond' : 'time', withSeconds ? { ...time, second: '2-digit' } : time).format(new Date(at));
}

/** Time alone when the instant is on today's local date, else with month and day. */
export function shortMoment(at: string | number, nowMs: number): string {
  return dayOf(at) === dayOf(nowMs) ? timeOf(at) : dayAndTime(at).slice(5);
}

/** A span in whole words: 3 分钟, 2 小时, 5 天. */
export function spanWords(ms: number, language: Language): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  if (minutes < 1) return language === 'zh' ? '不到 1 分钟' : 'less than a minute';
  if (minutes < 60) return language === 'zh' ? `${minutes} 分钟` : `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return language === 'zh' ? `${hours} 小时` : `${hours} h`;
  const days = Math.floor(hours / 24);
  return language === 'zh' ? `${days} 天` : `${days} d`;
}

/** The county's wall clock of an instant, `2026-07-01T03:04`, for a picker. */
export function instantToWall(at: string | number): string {
  return dayAndTime(at).replace(' ', 'T');
}

/** The instant of a wall clock reading in the county. China has kept +08:00 without summer time since 1991. */
export function wallToInstant(wall: string): string {
  return new Date(`${wall}:00+08:00`).toISOString();
}
