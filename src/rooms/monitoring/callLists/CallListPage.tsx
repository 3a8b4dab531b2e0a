import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { isReached, type CallEntry } from '#kernel/message/callList.ts';
import { useCallList, useCallTick, useCloseCallList, type CallListView } from '#web/api/callingQueries.ts';
import { Told } from '#web/cases/Told.tsx';
import { useText } from '#web/language/language.tsx';
import { useParam } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { DemoTag } from '#web/theme/theme.tsx';
import { CallEntryRow } from './CallEntryRow.tsx';
import { callListWords as words } from './callListWords.ts';
import './callLists.css';

/** A call list at work: who is to be called, what came of each call, how many were reached when. */
export default function CallListPage() {
  const say = useText();
  const id = useParam('id');
  const asked = useCallList(id);
  const tick = useCallTick(id);
  const close = useCloseCallList(id);
  const [view, setView] = useState<'all' | 'open'>('all');
  const found = asked.data;
  const shown = found?.entries.filter((entry) => view === 'all' || isWanted(entry)) ?? [];
  return (
    <PageFrame
      title={found?.list.title ?? words.title}
      waitFor={[asked]}
      summary={found && <Progress view={found} />}
      actions={
        <span className="not-printed">
          <Button onClick={() => window.print()}>{say(words.print)}</Button>{' '}
          {found && found.list.closedAt === null && (
            <Button loading={close.isPending} onClick={() => close.mutate()}>
              {say(words.close)}
            </Button>
          )}
        </span>
      }
    >
      <Told error={tick.error ?? close.error} />
      {found && (
        <>
          <details className="panel case-panel">
            <summary>{say(words.message)}</summary>
            <p className="call-message">{found.list.message}</p>
          </details>
          <p className="not-printed">
            <Segmented
              value={view}
              onChange={setView}
              options={(['all', 'open'] as const).map((value) => ({ value, label: say(words[value]) }))}
            />
          </p>
          <table className="panel call-table">
            <thead>
              <tr>
                <th scope="col">{say(words.who)}</th>
                <th scope="col">{say(words.phone)}</th>
                <th scope="col">{say(words.state)}</th>
                <th scope="col" className="not-printed">
                  {say(words.act)}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((entry) => (
                <CallEntryRow
                  key={entry.id}
                  entry={entry}
                  deliveries={found.deliveries[entry.id] ?? []}
                  isOpen={found.list.closedAt === null}
                  onTick={(act) => tick.mutate({ entry, act, text: '' })}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
    </PageFrame>
  );
}

/** Somebody who is to be called now and was not reached. */
function isWanted(entry: CallEntry): boolean {
  return !isReached(entry) && (entry.nextAt !== null || entry.state !== 'notYet');
}

function Progress({ view: { byMinute, entries, list } }: { view: CallListView }) {
  const say = useText();
  const called = entries.filter((entry) => entry.nextAt !== null || entry.state !== 'notYet' || isReached(entry));
  const reached = called.filter(isReached).length;
  const all = Math.max(1, called.length);
  return (
    <span className="call-progress">
      <strong>{say(words.reached, { n: reached, all: called.length })}</strong>
      <span>{say(words.confirmedCount, { n: entries.filter(({ state }) => state === 'confirmed').length })}</span>
      <span>{say(words.made, { by: list.createdBy, at: dayAndTime(list.createdAt) })}</span>
      <span>{say(words.rule, { minutes: list.minutes, tries: list.tries })}</span>
      {list.closedAt && <span>{say(words.closed)}</span>}
      <DemoTag shown={list.demo} />
      {byMinute.length > 1 && (
        <span
          className="call-minutes"
          role="img"
          aria-label={byMinute.map(([minute, n]) => `${say(words.minute, { n: minute })}: ${n}`).join(', ')}
        >
          {byMinute.slice(-60).map(([minute, n]) => (
            <i key={minute} title={`${say(words.minute, { n: minute })}: ${n}`} style={{ height: `${(n / all) * 100}%` }} />
          ))}
        </span>
      )}
    </span>
  );
}
