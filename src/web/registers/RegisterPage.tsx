import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { registerById } from '#rooms/rooms.ts';
import { withQuery } from '#web/api/client.ts';
import { hasAnyRole } from '#web/api/permission.ts';
import { useSession } from '#web/api/queries.ts';
import { NotFound } from '#web/frame/NotFound.tsx';
import { useText } from '#web/language/language.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { useAddress, useGo, useParam } from '#web/page/links.tsx';
import { EmptyState } from '#web/page/states.tsx';
import { sheetWords } from '#web/sheets/sheetWords.ts';
import { useIsPhone } from '#web/page/useIsPhone.ts';
import { BulkBar } from './BulkBar.tsx';
import { type ListState, listQuery, readListState } from './listAddress.ts';
import { ListTools } from './ListTools.tsx';
import { RecordCards } from './RecordCards.tsx';
import { RecordTable } from './RecordTable.tsx';
import { useRecordPages } from './useRecordPages.ts';
import './registers.css';

const words = defineWords({
  count: { zh: '共 {total} 条', en: '{total} records' },
  countAbout: { zh: '约 {total} 条，已载入 {loaded} 条', en: 'about {total} records, {loaded} loaded' },
  countLoaded: { zh: '共 {total} 条，已载入 {loaded} 条', en: '{total} records, {loaded} loaded' },
  add: { zh: '新增{what}', en: 'New {what}' },
  nothing: { zh: '没有符合条件的记录。', en: 'No record fits.' },
  clear: { zh: '清除筛选', en: 'Clear the filters' },
  geojson: { zh: '导出 GeoJSON', en: 'Export GeoJSON' },
});

/** The list of any register. */
export function RegisterPage() {
  const declaration = registerById(useParam('register'));
  return declaration ? <RegisterList key={declaration.id} declaration={declaration} /> : <NotFound />;
}

function RegisterList({ declaration }: { declaration: RegisterDeclaration }) {
  const say = useText();
  const go = useGo();
  const isPhone = useIsPhone();
  const { data: me } = useSession();
  const [search, changeAddress] = useAddress();
  const state = useMemo(() => readListState(search, declaration), [search, declaration]);
  const pages = useRecordPages(declaration.id, listQuery(state));
  const records = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  const total = pages.data?.pages[0]?.total ?? 0;
  const isAbout = pages.data?.pages[0]?.totalIsEstimate === true;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const isFiltered = state.q !== '' || state.archived !== 'no' || Object.keys(state.filters).length > 0;
  const mayWrite = hasAnyRole(me, declaration.access.write);

  const clear = () =>
    changeAddress({
      q: undefined,
      archived: undefined,
      ...Object.fromEntries(Object.keys(state.filters).map((name) => [name, undefined])),
    });
  const add = mayWrite && (
    <Button type="primary" onClick={() => go(`/registers/${declaration.id}/new`)}>
      {say(words.add, { what: say(declaration.singular).toLowerCase() })}
    </Button>
  );
  const numbers = { total: total.toLocaleString('en-US'), loaded: records.length.toLocaleString('en-US') };
  const shown = {
    declaration,
    records,
    hasMore: pages.hasNextPage,
    isLoadingMore: pages.isFetchingNextPage,
    loadMore: () => void pages.fetchNextPage(),
    ...(mayWrite && { chosen, choose: setChosen }),
  };

  return (
    <PageFrame
      title={declaration.label}
      roles={declaration.access.read}
      waitFor={[pages]}
      summary={pages.data && say(isAbout ? words.countAbout : records.length < total ? words.countLoaded : words.count, numbers)}
      actions={
        <>
          {declaration.located !== undefined && total > 0 && (
            <Button href={exportAddress(declaration, state, 'geojson')} download>
              {say(words.geojson)}
            </Button>
          )}
          {total > 0 && (
            <Button href={exportAddress(declaration, state, 'xlsx')} download>
              {say(sheetWords.export)}
            </Button>
          )}
          {mayWrite && <Button onClick={() => go(`/registers/${declaration.id}/import`)}>{say(sheetWords.import)}</Button>}
          {(total > 0 || isFiltered) && add}
        </>
      }
      empty={{ when: total === 0 && !isFiltered, text: declaration.empty, action: add }}
    >
      <ListTools declaration={declaration} state={state} change={changeAddress} />
      {total === 0 ? (
        <EmptyState text={words.nothing} action={<Button onClick={clear}>{say(words.clear)}</Button>} />
      ) : (
        <>
          {mayWrite && (isFiltered || chosen.length > 0) && (
            <BulkBar declaration={declaration} ids={chosen} query={listQuery(state)} clear={() => setChosen([])} />
          )}
          {isPhone ? (
            <RecordCards {...shown} />
          ) : (
            <RecordTable {...shown} state={state} change={changeAddress} isRefreshing={pages.isPlaceholderData} />
          )}
        </>
      )}
    </PageFrame>
  );
}

/** Exactly what is filtered, as a file. */
function exportAddress(declaration: RegisterDeclaration, state: ListState, form: 'geojson' | 'xlsx'): string {
  return `/api/v1${withQuery(`/registers/${declaration.id}.${form}`, listQuery(state))}`;
}
