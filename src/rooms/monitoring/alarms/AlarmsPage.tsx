import { Button, Segmented } from 'antd';
import { alarmStates, type Alarm } from '#kernel/alarm/alarm.ts';
import { groupAlarms } from '#kernel/alarm/grouping.ts';
import { defineWords } from '#kernel/language/text.ts';
import { useAlarms, useAreas } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink, useAddress } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { DemoTag, PriorityBadge } from '#web/theme/theme.tsx';
import { alarmLineKinds } from './alarmLineKinds.ts';
import './alarms.css';

const words = defineWords({
  title: { zh: '报警记录', en: 'Alarms' },
  summary: {
    zh: '全部报警，最新在前；正在发生的请在值班台处理。',
    en: 'All alarms, newest first; those going on are handled on the duty desk.',
  },
  all: { zh: '全部', en: 'All' },
  open: { zh: '未结束', en: 'Open' },
  none: {
    zh: '还没有报警。测点超过规则的限值或超时无数据时，报警会出现在这里和值班台。',
    en: 'No alarms yet. When a point passes the limit of a rule or falls silent, the alarm appears here and on the desk.',
  },
  toDesk: { zh: '打开值班台', en: 'Open the duty desk' },
  older: { zh: '更早', en: 'Older' },
  newest: { zh: '回到最新', en: 'Back to the newest' },
  print: { zh: '打印', en: 'Print' },
  limit: { zh: '限值', en: 'limit' },
  peak: { zh: '极值', en: 'peak' },
  noData: { zh: '无数据', en: 'no data' },
  times: { zh: '发生 {n} 次', en: '{n} times' },
  incident: { zh: '查看事件', en: 'See the incident' },
  shelved: { zh: '已搁置', en: 'Shelved' },
  everShelved: { zh: '搁置过', en: 'Ever shelved' },
  everSuppressed: { zh: '并入过', en: 'Ever kept under another' },
  suppressed: { zh: '已并入信号源或设备', en: 'Under their source or device' },
  noneOfThese: { zh: '没有这样的报警。', en: 'There are none of these.' },
  shelvedUntil: { zh: '{by} 搁置至 {until}：{reason}', en: 'Shelved by {by} until {until}: {reason}' },
  suppressedCount: { zh: '已并入 {n} 次', en: '{n} kept under it' },
  group: { zh: '{cause} · {place} {n} 条', en: '{cause} · {place}: {n}' },
  ruleVersion: { zh: '规则第 {n} 版：', en: 'Rule, version {n}: ' },
  whole: { zh: '详情与呼叫记录', en: 'Details and calls' },
  falseAlarm: { zh: '误报', en: 'False alarm' },
});

const viewNames = { all: words.all, open: words.open, shelved: words.everShelved, suppressed: words.everSuppressed };

const pageSize = 100;

const views = ['all', 'open', 'shelved', 'suppressed'] as const;

