import { callTargets } from '#kernel/message/calling.ts';
import { channels, type Delivery, type DeliveryState } from '#kernel/message/message.ts';
import { defineWords, type Text } from '#kernel/language/text.ts';
import { useAlarmCalls } from '#web/api/callingQueries.ts';
import { TimeLeft } from '#web/cases/TimeLeft.tsx';
import { useText } from '#web/language/language.tsx';
import { dayAndTime, timeOf } from '#web/page/moments.ts';
import './calling.css';

const words = defineWords({
  title: { zh: '呼叫记录', en: 'Calls' },
  stopped: { zh: '{at} {by} 应答，呼叫停止', en: '{by} answered at {at}; calling stopped' },
  next: { zh: '{at} 将呼叫{whom}（{channel}）', en: 'Next: {whom} by {channel} at {at}' },
  unanswered: { zh: '已全部呼叫，无人应答', en: 'Everybody was called, nobody answered' },
  supervised: { zh: '已转督办', en: 'Under supervision' },
  none: { zh: '还没有呼叫任何人', en: 'Nobody has been called yet' },
  tries: { zh: '第 {n} 次', en: 'attempt {n}' },
});

const stateNames: Record<DeliveryState, Text> = {
  queued: { zh: '待发送', en: 'queued' },
  delivered: { zh: '已送达', en: 'delivered' },
  retrying: { zh: '重试中', en: 'retrying' },
  failed: { zh: '未送达', en: 'not delivered' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

/** Who was called for an alarm, by what, with which receipt; newest first. */
export function CallTimeline({ alarmId }: { alarmId: string }) {
  const say = useText();
  const { data } = useAlarmCalls(alarmId);
  if (!data || (data.state === null && data.deliveries.length === 0)) return null;
  const { next } = data;
  const open = data.deadlines.filter(({ doneAt }) => doneAt === null);
  return (
    <section className="calls" aria-label={say(words.title)}>
      <h3>{say(words.title)}</h3>
      {data.state === 'stopped' && data.stoppedAt && (
        <p className="calls-answered">{say(words.stopped, { at: timeOf(data.stoppedAt), by: data.stoppedBy ?? '' })}</p>
      )}
      {next?.at && (
        <p className="calls-next">
          {say(words.next, { at: dayAndTime(next.at, true), whom: say(callTargets[next.whom]), channel: say(channels[next.channel]) })}
        </p>
      )}
      {data.state === 'unanswered' && <p className="calls-unanswered">{say(words.unanswered)}</p>}
      {open.map((deadline) => (
        <p key={deadline.id} className="calls-unanswered">
          {say(words.supervised)} <TimeLeft deadline={deadline} />
        </p>
      ))}
      {data.deliveries.length === 0 && <p className="calls-quiet">{say(words.none)}</p>}
      <ol>
        {data.deliveries.toReversed().map((delivery) => (
          <CallRow key={delivery.id} delivery={delivery} />
        ))}
      </ol>
    </section>
  );
}

export function CallRow({ delivery }: { delivery: Delivery }) {
  const say = useText();
  const { attempts, channel, createdAt, recipientName, state } = delivery;
  const last = attempts.at(-1);
  return (
    <li data-state={state}>
      <time dateTime={createdAt}>{dayAndTime(createdAt, true)}</time>
      <span>
        {recipientName} · {say(channels[channel])} · <strong>{say(stateNames[state])}</strong>
        {attempts.length > 1 && <span className="calls-quiet"> {say(words.tries, { n: attempts.length })}</span>}
        {last && <span className="calls-detail">{last.detail}</span>}
      </span>
    </li>
  );
}
