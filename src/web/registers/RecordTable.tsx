import { Button, Table, type TableColumnType } from 'antd';
import type { UIEvent } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { Field, FieldKind } from '#kernel/register/field.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink, type Search } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { AreaName, FieldCell } from '#web/tables/cells.tsx';
import { DemoTag } from '#web/theme/theme.tsx';
import { useDensity } from './density.ts';
import { type ListState, nextSort } from './listAddress.ts';
import { titleOf } from './titles.ts';
import { useSize } from './useSize.ts';

const words = defineWords({
  area: { zh: '行政区', en: 'Division' },
  updated: { zh: '更新时间', en: 'Updated' },
  more: { zh: '载入更多', en: 'Load more' },
  untitled: { zh: '（未命名）', en: '(no name)' },
});

export interface ShownRecords {
  declaration: RegisterDeclaration;
  records: AnyRecord[];
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
}

interface RecordTableProps extends ShownRecords {
  state: ListState;
  change: (change: Search) => void;
  /** Old rows are shown while new ones are on their way. */
  isRefreshing: boolean;
  /** Ids chosen to be changed together; absent: nothing can be chosen. */
  chosen?: readonly string[];
  choose?: (ids: readonly string[]) => void;
}

const widths: Partial<Record<FieldKind, number>> = {
  longText: 280,
  text: 180,
  reference: 180,
  areas: 200,
  instant: 150,
  point: 180,
  flag: 90,
  date: 120,
};
const usualWidth = 130;
const unsortable: readonly FieldKind[] = ['point', 'geometry', 'areas', 'list'];
const headHeight = { wide: 47, tight: 39 };
/** The next page is asked for when so many pixels are left below. */
const aheadPx = 600;

const isOther = (record: AnyRecord, before: AnyRecord) => record !== before;

/** A list as a table that draws only the rows in sight, and fetches more as one scrolls. */
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
  const sortOrder = (name: string) => (state.sort === name ? 'ascend' : state.sort === `-${name}` ? 'descend' : null);

  const fieldColumn = (name: string, field: Field): TableColumnType<AnyRecord> => ({
    key: name,
    title: say(field.label),
    width: name === declaration.title ? 240 : (widths[field.kind] ?? usualWidth),
    align: field.kind === 'count' || field.kind === 'measure' ? 'right' : 'left',
    ellipsis: true,
    sorter: !unsortable.includes(field.kind) && !field.sensitive,
    sortOrder: sortOrder(name),
    render: (_value, record) =>
      name === declaration.title ? (
        <TitleCell declaration={declaration} record={record} />
      ) : (
        <FieldCell field={field} value={record[name]} />
      ),
  });
  const shown = [declaration.title, ...state.columns.filter((name) => name !== declaration.title)];
  const columns: TableColumnType<AnyRecord>[] = [
    ...shown.flatMap((name) => {
      const field = declaration.fields[name];
      return field ? [fieldColumn(name, field)] : [];
    }),
    {
      key: 'areaCode',
      title: say(words.area),
      width: 130,
      ellipsis: true,
      render: (_value, record) => <AreaName code={record.areaCode} />,
    },
    {
      key: 'updatedAt',
      title: say(words.updated),
      width: 150,
      sorter: true,
      sortOrder: sortOrder('updatedAt'),
      render: (_value, record) => dayAndTime(record.updatedAt),
    },
  ];
  // While one scrolls, rows that are in sight already are not drawn again.
  const still = columns.map((column) => ({ ...column, shouldCellUpdate: isOther }));
  const wanted = columns.reduce((sum, column) => sum + Number(column.width), choose ? 44 : 0);

  const onScroll = ({ currentTarget }: UIEvent<HTMLDivElement>) => {
    const left = currentTarget.scrollHeight - currentTarget.scrollTop - currentTarget.clientHeight;
    if (hasMore && !isLoadingMore && left < aheadPx) loadMore();
  };

  return (
    <>
      <div className="record-table panel" ref={holder} aria-busy={isRefreshing}>
        {height > 0 && (
          <Table<AnyRecord>
            virtual
            rowKey="id"
            size={density === 'tight' ? 'small' : 'middle'}
            columns={still}
            dataSource={records}
            pagination={false}
            scroll={{ x: Math.max(wanted, width), y: height - headHeight[density] }}
            showSorterTooltip={false}
            {...(choose && {
              rowSelection: {
                selectedRowKeys: [...(chosen ?? [])],
                columnWidth: 44,
                fixed: true,
                onChange: (keys) => choose(keys.map(String)),
              },
            })}
            onScroll={onScroll}
            onChange={(_pages, _filters, sorter, { action }) => {
              const field = Array.isArray(sorter) ? sorter[0]?.columnKey : sorter.columnKey;
              if (action === 'sort' && field !== undefined) change({ sort: nextSort(state.sort, String(field)) });
            }}
          />
        )}
      </div>
      {hasMore && (
        <Button className="load-more not-printed" loading={isLoadingMore} onClick={loadMore}>
          {say(words.more)}
        </Button>
      )}
    </>
  );
}

function TitleCell({ declaration, record }: { declaration: RegisterDeclaration; record: AnyRecord }) {
  const say = useText();
  return (
    <span className="title-cell">
      <PageLink to={`/registers/${declaration.id}/${record.id}`}>{titleOf(declaration, record) || say(words.untitled)}</PageLink>
      <DemoTag shown={record.demo} />
    </span>
  );
}
