import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Alarm } from '#kernel/alarm/alarm.ts';
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

/** What an officer can do with an alarm. When a colleague was faster, it says who and what, and keeps what was written. */
export function AlarmActs({ alarm, onOpenIncident }: AlarmActsProps) {
  const t = useText();
  const act = useDeskAct();
  const [writing, setWriting] = useState<'note' | 'dismiss' | null>(null);
  const [text, setText] = useState('');

  function write(action: 'note' | 'dismiss'): void {
    act.run(alarm, action, text.trim(), () => {
      setWriting(null);
      setText('');
    });
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
      </div>
      {writing && (
        <div className="desk-writing">
          <Input.TextArea
            autoFocus
            rows={3}
            maxLength={1000}
            value={text}
            aria-label={t(writing === 'note' ? deskWords.noteHint : deskWords.dismissHint)}
            placeholder={t(writing === 'note' ? deskWords.noteHint : deskWords.dismissHint)}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '') write(writing);
              if (event.key === 'Escape') setWriting(null);
            }}
          />
          <div className="desk-buttons">
            <Button type="primary" disabled={text.trim() === ''} loading={act.isPending} onClick={() => write(writing)}>
              {t(writing === 'note' ? deskWords.save : deskWords.dismiss)}
            </Button>
            <Button onClick={() => setWriting(null)}>{t(deskWords.cancel)}</Button>
          </div>
        </div>
      )}
    </section>
  );
}
