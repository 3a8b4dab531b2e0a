import { lazy, Suspense, useMemo, useState } from 'react';
import { systemClock } from '#kernel/clock/clock.ts';
import { useCompared } from '#web/api/profileQueries.ts';
import { useText } from '#web/language/language.tsx';
import { useMood } from '#web/theme/theme.tsx';
import { profileWords as words } from './profileWords.ts';

const CompareChart = lazy(() => import('#web/charts/CompareChart.tsx'));
const yearMs = 365 * 86_400_000;
const minuteMs = 60_000;

/** Several points over a year; every zoom asks the server for the extremes of the window on screen. */
export function ComparePoints({ pointIds }: { pointIds: readonly string[] }) {
  const say = useText();
  const { mood } = useMood();
  const [toMs] = useState(() => Math.ceil(systemClock.nowMs() / minuteMs) * minuteMs);
  const fromMs = toMs - yearMs;
  const [[shownFromMs, shownToMs], setShown] = useState<readonly [number, number]>([fromMs, toMs]);
  const answers = useCompared(pointIds, new Date(shownFromMs).toISOString(), new Date(shownToMs).toISOString());
  const key = answers.map((answer) => (answer ? `${answer.point.id} ${answer.items.length} ${answer.items[0]?.[0] ?? ''}` : '')).join();
  // The list is new at every render; what it holds is told by the key.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const observations = useMemo(() => answers.flatMap((answer) => (answer ? [answer] : [])), [key]);

  function show(nextFromMs: number, nextToMs: number): void {
    // A window a little wider than the screen, on whole minutes, so that a small shift asks for nothing.
    const from = Math.max(fromMs, Math.floor(nextFromMs / minuteMs) * minuteMs);
    const to = Math.min(toMs, Math.ceil(nextToMs / minuteMs) * minuteMs);
    if (to > from) setShown([from, to]);
  }

  return (
    <section className="panel case-panel profile-compare">
      <h2>{say(words.compareTitle)}</h2>
      <p className="case-quiet">{say(pointIds.length > 0 ? words.compareHint : words.chosen)}</p>
      <Suspense fallback={null}>
        <CompareChart observations={observations} fromMs={fromMs} toMs={toMs} mood={mood} label={say(words.compareTitle)} onWindow={show} />
      </Suspense>
    </section>
  );
}
