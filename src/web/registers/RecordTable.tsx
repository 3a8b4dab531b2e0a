import { Button } from 'antd';
import { type Dispatch, type SetStateAction, type UIEvent, useCallback, useEffect, useMemo, useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { useText } from '#web/language/language.tsx';
import type { Search } from '#web/page/links.tsx';
import { NamesFor } from '#web/tables/knownNames.tsx';
import { rowWindow, stepRows } from '#web/tables/rowWindow.ts';
import { useDensity } from './density.ts';
import { type ListState, nextSort } from './listAddress.ts';
import { recordColumns } from './recordColumns.tsx';
import { RecordHead } from './RecordHead.tsx';
import { RecordRow } from './RecordRow.tsx';
import { useSize } from './useSize.ts';
import './recordTable.css';

const words = defineWords({ more: { zh: '载入更多', en: 'Load more' } });

export interface ShownRecords {
  declaration: RegisterDeclaration;
  records: AnyRecord[];
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  /** Ids chosen to be changed together, and the way to choose; absent: nothing can be chosen. */
  chosen?: readonly string[];
  choose?: Dispatch<SetStateAction<readonly string[]>>;
}

interface RecordTableProps extends ShownRecords {
  state: ListState;
  change: (change: Search) => void;
  /** Old rows are shown while new ones are on their way. */
  isRefreshing: boolean;
}

/** px */
const rowHeights = { wide: 46, tight: 38 };
const checkWidth = 44;
/** The next page is asked for when so many pixels are left below. */
const aheadPx = 2_400;

/**
 * A list as a table that draws only the rows in sight, and fetches more as one scrolls. Columns have fixed widths and rows a
 * fixed height, so nothing is ever measured; a row that is drawn is not drawn again.
 */
export function RecordTable({
  declaration,
  records,
  state,
  change,
  hasMore,
  isLoadingMore,
  loadMore,
  isRefreshing,
  chosen,
  choose,
}: RecordTableProps) {
  const say = useText();
  const [density] = useDensity();
  const [holder, { width, height }] = useSize<HTMLDivElement>();
  const rowHeight = rowHeights[density];
  const names = state.columns.join(',');
  const columns = useMemo(() => recordColumns(declaration, names.split(',')), [declaration, names]);
  const fields = useMemo(() => columns.flatMap(({ key }) => declaration.fields[key] ?? []), [columns, declaration]);
  const wanted = columns.reduce((sum, column) => sum + column.width, 0);
  const room = Math.max(wanted, width - (choose ? checkWidth : 0));
  const template = [...(choose ? [checkWidth] : []), ...columns.map((column) => (column.width / wanted) * room)];

  const [top, setTop] = useState(0);
  const { from, to } = rowWindow(top, height, rowHeight, records.length);
  const onScroll = ({ currentTarget }: UIEvent<HTMLDivElement>) => {
    // In whole steps: between them nothing is drawn.
    setTop(Math.floor(currentTarget.scrollTop / (stepRows * rowHeight)) * stepRows * rowHeight);
    const left = currentTarget.scrollHeight - currentTarget.scrollTop - currentTarget.clientHeight;
    if (hasMore && !isLoadingMore && left < aheadPx) loadMore();
  };
  // Another question begins at its top. (Newer browsers answer scrollTo with a promise, which is no clean-up.)
  const question = JSON.stringify([state.q, state.sort, state.filters, state.archived]);
  useEffect(() => {
    holder.current?.scrollTo({ top: 0 });
  }, [question, holder]);

  const toggle = useCallback(
    (id: string) => choose?.((before) => (before.includes(id) ? before.filter((each) => each !== id) : [...before, id])),
    [choose],
  );
  const isChosen = new Set(chosen);
  const count = records.filter(({ id }) => isChosen.has(id)).length;
  const all = count > 0 && count === records.length;
  const choice = choose && {
    chosen: all ? ('all' as const) : count > 0 ? ('some' as const) : ('none' as const),
    toggleAll: () => choose(all ? [] : records.map(({ id }) => id)),
  };

  return (
    <>
      <div
        className="record-table panel"
        ref={holder}
        role="table"
        aria-label={say(declaration.label)}
        aria-busy={isRefreshing}
        aria-rowcount={hasMore ? -1 : records.length + 1}
        aria-colcount={template.length}
        style={{ ['--columns' as string]: template.map((each) => `${Math.floor(each)}px`).join(' ') }}
        onScroll={onScroll}
      >
        <div className="record-area" style={{ width: Math.floor(room + (choose ? checkWidth : 0)) }}>
          <div role="rowgroup" className="record-head-group">
            <RecordHead
              columns={columns}
              sort={state.sort}
              sortBy={(field) => change({ sort: nextSort(state.sort, field) })}
              {...(choice && { choice })}
            />
          </div>
          <div role="rowgroup" className="record-body" style={{ height: records.length * rowHeight }}>
            <NamesFor fields={fields}>
              {height > 0 &&
                records
                  .slice(from, to)
                  .map((record, place) => (
                    <RecordRow
                      key={record.id}
                      record={record}
                      columns={columns}
                      at={from + place}
                      height={rowHeight}
                      isChosen={isChosen.has(record.id)}
                      toggle={choose && toggle}
                    />
                  ))}
            </NamesFor>
          </div>
        </div>
      </div>
      {hasMore && (
        <Button className="load-more not-printed" loading={isLoadingMore} onClick={loadMore}>
          {say(words.more)}
        </Button>
      )}
    </>
  );
}
