import { Button } from 'antd';
import { callStates, isReached, type CallAct, type CallEntry } from '#kernel/message/callList.ts';
import type { Delivery } from '#kernel/message/message.ts';
import { CallRow } from '#web/calling/CallTimeline.tsx';
import { useText } from '#web/language/language.tsx';
import { timeOf } from '#web/page/moments.ts';
import { AreaName } from '#web/tables/cells.tsx';
import { callListWords as words } from './callListWords.ts';

interface CallEntryRowProps {
  entry: CallEntry;
  deliveries: readonly Delivery[];
  isOpen: boolean;
  onTick: (act: CallAct) => void;
}

/** One person: whom to call, what came of it, and three buttons to say so. */
export function CallEntryRow({ deliveries, entry, isOpen, onTick }: CallEntryRowProps) {
  const say = useText();
  const isStandIn = entry.state === 'notYet' && entry.nextAt === null;
  return (
    <tr data-state={isStandIn ? 'standIn' : entry.state}>
      <td>
        <strong>{entry.name}</strong> <span className="case-quiet">{entry.role}</span>
        <span className="call-where">
          <AreaName code={entry.areaCode} /> {entry.organisation}
        </span>
      </td>
      <td>{entry.phone ? <a href={`tel:${entry.phone}`}>{entry.phone}</a> : <span className="call-missing">{say(words.noPhone)}</span>}</td>
      <td>
        <strong className="call-state">{isStandIn ? say(words.waiting) : say(callStates[entry.state])}</strong>
        {entry.nextAt && !isReached(entry) && <span className="case-quiet"> {say(words.next, { at: timeOf(entry.nextAt) })}</span>}
        <ol className="calls call-history">
          {entry.lines.map((line) => (
            <li key={`${line.at} ${line.kind}`}>
              <time dateTime={line.at}>{timeOf(line.at, true)}</time>
              <span>
                {line.kind === 'climbed' ? say(words.climbed, { who: line.text }) : say(callStates[line.kind])} {line.by}
              </span>
            </li>
          ))}
          {deliveries.map((delivery) => (
            <CallRow key={delivery.id} delivery={delivery} />
          ))}
        </ol>
      </td>
      <td className="call-acts not-printed">
        {isOpen && entry.state !== 'confirmed' && (
          <>
            {!isReached(entry) && <Button onClick={() => onTick('reached')}>{say(words.tickReached)}</Button>}
            <Button type="primary" ghost onClick={() => onTick('confirmed')}>
              {say(words.tickConfirmed)}
            </Button>
            {!isReached(entry) && <Button onClick={() => onTick('noAnswer')}>{say(words.tickNoAnswer)}</Button>}
          </>
        )}
      </td>
    </tr>
  );
}
