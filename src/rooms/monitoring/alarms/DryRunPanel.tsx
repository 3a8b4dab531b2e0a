import { useQuery } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useState } from 'react';
import type { DryAlarm, DryResult } from '#kernel/alarm/dryRun.ts';
import { defineWords, type Text } from '#kernel/language/text.ts';
import type { FormPanelProps } from '#kernel/register/panel.ts';
import { api } from '#web/api/client.ts';
import { useObservations } from '#web/api/queries.ts';
import { ReadingChart } from '#web/charts/ReadingChart.tsx';
import { FormProblem } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { useNow } from '#web/live/live.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { PriorityBadge } from '#web/theme/theme.tsx';
import './alarms.css';

const words = defineWords({
  title: { zh: '试算', en: 'Dry run' },
  hint: { zh: '用最近 30 天的历史数据试算，不产生报警。', en: 'Tries the rule on the last 30 days. Raises nothing.' },
  run: { zh: '试算最近 30 天', en: 'Try on the last 30 days' },
  cancel: { zh: '取消', en: 'Cancel' },
  cancelled: { zh: '试算已取消，至此 {n} 条。', en: 'Cancelled; {n} alarms so far.' },
  failed: { zh: '试算出错，已记录；规则未受影响，可重试。', en: 'The dry run failed and was reported; the rule is as it was, try again.' },
  would: { zh: '会产生 {n} 条报警', en: 'Would have raised {n} alarms' },
  from: { zh: '{points} 个测点，{readings} 个读数', en: '{points} points, {readings} readings' },
  suppressed: { zh: '另有 {n} 条并入信号源报警', en: '{n} more kept under the alarm about their source' },
  noVerdicts: { zh: '{n} 次无法判断（暂无数据或除以零）', en: '{n} times it could not tell (no data yet, division by zero)' },
  stale: { zh: '规则已改动，请重新试算。', en: 'The rule has changed; try it again.' },
  flood: { zh: '超过 {limit} 条，保存前须确认。', en: 'More than {limit}: must be confirmed before saving.' },
  confirm: { zh: '我确认 {n} 条', en: 'I confirm {n}' },
  confirmed: { zh: '已确认 {n} 条', en: '{n} confirmed' },
  first: { zh: '前 {n} 条', en: 'The first {n}' },
});

interface State {
  id: string;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  progress: number;
  limit: number;
  points: number;
  sentence: Text | null;
  result: DryResult;
}

const shown = 50;

/** Beside the form of a rule: what it would have raised over the stored days, before it is saved. */
export default function DryRunPanel({ id, set, values }: FormPanelProps) {
  const say = useText();
  const [started, setStarted] = useState<{ id: string; of: string } | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const { areaCode, confirmedAlarms, ...rule } = values;
  const asked = JSON.stringify({ ...rule, areaCode });
  const { data: run } = useQuery({
    queryKey: ['dryRun', started?.id ?? ''],
    enabled: started !== null,
    queryFn: ({ signal }) => api.get<State>(`/alarm-rules/dry-runs/${started?.id}`, { signal }),
    // No event tells of its progress.
    refetchInterval: (query) => (query.state.data?.state === 'running' || !query.state.data ? 400 : false),
  });
  const start = async () => {
    setError(null);
    try {
      const made = await api.post<State>('/alarm-rules/dry-runs', { ...rule, id, ...(areaCode ? { areaCode } : {}) });
      setStarted({ id: made.id, of: asked });
    } catch (failure) {
      setError(failure as Error);
    }
  };
  const isRunning = started !== null && (run === undefined || run.state === 'running');
  return (
    <section className="dry-run" aria-label={say(words.title)}>
      <header>
        <h2>{say(words.title)}</h2>
        <span>{say(words.hint)}</span>
        {isRunning ? (
          <Button onClick={() => void api.remove(`/alarm-rules/dry-runs/${started.id}`)}>{say(words.cancel)}</Button>
        ) : (
          <Button onClick={() => void start()}>{say(words.run)}</Button>
        )}
      </header>
      <FormProblem error={error} />
      {isRunning && <Progress percent={Math.round((run?.progress ?? 0) * 100)} aria-label={say(words.title)} />}
      {run && <Outcome run={run} isStale={started?.of !== asked} confirmed={confirmedAlarms} confirm={(n) => set('confirmedAlarms', n)} />}
    </section>
  );
}

interface OutcomeProps {
  run: State;
  isStale: boolean;
  confirmed: unknown;
  confirm: (alarms: number) => void;
}

function Outcome({ confirm, confirmed, isStale, run }: OutcomeProps) {
  const say = useText();
  const { alarms, items, noVerdicts, readings, suppressed } = run.result;
  if (run.state === 'failed') return <p role="alert">{say(words.failed)}</p>;
  if (run.state === 'cancelled') return <p role="status">{say(words.cancelled, { n: alarms })}</p>;
  const isFlood = run.state === 'done' && alarms > run.limit;
  return (
    <div role="status">
      <p className="dry-run-figure">
        <strong>{say(words.would, { n: alarms })}</strong> <span>{say(words.from, { points: run.points, readings })}</span>
      </p>
      {run.sentence && <p>{say(run.sentence)}</p>}
      {suppressed > 0 && <p>{say(words.suppressed, { n: suppressed })}</p>}
      {noVerdicts > 0 && <p>{say(words.noVerdicts, { n: noVerdicts })}</p>}
      {isStale && <p className="form-error">{say(words.stale)}</p>}
      {isFlood && !isStale && (
        <p className="form-error">
          {say(words.flood, { limit: run.limit })}{' '}
          {typeof confirmed === 'number' && confirmed >= alarms ? (
            say(words.confirmed, { n: confirmed })
          ) : (
            <Button size="small" danger onClick={() => confirm(alarms)}>
              {say(words.confirm, { n: alarms })}
            </Button>
          )}
        </p>
      )}
      {run.state === 'done' && items[0] && <Marks items={items} pointId={items[0].pointId} />}
      {items.length > 0 && <DryList items={items} />}
    </div>
  );
}

function DryList({ items }: { items: readonly DryAlarm[] }) {
  const say = useText();
  const list = items.slice(0, shown);
  return (
    <details open={items.length <= 10}>
      <summary>{say(words.first, { n: list.length })}</summary>
      <ol className="dry-run-list">
        {list.map((alarm) => (
          <li key={`${alarm.at} ${alarm.pointId} ${alarm.priority}`}>
            <time dateTime={alarm.at}>{dayAndTime(alarm.at)}</time> <PriorityBadge priority={alarm.priority} />
            <span>
              {alarm.stationName} · {alarm.pointName}
            </span>
            <span>{alarm.value === null ? '' : `${Number(alarm.value.toPrecision(7))} ${alarm.unit}`.trim()}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

const hourMs = 3_600_000;

/** The month of the first point with a mark at each alarm. */
function Marks({ items, pointId }: { items: readonly DryAlarm[]; pointId: string }) {
  const nowMs = useNow(hourMs);
  const [hours, setHours] = useState(720);
  const toMs = Math.ceil(nowMs / hourMs) * hourMs;
  const fromMs = toMs - hours * hourMs;
  const observations = useObservations(pointId, new Date(fromMs).toISOString(), new Date(toMs).toISOString());
  const marks = items.filter((alarm) => alarm.pointId === pointId).map(({ at }) => ({ atMs: Date.parse(at), label: '' }));
  return <ReadingChart observations={observations.data} fromMs={fromMs} toMs={toMs} hours={hours} onHours={setHours} marks={marks} />;
}
