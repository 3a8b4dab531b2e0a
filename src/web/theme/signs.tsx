import { type AlarmPriority, alarmPriorities } from '#kernel/alarm/alarm.ts';
import { defineWords, type Text } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';
import { useNow } from '#web/live/live.tsx';
import { readCountdown } from './countdown.ts';
import type { Level } from './tokens.ts';

// Signs that mean the same on every page. Colour is never the only sign: a level has its character, a priority its shape,
// overdue its word.

export const levels = {
  red: { sign: { zh: '红', en: 'R' }, name: { zh: '红色（Ⅰ级）', en: 'Red (level I)' } },
  orange: { sign: { zh: '橙', en: 'O' }, name: { zh: '橙色（Ⅱ级）', en: 'Orange (level II)' } },
  yellow: { sign: { zh: '黄', en: 'Y' }, name: { zh: '黄色（Ⅲ级）', en: 'Yellow (level III)' } },
  blue: { sign: { zh: '蓝', en: 'B' }, name: { zh: '蓝色（Ⅳ级）', en: 'Blue (level IV)' } },
} satisfies Record<Level, { sign: Text; name: Text }>;

const words = defineWords({
  overdue: { zh: '超时', en: 'Overdue' },
  demo: { zh: '演示', en: 'Demo' },
  demoHint: { zh: '演示数据，不是真实记录', en: 'Demo data, not a real record' },
});

/** Warning level: a filled square with its character. `named` adds the full name beside it. */
export function LevelBadge({ level, named = false }: { level: Level; named?: boolean }) {
  const say = useText();
  const { sign, name } = levels[level];
  return (
    <span className="level" title={say(name)}>
      <span className={`level-sign level-${level}`} aria-hidden={named}>
        {say(sign)}
      </span>
      {named ? <span className="level-name">{say(name)}</span> : <span className="unseen">{say(name)}</span>}
    </span>
  );
}

const priorityShapes: Record<AlarmPriority, string> = {
  critical: 'M8 1 15 14H1Z',
  high: 'M8 1 15 8 8 15 1 8Z',
  medium: 'M2 2H14V14H2Z',
  low: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12Z',
};

/** Alarm priority: its own scale, told by shape and word. */
export function PriorityBadge({ priority }: { priority: AlarmPriority }) {
  const say = useText();
  return (
    <span className={`priority priority-${priority}`}>
      <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
        <path d={priorityShapes[priority]} />
      </svg>
      {say(alarmPriorities[priority])}
    </span>
  );
}

/** Time left until `dueAt` by the server's clock; past it red, with the word for overdue. */
export function Countdown({ dueAt, size = 'row' }: { dueAt: string; size?: 'row' | 'small' }) {
  const say = useText();
  const reading = readCountdown(new Date(dueAt).getTime(), useNow(1000));
  return (
    <span className={`countdown countdown-${size}${reading.isOverdue ? ' overdue' : ''}`} role="timer" aria-label={say(reading.words)}>
      {reading.isOverdue && <span className="countdown-word">{say(words.overdue)}</span>}
      <span className="countdown-digits">{say(reading.digits)}</span>
    </span>
  );
}

/** Marks a record of the demo story; `shown` false draws nothing, so a cell can pass `record.demo`. */
export function DemoTag({ shown = true }: { shown?: boolean }) {
  const say = useText();
  if (!shown) return null;
  return (
    <span className="demo-tag" title={say(words.demoHint)}>
      {say(words.demo)}
    </span>
  );
}
