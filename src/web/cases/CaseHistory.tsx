import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import type { JournalEntry } from '#kernel/journal/journal.ts';
import { actWords } from '#kernel/journal/actWords.ts';
import { defineWords, type Text } from '#kernel/language/text.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { ErrorState } from '#web/page/states.tsx';
import { CaseValue } from './CaseField.tsx';
import './cases.css';

const words = defineWords({
  about: {
    zh: '审计日志，只增不改；每条带前一条的校验值（SM3），可用 anlan journal verify 核验。',
    en: 'The audit journal: never changed, each entry carries the hash (SM3) of the one before; check it with anlan journal verify.',
  },
  none: { zh: '日志中还没有这个案件的条目。', en: 'The journal holds no entry about this case yet.' },
  from: { zh: '来自 {from}', en: 'from {from}' },
  position: { zh: '第 {n} 条', en: 'entry {n}' },
  colon: { zh: '：', en: ': ' },
});

/** What the journal holds about a case, newest first. */
export function CaseHistory({ declaration, id }: { declaration: CaseDeclaration; id: string }) {
  const say = useText();
  const asked = useQuery({
    // Below the case's own key, so whatever makes the case old makes this old too.
    queryKey: [...keys.case(declaration.id, id), 'history'],
    queryFn: async ({ signal }) => (await api.get<{ items: JournalEntry[] }>(`/cases/${declaration.id}/${id}/history`, { signal })).items,
  });
  if (asked.isPending) return <Skeleton active paragraph={{ rows: 3 }} />;
  if (asked.error) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
  const entries = [...asked.data].sort((a, b) => b.position - a.position);
  return (
    <>
      <p className="case-quiet">{say(words.about)}</p>
      {entries.length === 0 && <p className="case-quiet">{say(words.none)}</p>}
      <ol className="timeline">
        {entries.map((entry) => (
          <Entry key={entry.position} declaration={declaration} entry={entry} />
        ))}
      </ol>
    </>
  );
}

function Entry({ declaration, entry }: { declaration: CaseDeclaration; entry: JournalEntry }) {
  const say = useText();
  const act = entry.act.startsWith('act:') ? declaration.actions[entry.act.slice(4)]?.label : actWords[entry.act];
  const before = asRecord(entry.detail['before']);
  const after = asRecord(entry.detail['after']);
  const from = stateLabel(declaration, entry.detail['from']);
  const to = stateLabel(declaration, entry.detail['to']);
  return (
    <li className="timeline-line">
      <p className="timeline-head">
        <time dateTime={entry.at}>{dayAndTime(entry.at, true)}</time>
        <b>{act ? say(act) : entry.act}</b>
        <span className="timeline-who">{entry.actorName}</span>
        <span className="timeline-trace">
          {say(words.position, { n: entry.position })} · {say(words.from, { from: entry.from })} ·{' '}
          <code title={entry.hash}>{entry.hash.slice(0, 12)}</code>
        </span>
      </p>
      {to && from !== to && (
        <p className="timeline-note">
          {from && `${say(from)} → `}
          {say(to)}
        </p>
      )}
      {typeof entry.detail['file'] === 'string' && <p className="timeline-note">{entry.detail['file']}</p>}
      {entry.why !== '' && <p className="timeline-note">{entry.why}</p>}
      <dl className="timeline-changes">
        {Object.entries(declaration.fields).map(([name, field]) => {
          const value = after[name];
          return (
            name in after && (
              <div key={name}>
                <dt>
                  {say(field.label)}
                  {say(words.colon)}
                </dt>
                <dd>
                  {before[name] !== undefined && before[name] !== null && (
                    <>
                      <s>
                        <CaseValue name={name} field={field} value={before[name]} />
                      </s>{' '}
                      →{' '}
                    </>
                  )}
                  <CaseValue name={name} field={field} value={value} />
                </dd>
              </div>
            )
          );
        })}
      </dl>
    </li>
  );
}

function stateLabel(declaration: CaseDeclaration, state: unknown): Text | undefined {
  return typeof state === 'string' ? declaration.states[state]?.label : undefined;
}

function asRecord(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}