/** Every alarm with what was done about it: what the desk no longer shows. */
export default function AlarmsPage() {
  const say = useText();
  const [address, change] = useAddress();
  const view = views.find((each) => each === address.state) ?? 'all';
  const state = view === 'open' ? 'open' : 'all';
  const kept = view === 'shelved' || view === 'suppressed' ? { kept: view } : {};
  const alarms = useAlarms({ state, limit: pageSize, ...kept, ...(address.before && { before: address.before }) });
  const areas = useAreas();
  const items = alarms.data?.items ?? [];
  const placeOf = (code: string) => {
    const area = areas.data?.find((candidate) => candidate.code === code);
    return area ? say(area.name) : code;
  };
  const last = items.at(-1);

  return (
    <PageFrame
      title={words.title}
      summary={say(words.summary)}
      waitFor={[alarms]}
      actions={
        <Button className="not-printed" onClick={() => window.print()}>
          {say(words.print)}
        </Button>
      }
      empty={{
        when: items.length === 0 && view === 'all' && !address.before,
        text: words.none,
        action: <PageLink to="/desk">{say(words.toDesk)}</PageLink>,
      }}
    >
      <div className="alarm-tools not-printed">
        <Segmented
          value={view}
          onChange={(next) => change({ state: next === 'all' ? undefined : next, before: undefined })}
          options={views.map((value) => ({ value, label: say(viewNames[value]) }))}
        />
      </div>
      <ul className="alarm-history">
        {(view === 'open' ? groupAlarms(items) : items.map((alarm) => ({ kind: 'one' as const, alarm }))).map((group) =>
          group.kind === 'one' ? (
            <li key={group.alarm.id}>
              <AlarmEntry alarm={group.alarm} place={placeOf(group.alarm.areaCode)} />
            </li>
          ) : (
            <li key={group.key}>
              <details className="alarm-group">
                <summary>
                  {group.kind === 'cause'
                    ? say(words.group, {
                        cause: group.alarms[0] ? say(group.alarms[0].text) : '',
                        place: placeOf(group.areaCode),
                        n: group.alarms.length,
                      })
                    : `${say(words[group.kind])} ${group.alarms.length}`}
                </summary>
                <ul className="alarm-history">
                  {group.alarms.map((alarm) => (
                    <li key={alarm.id}>
                      <AlarmEntry alarm={alarm} place={placeOf(alarm.areaCode)} />
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          ),
        )}
      </ul>
      {items.length === 0 && <p>{say(words.noneOfThese)}</p>}
      <p className="alarm-tools not-printed">
        {address.before && <Button onClick={() => change({ before: undefined })}>{say(words.newest)}</Button>}
        {state === 'all' && last && items.length >= pageSize && (
          <Button onClick={() => change({ before: last.raisedAt })}>{say(words.older)}</Button>
        )}
      </p>
    </PageFrame>
  );
}

function AlarmEntry({ alarm, place }: { alarm: Alarm; place: string }) {
  const say = useText();
  const figure = (value: number | null) => (value === null ? say(words.noData) : `${Number(value.toPrecision(7))} ${alarm.unit}`.trim());
  const stateWord = (of: Alarm) => {
    if (of.dismissedReason !== null) return say(words.falseAlarm);
    if (of.shelf) return say(words.shelved);
    return say(of.suppressedBy ? words.suppressed : alarmStates[of.state]);
  };
  return (
    <details>
      <summary>
        <PriorityBadge priority={alarm.priority} />
        <span className="alarm-history-text">
          <strong>{say(alarm.text)}</strong> <DemoTag shown={alarm.demo} />
          <span>
            {alarm.stationName} · {place}
          </span>
        </span>
        <span className="alarm-history-value">
          {alarm.suppressedCount > 0 ? say(words.suppressedCount, { n: alarm.suppressedCount }) : figure(alarm.value)}
          {alarm.limit !== null && (
            <span>
              {say(words.limit)} {figure(alarm.limit)}
            </span>
          )}
        </span>
        <span className="alarm-history-state">
          {stateWord(alarm)}
          <time dateTime={alarm.raisedAt}>{dayAndTime(alarm.raisedAt)}</time>
        </span>
      </summary>
      <div className="alarm-history-more">
        <p>
          {alarm.pointName}
          {alarm.peak !== null && ` · ${say(words.peak)} ${figure(alarm.peak)}`}
          {alarm.suppressedCount > 0 && ` · ${say(words.suppressedCount, { n: alarm.suppressedCount })}`}
          {alarm.occurrences > 1 && ` · ${say(words.times, { n: alarm.occurrences })}`}
          {' · '}
          <PageLink to={`/alarms/${alarm.id}`}>{say(words.whole)}</PageLink>
          {alarm.incidentId && (
            <>
              {' · '}
              <PageLink to={`/incidents/${alarm.incidentId}`}>{say(words.incident)}</PageLink>
            </>
          )}
        </p>
        {alarm.shelf && (
          <p>{say(words.shelvedUntil, { by: alarm.shelf.by, until: dayAndTime(alarm.shelf.until), reason: alarm.shelf.reason })}</p>
        )}
        {alarm.ruleSentence && (
          <p className="alarm-rule-sentence">
            <PageLink to={`/registers/alarmRules/${alarm.ruleId}`}>{say(words.ruleVersion, { n: alarm.ruleVersion })}</PageLink>
            {say(alarm.ruleSentence)}
          </p>
        )}
        <ol>
          {alarm.lines.map((line) => (
            <li key={`${line.at} ${line.kind} ${line.text}`}>
              <time dateTime={line.at}>{dayAndTime(line.at, true)}</time> <strong>{say(alarmLineKinds[line.kind])}</strong> {line.actor}{' '}
              {line.text}
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
}
