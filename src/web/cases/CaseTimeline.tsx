import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { CaseDeclaration, CaseLine } from '#kernel/casework/case.ts';
import { defineWords } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { CaseValue } from './CaseField.tsx';
import { readTimeline, type FieldChange, type TimelineEntry } from './timeline.ts';
import './cases.css';

const words = defineWords({
  none: { zh: '还没有记录。', en: 'Nothing recorded yet.' },
  order: { zh: '排列', en: 'Order' },
  newest: { zh: '最新在前', en: 'Newest first' },
  oldest: { zh: '最早在前', en: 'Oldest first' },
  emptied: { zh: '清空', en: 'emptied' },
  colon: { zh: '：', en: ': ' },
});

/** What was done with a case, by whom and when; changed fields in words. */
export function CaseTimeline({ declaration, lines }: { declaration: CaseDeclaration; lines: readonly CaseLine[] }) {
  const say = useText();
  const [order, setOrder] = useState<'newest' | 'oldest'>('newest');
  const entries = useMemo(() => readTimeline(lines, declaration.fields, declaration.actions), [lines, declaration]);
  const shown = order === 'newest' ? entries.toReversed() : entries;
  if (entries.length === 0) return <p className="case-quiet">{say(words.none)}</p>;
  return (
    <>
      {entries.length > 1 && (
        <Segmented
          className="timeline-order"
          aria-label={say(words.order)}
          value={order}
          onChange={setOrder}
          options={[
            { value: 'newest' as const, label: say(words.newest) },
            { value: 'oldest' as const, label: say(words.oldest) },
          ]}
        />
      )}
      <ol className="timeline">
        {shown.map((entry) => (
          <Line key={entry.line.id} declaration={declaration} entry={entry} />
        ))}
      </ol>
    </>
  );
}

function Line({ declaration, entry }: { declaration: CaseDeclaration; entry: TimelineEntry }) {
  const say = useText();
  const { line, changes, opens } = entry;
  const action = declaration.actions[line.action];
  return (
    <li className={`timeline-line${action?.tone === 'danger' ? ' timeline-danger' : ''}`}>
      <p className="timeline-head">
        <time dateTime={line.at}>{dayAndTime(line.at, true)}</time>
        <b>{action ? say(action.label) : line.action}</b>
        <span className="timeline-who">{line.actor}</span>
      </p>
      {line.note !== '' && <p className="timeline-note">{line.note}</p>}
      <Changes declaration={declaration} changes={changes} opens={opens} />
    </li>
  );
}

/** Changed fields, before and after; of an opening only what was entered. */
export function Changes({
  declaration,
  changes,
  opens,
}: {
  declaration: CaseDeclaration;
  changes: readonly FieldChange[];
  opens: boolean;
}) {
  if (changes.length === 0) return null;
  return (
    <dl className="timeline-changes">
      {changes.map((change) => (
        <Change key={change.name} declaration={declaration} change={change} opens={opens} />
      ))}
    </dl>
  );
}

const isNothing = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function Change({ declaration, change, opens }: { declaration: CaseDeclaration; change: FieldChange; opens: boolean }) {
  const say = useText();
  const field = declaration.fields[change.name];
  if (!field) return null;
  return (
    <div>
      <dt>
        {say(field.label)}
        {say(words.colon)}
      </dt>
      <dd>
        {!opens && !isNothing(change.before) && (
          <>
            <s>
              <CaseValue name={change.name} field={field} value={change.before} />
            </s>{' '}
            →{' '}
          </>
        )}
        {isNothing(change.after) ? say(words.emptied) : <CaseValue name={change.name} field={field} value={change.after} />}
      </dd>
    </div>
  );
}
