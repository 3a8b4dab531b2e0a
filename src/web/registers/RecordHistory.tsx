import { actWords } from '#kernel/journal/actWords.ts';
import { defineWords } from '#kernel/language/text.ts';
import type { JournalEntry } from '#kernel/journal/journal.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { useHistory } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { FieldCell } from '#web/tables/cells.tsx';

const words = defineWords({
  title: { zh: '历史', en: 'History' },
  loading: { zh: '正在载入…', en: 'Loading…' },
  failed: { zh: '历史暂时无法载入。', en: 'The history cannot be loaded now.' },
  none: { zh: '还没有操作记录。', en: 'Nothing recorded yet.' },
});

/** Who did what with a record, newest first, from the journal. */
export function RecordHistory({ declaration, id }: { declaration: RegisterDeclaration; id: string }) {
  const say = useText();
  const { data, error, isPending } = useHistory(declaration.id, id);
  const entries = [...(data ?? [])].sort((a, b) => b.position - a.position);
  return (
    <section className="panel history">
      <h2>{say(words.title)}</h2>
      {isPending && <p className="history-note">{say(words.loading)}</p>}
      {error && <p className="history-note">{say(words.failed)}</p>}
      {data?.length === 0 && <p className="history-note">{say(words.none)}</p>}
      <ol>
        {entries.map((entry) => (
          <Entry key={entry.position} declaration={declaration} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ declaration, entry }: { declaration: RegisterDeclaration; entry: JournalEntry }) {
  const say = useText();
  const act = actWords[entry.act];
  const before = asRecord(entry.detail.before);
  const after = asRecord(entry.detail.after);
  const opened = entry.act === 'open' && Array.isArray(entry.detail.fields) ? entry.detail.fields.map(String) : [];
  // A new record shows its values on the page itself; the history tells of changes.
  const changed = entry.act === 'update' ? Object.keys(after).filter((name) => name in declaration.fields) : [];
  return (
    <li>
      <p>
        <b>{act ? say(act) : entry.act}</b> {entry.actorName} <time dateTime={entry.at}>{dayAndTime(entry.at)}</time>
      </p>
      {typeof entry.detail.file === 'string' && <p className="history-change">{entry.detail.file}</p>}
      {entry.why !== '' && <p className="history-why">{entry.why}</p>}
      {opened.length > 0 && (
        <p className="history-change">{opened.map((name) => say(declaration.fields[name]?.label ?? { zh: name, en: name })).join('、')}</p>
      )}
      {changed.map((name) => {
        const field = declaration.fields[name];
        return (
          field && (
            <p key={name} className="history-change">
              {say(field.label)}: <s>{<FieldCell field={field} value={before[name]} />}</s> →{' '}
              <FieldCell field={field} value={after[name]} />
            </p>
          )
        );
      })}
    </li>
  );
}

function asRecord(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}
