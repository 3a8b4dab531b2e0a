import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { alarmStates, type Alarm } from '#kernel/alarm/alarm.ts';
import type { RecordOf } from '#kernel/register/register.ts';
import type { stations } from '#rooms/monitoring/stations/stations.register.ts';
import { useObservations, useRecord } from '#web/api/queries.ts';
import { CallTimeline } from '#web/calling/CallTimeline.tsx';
import { ReadingChart, type ChartMark } from '#web/charts/ReadingChart.tsx';
import { useLanguage, useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { dayAndTime, shortMoment } from '#web/page/moments.ts';
import { DemoTag, PriorityBadge } from '#web/theme/theme.tsx';
import { AlarmActs } from './AlarmActs.tsx';
import { ageText, lineWords, valueText } from './alarmWords.ts';
import { deskWords } from './deskWords.ts';

interface AlarmPanelProps {
  alarm: Alarm;
  place: string;
  nowMs: number;
  onClose: () => void;
  onOpenIncident: () => void;
}

/** Everything about the selected alarm, and what to do with it. */
export function AlarmPanel({ alarm, place, nowMs, onClose, onOpenIncident }: AlarmPanelProps) {
  const t = useText();
  const { language } = useLanguage();
  const station = useRecord<RecordOf<typeof stations>>('stations', alarm.stationId);
  const contact = station.data?.contact ?? null;
  const value = valueText(alarm.value, alarm.unit);
  const limit = valueText(alarm.limit, alarm.unit);
  const peak = valueText(alarm.peak, alarm.unit);
  return (
    <article className="desk-detail" aria-label={t(deskWords.details)}>
      <header className="desk-detail-head">
        <div>
          <PriorityBadge priority={alarm.priority} />
          <DemoTag shown={alarm.demo} />
        </div>
        <Button type="text" onClick={onClose}>
          {t(deskWords.close)}
        </Button>
        <h2>{t(alarm.text)}</h2>
      </header>
      <AlarmActs key={alarm.id} alarm={alarm} onOpenIncident={onOpenIncident} />
      <dl className="desk-facts">
        <dt>{t(deskWords.point)}</dt>
        <dd>
          {alarm.stationName} · {alarm.pointName}
        </dd>
        <dt>{t(deskWords.place)}</dt>
        <dd>
          {place}
          {contact && (
            <a className="desk-call" href={`tel:${contact}`}>
              {t(deskWords.call)} {contact}
            </a>
          )}
        </dd>
        <dt>{t(deskWords.since)}</dt>
        <dd>
          {dayAndTime(alarm.raisedAt, true)} · {ageText(new Date(alarm.raisedAt).getTime(), nowMs, t, language)}
        </dd>
        <dt>{t(deskWords.raisedValue)}</dt>
        <dd>
          {alarm.suppressedCount > 0 ? '—' : (value ?? t(deskWords.noData))}
          {limit && (
            <span className="desk-facts-quiet">
              {t(deskWords.limit)} {limit}
            </span>
          )}
        </dd>
        {peak && peak !== value && (
          <>
            <dt>{t(deskWords.peak)}</dt>
            <dd>{peak}</dd>
          </>
        )}
        <dt>{t(deskWords.state)}</dt>
        <dd>
          {t(alarmStates[alarm.state])}
          {alarm.shelf && (
            <span className="desk-facts-quiet">
              {t(deskWords.shelvedUntil, { by: alarm.shelf.by, until: shortMoment(alarm.shelf.until, nowMs), reason: alarm.shelf.reason })}
            </span>
          )}
          {alarm.suppressedBy && <span className="desk-facts-quiet">{t(deskWords.suppressedHere)}</span>}
          {alarm.suppressedCount > 0 && (
            <span className="desk-facts-quiet">{t(deskWords.suppressedCount, { n: alarm.suppressedCount })}</span>
          )}
        </dd>
        {alarm.ruleSentence && (
          <>
            <dt>{t(deskWords.rule)}</dt>
            <dd>
              <PageLink to={`/registers/alarmRules/${alarm.ruleId}`}>{t(deskWords.ruleVersion, { n: alarm.ruleVersion })}</PageLink>{' '}
              {t(alarm.ruleSentence)}
            </dd>
          </>
        )}
      </dl>
      <AlarmChart alarm={alarm} nowMs={nowMs} />
      <CallTimeline alarmId={alarm.id} />
      <h3>{t(deskWords.timeline)}</h3>
      <ol className="desk-lines">
        {alarm.lines.toReversed().map((line) => (
          <li key={`${line.at} ${line.kind}`}>
            <time dateTime={line.at}>{shortMoment(line.at, nowMs)}</time>
            <span>
              <strong>{t(lineWords[line.kind])}</strong> {line.actor}
              {line.text && <span className="desk-line-text">{line.text}</span>}
            </span>
          </li>
        ))}
      </ol>
    </article>
  );
}

/** The window moves on each whole minute, so that a tick of the clock asks for nothing. */
const stepMs = 60_000;

function AlarmChart({ alarm, nowMs }: { alarm: Alarm; nowMs: number }) {
  const t = useText();
  const [hours, setHours] = useState(6);
  const toMs = Math.ceil(nowMs / stepMs) * stepMs;
  const fromMs = toMs - hours * 3_600_000;
  const observations = useObservations(alarm.pointId, new Date(fromMs).toISOString(), new Date(toMs).toISOString());
  const marks = useMemo<ChartMark[]>(
    () =>
      alarm.lines
        .filter((line) => line.kind === 'raised' || line.kind === 'raisedAgain')
        .map((line) => ({ atMs: new Date(line.at).getTime(), label: t(lineWords[line.kind]) })),
    [alarm.lines, t],
  );
  return (
    <ReadingChart
      observations={observations.data?.point.id === alarm.pointId ? observations.data : undefined}
      fromMs={fromMs}
      toMs={toMs}
      hours={hours}
      onHours={setHours}
      marks={marks}
      height={200}
    />
  );
}
