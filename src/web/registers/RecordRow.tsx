import { memo } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { AnyRecord } from '#kernel/register/register.ts';
import { useText } from '#web/language/language.tsx';
import type { RecordColumn } from './recordColumns.tsx';

const words = defineWords({ choose: { zh: '选择第 {n} 行', en: 'Choose row {n}' } });

interface RecordRowProps {
  record: AnyRecord;
  columns: readonly RecordColumn[];
  /** Place in the list from 0. */
  at: number;
  /** px */
  height: number;
  isChosen: boolean;
  toggle: ((id: string) => void) | undefined;
}

/** One row of a list. It stands where its place in the list says, so rows around it may come and go without moving it. */
export const RecordRow = memo(function RecordRow({ record, columns, at, height, isChosen, toggle }: RecordRowProps) {
  const say = useText();
  return (
    <div
      className={isChosen ? 'record-row is-chosen' : 'record-row'}
      role="row"
      aria-rowindex={at + 2}
      data-record={record.id}
      style={{ top: at * height, height }}
    >
      {toggle && (
        <div className="record-check" role="cell">
          <input type="checkbox" checked={isChosen} onChange={() => toggle(record.id)} aria-label={say(words.choose, { n: at + 1 })} />
        </div>
      )}
      {columns.map(({ key, isFigure, cell }) => (
        <div key={key} role="cell" className={isFigure ? 'is-figure' : undefined}>
          {cell(record)}
        </div>
      ))}
    </div>
  );
});
