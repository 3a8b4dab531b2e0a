import type { Deadline } from '#kernel/clock/deadline.ts';
import { defineWords } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';
import { useNow } from '#web/live/live.tsx';
import { readCountdown } from '#web/theme/countdown.ts';
import { Countdown } from '#web/theme/theme.tsx';
import './cases.css';

const words = defineWords({
  ended: { zh: '期满', en: 'Period over' },
  paused: { zh: '已暂停', en: 'Paused' },
});

/** The countdown of a deadline; a paused one stands still and says so, the end of a period of notice is no lateness. */
export function TimeLeft({ deadline }: { deadline: Pick<Deadline, 'dueAt' | 'pausedAt' | 'waits'> }) {
  const say = useText();
  const { dueAt, pausedAt } = deadline;
  const isOver = useNow(1000) > new Date(dueAt).getTime();
  if (deadline.waits && isOver) return <span className="countdown countdown-row countdown-paused">{say(words.ended)}</span>;
  if (pausedAt === null || pausedAt === undefined) return <Countdown dueAt={dueAt} />;
  const reading = readCountdown(new Date(dueAt).getTime(), new Date(pausedAt).getTime());
  return (
    <span className="countdown countdown-row countdown-paused">
      <span className="countdown-word">{say(words.paused)}</span>
      <span className="countdown-digits">{say(reading.digits)}</span>
    </span>
  );
}
