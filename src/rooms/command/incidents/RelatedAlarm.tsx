import { Skeleton } from 'antd';
import { alarmStates } from '#kernel/alarm/alarm.ts';
import { useAlarm } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { PriorityBadge } from '#web/theme/theme.tsx';
import { incidentWords as words } from './incidentWords.ts';

/** The alarm an incident came from. */
export function RelatedAlarm({ id }: { id: string }) {
  const say = useText();
  const { data: alarm, isPending } = useAlarm(id);
  return (
    <section className="panel case-panel">
      <h2>{say(words.alarm)}</h2>
      {isPending && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {!isPending && !alarm && <p className="case-quiet">{say(words.alarmGone)}</p>}
      {alarm && (
        <>
          <p className="case-badges">
            <PriorityBadge priority={alarm.priority} />
            <b>{alarm.stationName}</b>
            <span>{say(alarm.text)}</span>
          </p>
          <p className="incident-meta">
            <span>{say(alarmStates[alarm.state])}</span>
            {alarm.value !== null && (
              <span>
                {alarm.pointName} {alarm.value} {alarm.unit}
              </span>
            )}
            <time dateTime={alarm.raisedAt}>{dayAndTime(alarm.raisedAt)}</time>
          </p>
          <p>
            <PageLink to="/desk" search={{ alarm: alarm.id }}>
              {say(words.onDesk)}
            </PageLink>
          </p>
        </>
      )}
    </section>
  );
}
