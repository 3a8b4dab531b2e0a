import { alarmStates, type Alarm } from '#kernel/alarm/alarm.ts';
import { defineWords } from '#kernel/language/text.ts';
import { useAlarm } from '#web/api/queries.ts';
import { CallTimeline } from '#web/calling/CallTimeline.tsx';
import { useText } from '#web/language/language.tsx';
import { PageLink, useParam } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { AreaName } from '#web/tables/cells.tsx';
import { DemoTag, PriorityBadge } from '#web/theme/theme.tsx';
import { alarmLineKinds } from './alarmLineKinds.ts';
import './alarms.css';

const words = defineWords({
  title: { zh: '报警', en: 'Alarm' },
  toDesk: { zh: '在值班台处理', en: 'Handle it on the duty desk' },
  point: { zh: '测点', en: 'Point' },
  place: { zh: '地点', en: 'Place' },
  value: { zh: '报警值', en: 'Value' },
  limit: { zh: '限值', en: 'Limit' },
  state: { zh: '状态', en: 'State' },
  noData: { zh: '无数据', en: 'no data' },
  what: { zh: '经过', en: 'What happened' },
});

/** One alarm: what it is, what was done, and who was called for it. */
export default function AlarmPage() {
  const say = useText();
  const asked = useAlarm(useParam('id'));
  const alarm = asked.data;
  return (
    <PageFrame
      title={alarm ? `${alarm.stationName} ${say(alarm.text)}` : words.title}
      waitFor={[asked]}
      summary={
        alarm && (
          <span className="case-badges">
            <PriorityBadge priority={alarm.priority} /> {say(alarmStates[alarm.state])} <DemoTag shown={alarm.demo} />
          </span>
        )
      }
      actions={<PageLink to="/desk">{say(words.toDesk)}</PageLink>}
    >
      {alarm && (
        <>
          <AlarmFacts alarm={alarm} />
          <section className="panel case-panel">
            <CallTimeline alarmId={alarm.id} />
          </section>
          <section className="panel case-panel">
            <h2>{say(words.what)}</h2>
            <ol>
              {alarm.lines.map((line) => (
                <li key={`${line.at} ${line.kind} ${line.text}`}>
                  <time dateTime={line.at}>{dayAndTime(line.at, true)}</time> <strong>{say(alarmLineKinds[line.kind])}</strong> {line.actor}{' '}
                  {line.text}
                </li>
              ))}
            </ol>
          </section>
        </>
      )}
    </PageFrame>
  );
}

function AlarmFacts({ alarm }: { alarm: Alarm }) {
  const say = useText();
  const figure = (value: number | null) => (value === null ? say(words.noData) : `${Number(value.toPrecision(7))} ${alarm.unit}`.trim());
  return (
    <section className="panel case-panel">
      <dl className="alarm-facts">
        <dt>{say(words.point)}</dt>
        <dd>{alarm.pointName}</dd>
        <dt>{say(words.place)}</dt>
        <dd>
          <AreaName code={alarm.areaCode} />
        </dd>
        <dt>{say(words.value)}</dt>
        <dd>{figure(alarm.value)}</dd>
        <dt>{say(words.limit)}</dt>
        <dd>{alarm.limit === null ? '' : figure(alarm.limit)}</dd>
      </dl>
    </section>
  );
}
