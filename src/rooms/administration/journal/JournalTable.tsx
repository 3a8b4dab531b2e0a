import { Button, Table } from 'antd';
import { actWords, subjectWords } from '#kernel/journal/actWords.ts';
import type { JournalEntry } from '#kernel/journal/journal.ts';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { PageLink } from '#web/page/links.tsx';
import { useIsPhone } from '#web/page/useIsPhone.ts';
import { caseById, registerById } from '#web/registers/declared.ts';
import { AreaName } from '#web/tables/cells.tsx';
import { journalWords as words } from './journalWords.ts';

interface JournalTableProps {
  entries: readonly JournalEntry[];
  onRecord: (subjectKind: string, subjectId: string) => void;
}

/** Entries as a table, on a phone as cards; a row opens to everything that was hashed. */
export function JournalTable({ entries, onRecord }: JournalTableProps) {
  const say = useText();
  const isPhone = useIsPhone();
  if (isPhone) {
    return (
      <ol className="journal-cards">
        {entries.map((entry) => (
          <li key={entry.position} className="panel case-panel">
            <p>
              <b>
                <Act entry={entry} />
              </b>{' '}
              <Subject entry={entry} />
            </p>
            <p className="case-quiet">
              {entry.position} · {dayAndTime(entry.at, true)} · {entry.actorName}
            </p>
            {entry.why !== '' && <p>{entry.why}</p>}
          </li>
        ))}
      </ol>
    );
  }
  return (
    <div className="panel">
      <Table<JournalEntry>
        rowKey="position"
        size="small"
        dataSource={[...entries]}
        pagination={false}
        scroll={{ x: 860 }}
        expandable={{ expandedRowRender: (entry) => <Detail entry={entry} onRecord={onRecord} /> }}
        columns={[
          { key: 'position', title: say(words.position), dataIndex: 'position', width: 84, align: 'right' },
          { key: 'at', title: say(words.at), width: 170, render: (_value, { at }) => <time dateTime={at}>{dayAndTime(at, true)}</time> },
          { key: 'actor', title: say(words.actor), dataIndex: 'actorName', width: 120 },
          { key: 'act', title: say(words.act), width: 160, render: (_value, entry) => <Act entry={entry} /> },
          { key: 'subject', title: say(words.subject), width: 170, render: (_value, entry) => <Subject entry={entry} /> },
          { key: 'why', title: say(words.why), dataIndex: 'why', ellipsis: true },
        ]}
      />
    </div>
  );
}

function Act({ entry }: { entry: JournalEntry }) {
  const say = useText();
  const { act, subjectKind } = entry;
  const label = act.startsWith('act:') ? caseById(subjectKind)?.actions[act.slice(4)]?.label : actWords[act];
  return label ? say(label) : act;
}

/** The record or case, as a link where there is a page for it. */
function Subject({ entry: { subjectKind, subjectId } }: { entry: JournalEntry }) {
  const say = useText();
  const register = registerById(subjectKind);
  const declared = register ?? caseById(subjectKind);
  if (!declared) {
    const label = subjectWords[subjectKind];
    return label ? say(label) : subjectKind;
  }
  const own: Record<string, string> = { incident: '/incidents', warning: '/warnings' };
  const base = register ? `/registers/${subjectKind}` : (own[subjectKind] ?? `/cases/${subjectKind}`);
  return <PageLink to={`${base}/${subjectId}`}>{say(declared.singular)}</PageLink>;
}

function Detail({ entry, onRecord }: { entry: JournalEntry; onRecord: JournalTableProps['onRecord'] }) {
  const say = useText();
  return (
    <dl className="journal-detail">
      <div>
        <dt>{say(words.address)}</dt>
        <dd>{entry.from}</dd>
      </div>
      <div>
        <dt>{say(words.area)}</dt>
        <dd>
          <AreaName code={entry.areaCode} />
        </dd>
      </div>
      <div>
        <dt>{say(words.subject)}</dt>
        <dd>
          <code>
            {entry.subjectKind} {entry.subjectId}
          </code>{' '}
          <Button size="small" onClick={() => onRecord(entry.subjectKind, entry.subjectId)}>
            {say(words.oneRecord)}
          </Button>
        </dd>
      </div>
      {Object.keys(entry.detail).length > 0 && (
        <div className="journal-wide">
          <dt>{say(words.detail)}</dt>
          <dd>
            <pre>{JSON.stringify(entry.detail, null, 2)}</pre>
          </dd>
        </div>
      )}
      <div className="journal-wide">
        <dt>{say(words.hash)}</dt>
        <dd>
          <code>{entry.hash}</code>
        </dd>
      </div>
    </dl>
  );
}
