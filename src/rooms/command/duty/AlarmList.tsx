import { useEffect, useRef } from 'react';
import { alarmStates, type Alarm } from '#kernel/alarm/alarm.ts';
import { groupAlarms } from '#kernel/alarm/grouping.ts';
import { useLanguage, useText } from '#web/language/language.tsx';
import { isAnswered } from '#web/map/drawn.ts';
import { shortMoment } from '#web/page/moments.ts';
import { DemoTag, PriorityBadge } from '#web/theme/theme.tsx';
import { AlarmGroupRow } from './AlarmGroupRow.tsx';
import { ageText, valueText } from './alarmWords.ts';
import { deskWords } from './deskWords.ts';

interface AlarmListProps {
  alarms: readonly Alarm[];
  selected: string | null;
  /** Alarms that came while the page was open: their rows flash once. */
  fresh: ReadonlySet<string>;
  placeName: (areaCode: string) => string;
  nowMs: number;
  onSelect: (alarm: Alarm) => void;
}

/** Open alarms in desk order, one row each; many of one cause and place in one line that opens. */
export function AlarmList({ alarms, selected, fresh, placeName, nowMs, onSelect }: AlarmListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (selected) list.current?.querySelector(`[data-alarm="${CSS.escape(selected)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const row = (alarm: Alarm) => (
    <li key={alarm.id} data-alarm={alarm.id} className={fresh.has(alarm.id) ? 'desk-fresh' : undefined}>
      <AlarmRow
        alarm={alarm}
        isSelected={alarm.id === selected}
        place={placeName(alarm.areaCode)}
        nowMs={nowMs}
        onSelect={() => onSelect(alarm)}
      />
    </li>
  );
  return (
    <ul className="desk-alarms" ref={list}>
      {groupAlarms(alarms).map((group) =>
        group.kind === 'one' ? (
          row(group.alarm)
        ) : (
          <li key={group.key}>
            <AlarmGroupRow group={group} place={group.kind === 'cause' ? placeName(group.areaCode) : ''} holds={selected}>
              {group.alarms.map(row)}
            </AlarmGroupRow>
          </li>
        ),
      )}
    </ul>
  );
}

interface AlarmRowProps {
  alarm: Alarm;
  isSelected: boolean;
  place: string;
  nowMs: number;
  onSelect: () => void;
}

function AlarmRow({ alarm, isSelected, place, nowMs, onSelect }: AlarmRowProps) {
  const t = useText();
  const { language } = useLanguage();
  const raisedMs = new Date(alarm.raisedAt).getTime();
  const value = valueText(alarm.value, alarm.unit);
  const limit = valueText(alarm.limit, alarm.unit);
  const answered = isAnswered(alarm);
  // A contact that closed (fire alarm = 1) says all in its text.
  const isSwitch = alarm.unit === '' && alarm.limit === null && alarm.value !== null;
  return (
    <button
      type="button"
      className={`desk-alarm${answered ? ' desk-answered' : ''}`}
      aria-current={isSelected ? 'true' : undefined}
      onClick={onSelect}
    >
      <span className="desk-alarm-head">
        <PriorityBadge priority={alarm.priority} />
        <strong className="desk-alarm-text">{t(alarm.text)}</strong>
        <DemoTag shown={alarm.demo} />
      </span>
      <span className="desk-alarm-value">{isSwitch || alarm.suppressedCount > 0 ? '' : (value ?? t(deskWords.noData))}</span>
      <span className="desk-alarm-place">
        {alarm.stationName}
        {place && ` · ${place}`}
      </span>
      <span className="desk-alarm-limit">{limit && `${t(deskWords.limit)} ${limit}`}</span>
      <span className="desk-alarm-foot">
        <span className={`desk-state desk-state-${alarm.state}`}>
          {alarm.state === 'acknowledged' && alarm.acknowledgedBy
            ? t(deskWords.handled, { who: alarm.acknowledgedBy })
            : t(alarmStates[alarm.state])}
        </span>
        {alarm.suppressedCount > 0 && <span>{t(deskWords.suppressedCount, { n: alarm.suppressedCount })}</span>}
        {alarm.incidentId && <span>{t(deskWords.incidentOpened)}</span>}
        {alarm.occurrences > 1 && <span>{t(deskWords.times, { n: alarm.occurrences })}</span>}
      </span>
      <span className="desk-alarm-age">
        <time dateTime={alarm.raisedAt}>{shortMoment(alarm.raisedAt, nowMs)}</time> · {ageText(raisedMs, nowMs, t, language)}
      </span>
    </button>
  );
}
