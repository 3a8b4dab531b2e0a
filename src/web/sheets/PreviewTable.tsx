import { Checkbox } from 'antd';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { useText } from '#web/language/language.tsx';
import type { PreviewRow } from './sheetAnswers.ts';
import { sheetWords as words } from './sheetWords.ts';

const shown = 300;

interface PreviewTableProps {
  declaration: RegisterDeclaration;
  rows: readonly PreviewRow[];
  accepted: ReadonlySet<number>;
  onAccept: (rows: readonly number[], isAccepted: boolean) => void;
}

/** Rows of one status with what would change; new and changed ones can be taken or left. */
export function PreviewTable({ declaration, rows, accepted, onAccept }: PreviewTableProps) {
  const say = useText();
  const first = rows[0];
  if (!first) return <p className="sheet-quiet">{say(words.nothing)}</p>;
  const mayAccept = first.status === 'new' || first.status === 'changed';
  const numbers = rows.map(({ row }) => row);
  const nAccepted = numbers.filter((row) => accepted.has(row)).length;
  return (
    <div className="sheet-scroll">
      <table className="sheet-table">
        <thead>
          <tr>
            {mayAccept && (
              <th>
                <Checkbox
                  aria-label={say(words.all)}
                  checked={nAccepted === rows.length}
                  indeterminate={nAccepted > 0 && nAccepted < rows.length}
                  onChange={(event) => onAccept(numbers, event.target.checked)}
                />
              </th>
            )}
            <th>{say(words.row)}</th>
            <th>{say(words.name)}</th>
            <th>{say(words.what)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={row.row}>
              {mayAccept && (
                <td>
                  <Checkbox
                    aria-label={`${say(words.accept)} ${row.row}`}
                    checked={accepted.has(row.row)}
                    onChange={(event) => onAccept([row.row], event.target.checked)}
                  />
                </td>
              )}
              <td>{row.row}</td>
              <td>{row.title}</td>
              <td>
                <RowContent declaration={declaration} row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && <p className="sheet-quiet">{say(words.more, { n: shown })}</p>}
    </div>
  );
}

function RowContent({ declaration, row }: { declaration: RegisterDeclaration; row: PreviewRow }) {
  const say = useText();
  const labelOf = (field: string) => {
    const declared = declaration.fields[field];
    return declared ? say(declared.label) : field;
  };
  if (row.status === 'faulty') {
    return (
      <ul className="sheet-faults">
        {row.problems.map((problem) => (
          <li key={`${problem.column} ${problem.rule}`}>
            {problem.column && <b>{problem.column}</b>} {problem.value && <code>{problem.value}</code>} {say(problem.text)}
          </li>
        ))}
      </ul>
    );
  }
  if (row.status === 'changed') {
    return (
      <ul className="sheet-changes">
        {row.changes.map(({ field, before, after }) => (
          <li key={field}>
            {labelOf(field)}: <del>{plain(before)}</del> → <ins>{plain(after)}</ins>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <>
      {Object.entries(row.values)
        .filter(([, value]) => value !== null)
        .map(([field, value]) => `${labelOf(field)} ${plain(value)}`)
        .join(' · ')}
    </>
  );
}

function plain(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}
