import { defineWords } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';
import type { RecordColumn } from './recordColumns.tsx';

const words = defineWords({ chooseAll: { zh: '选择已载入的全部', en: 'Choose all that are loaded' } });

interface RecordHeadProps {
  columns: readonly RecordColumn[];
  /** Field name, `-` in front for descending. */
  sort: string;
  sortBy: (field: string) => void;
  /** How many rows are chosen; absent: nothing can be chosen. */
  choice?: { chosen: 'none' | 'some' | 'all'; toggleAll: () => void };
}

/** The head of a list: its columns, by which it is sorted, and the box that chooses everything. */
export function RecordHead({ columns, sort, sortBy, choice }: RecordHeadProps) {
  const say = useText();
  return (
    <div className="record-row record-head" role="row" aria-rowindex={1}>
      {choice && (
        <div className="record-check" role="columnheader">
          <input
            type="checkbox"
            checked={choice.chosen === 'all'}
            ref={(box) => {
              if (box) box.indeterminate = choice.chosen === 'some';
            }}
            onChange={choice.toggleAll}
            aria-label={say(words.chooseAll)}
          />
        </div>
      )}
      {columns.map(({ key, label, isSortable, isFigure }) => {
        const order: 'ascending' | 'descending' | 'none' = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none';
        return (
          <div key={key} role="columnheader" className={isFigure ? 'is-figure' : undefined} {...(isSortable && { 'aria-sort': order })}>
            {isSortable ? (
              <button type="button" onClick={() => sortBy(key)}>
                <span>{say(label)}</span>
                <span className="record-sort" aria-hidden="true">
                  {order === 'ascending' ? '▲' : order === 'descending' ? '▼' : '↕'}
                </span>
              </button>
            ) : (
              <span>{say(label)}</span>
            )}
          </div>
        );
      })}
    </div>
  );
}
