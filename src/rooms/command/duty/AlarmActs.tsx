import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import { systemClock } from '#kernel/clock/clock.ts';
import { useText } from '#web/language/language.tsx';
import { isAnswered } from '#web/map/drawn.ts';
import { PageLink } from '#web/page/links.tsx';
import { ActProblem } from './ActProblem.tsx';
import { deskWords } from './deskWords.ts';
import { useDeskAct } from './useDeskAct.ts';

interface AlarmActsProps {
  alarm: Alarm;
  onOpenIncident: () => void;
}

const shelvingHours = [1, 4, 12, 24, 72] as const;
const hints = { note: deskWords.noteHint, dismiss: deskWords.dismissHint, shelve: deskWords.shelveHint };
const doing = { note: deskWords.save, dismiss: deskWords.dismiss, shelve: deskWords.shelve };

/** What an officer can do with an alarm. When a colleague was faster, it says who and what, and keeps what was written. */
export function AlarmActs({ alarm, onOpenIncident }: AlarmActsProps) {
  const t = useText();
  const act = useDeskAct();
  const [writing, setWriting] = useState<'note' | 'dismiss' | 'shelve' | null>(null);
  const [hours, setHours] = useState(4);
  const [text, setText] = useState('');

  function write(action: 'note' | 'dismiss' | 'shelve'): void {
    const until = action === 'shelve' ? new Date(systemClock.nowMs() + hours * 3_600_000).toISOString() : undefined;
    const done = () => {
      setWriting(null);
      setText('');
    };
    act.run(alarm, action, text.trim(), done, until);
  }

  const isOver = alarm.state === 'normal';
  return (
    <section className="desk-acts" aria-label={t(deskWords.details)}>
      {act.error && <ActProblem error={act.error} />}
      <div className="desk-buttons">
        {!isAnswered(alarm) && (
          <Button
            type="primary"
            size="large"
            loading={act.isPending && writing === null}
            onClick={() => act.run(alarm, 'acknowledge', null)}
          >
            {t(deskWords.acknowledge)}
          </Button>
        )}
        {!isOver && !alarm.incidentId && (
          <Button size="large" onClick={onOpenIncident}>
            {t(deskWords.openIncident)}
          </Button>
        )}
        {alarm.incidentId && (
          <PageLink to={`/incidents/${alarm.incidentId}`} className="desk-link-button">
            {t(deskWords.toIncident)}
          </PageLink>
        )}
        <Button size="large" aria-expanded={writing === 'note'} onClick={() => setWriting(writing === 'note' ? null : 'note')}>
          {t(deskWords.note)}
        </Button>
        {!isOver && (
          <Button size="large" aria-expanded={writing === 'dismiss'} onClick={() => setWriting(writing === 'dismiss' ? null : 'dismiss')}>
            {t(deskWords.dismiss)}
          </Button>
        )}
        {!isOver && !alarm.shelf && (
          <Button size="large" aria-expanded={writing === 'shelve'} onClick={() => setWriting(writing === 'shelve' ? null : 'shelve')}>
            {t(deskWords.shelve)}
          </Button>
        )}
        {alarm.shelf && (
          <Button size="large" loading={act.isPending} onClick={() => act.run(alarm, 'unshelve', null)}>
            {t(deskWords.unshelve)}
          </Button>
        )}
      </div>
      {writing === 'shelve' && (
        <Segmented<number>
          aria-label={t(deskWords.shelveFor)}
          value={hours}
          options={shelvingHours.map((n) => ({ value: n, label: t(deskWords.hours, { n }) }))}
          onChange={setHours}
        />
      )}
      {writing && (
        <div className="desk-writing">
          <Input.TextArea
            autoFocus
            rows={3}
            maxLength={1000}
            value={text}
            aria-label={t(hints[writing])}
            placeholder={t(hints[writing])}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '') write(writing);
              if (event.key === 'Escape') setWriting(null);
            }}
          />
          <div className="desk-buttons">
            <Button type="primary" disabled={text.trim() === ''} loading={act.isPending} onClick={() => write(writing)}>
              {t(doing[writing])}
            </Button>
            <Button onClick={() => setWriting(null)}>{t(deskWords.cancel)}</Button>
          </div>
        </div>
      )}
    </section>
  );
}
