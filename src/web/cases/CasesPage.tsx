import { Button, Input, Select, Tabs } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import type { Deadline } from '#kernel/clock/deadline.ts';
import type { Text } from '#kernel/language/text.ts';
import type { Query } from '#web/api/client.ts';
import { hasAnyRole } from '#web/api/permission.ts';
import { useDeadlines, useSession } from '#web/api/queries.ts';
import { AreaPicker } from '#web/forms/AreaPicker.tsx';
import { NotFound } from '#web/frame/NotFound.tsx';
import { useText } from '#web/language/language.tsx';
import { type Search, useAddress, useGo, useParam } from '#web/page/links.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { EmptyState } from '#web/page/states.tsx';
import { useIsPhone } from '#web/page/useIsPhone.ts';
import { caseById } from '#web/registers/declared.ts';
import { CaseRow } from './CaseRow.tsx';
import { caseAddress } from './caseAddress.ts';
import { caseWords as words } from './caseWords.ts';
import { NewCase } from './NewCase.tsx';
import { useCasePages, useStateCounts } from './useCasePages.ts';
import './caseList.css';
import './cases.css';

/** The list of any case type; a type needs no page of its own. */
export function CasesPage() {
  const declaration = caseById(useParam('type'));
  return declaration ? <CaseList key={declaration.id} declaration={declaration} /> : <NotFound />;
}

function CaseList({ declaration }: { declaration: CaseDeclaration }) {
  const say = useText();
  const go = useGo();
  const { data: me } = useSession();
  const [address, change] = useAddress();
  const { query, isFiltered } = readFilters(declaration, address);
  const pages = useCasePages(declaration.id, query);
  const counts = useStateCounts(declaration.id, query);
  const deadlines = useDeadlines();
  const clocks = useMemo(() => firstClocks(deadlines.data ?? []), [deadlines.data]);
  const shown = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const total = pages.data?.pages[0]?.total ?? 0;
  const openings = Object.entries(declaration.actions).filter(([, action]) => action.from.length === 0 && hasAnyRole(me, action.by));
  const begin = openings.map(([id, action]) => (
    <Button key={id} type="primary" size="large" onClick={() => change({ new: id })}>
      {say(action.label)}
    </Button>
  ));
  const clear = () =>
    change({
      q: undefined,
      areaCode: undefined,
      state: undefined,
      ...Object.fromEntries(choices(declaration).map(([name]) => [name, undefined])),
    });
  const numbers = { total: total.toLocaleString('en-US'), loaded: shown.length.toLocaleString('en-US') };
  const opening = openings.find(([id]) => id === address.new);

  return (
    <>
      <PageFrame
        title={declaration.label}
        roles={declaration.access.read}
        waitFor={[pages]}
        summary={pages.data && say(shown.length < total ? words.countLoaded : words.count, numbers)}
        actions={begin}
        empty={{ when: total === 0 && !isFiltered && address.state === undefined, text: declaration.empty, action: begin }}
      >
        <StateChoice declaration={declaration} state={address.state ?? 'open'} counts={counts} change={change} />
        <CaseFilters declaration={declaration} address={address} change={change} />
        {shown.length === 0 ? (
          <EmptyState text={words.nothing} action={<Button onClick={clear}>{say(words.clear)}</Button>} />
        ) : (
          <ul className="panel case-list" aria-busy={pages.isPlaceholderData}>
            {shown.map((each) => (
              <CaseRow key={each.id} declaration={declaration} found={each} clock={clocks.get(each.id)} />
            ))}
          </ul>
        )}
        {pages.hasNextPage && (
          <Button className="not-printed" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {say(words.more)}
          </Button>
        )}
      </PageFrame>
      {opening && (
        <NewCase
          declaration={declaration}
          actionId={opening[0]}
          onClose={() => change({ new: undefined })}
          onOpened={(id) => go(caseAddress(declaration.id, id))}
        />
      )}
    </>
  );
}

interface StateChoiceProps {
  declaration: CaseDeclaration;
  state: string;
  /** Cases in each state under the other filters; null until known. */
  counts: Record<string, number> | null;
  change: (change: Search) => void;
}

/** Tabs of the states with their numbers; on a phone they would not fit, so they are a list. */
function StateChoice({ declaration, state, counts, change }: StateChoiceProps) {
  const say = useText();
  const isPhone = useIsPhone();
  const choose = (next: string) => change({ state: next === 'open' ? undefined : next });
  const declared = Object.entries(declaration.states);
  const sum = (wanted: typeof declared) => wanted.reduce((total, [key]) => total + (counts?.[key] ?? 0), 0);
  const named = (label: Text, n: number) =>
    counts ? say(words.stateCount, { state: say(label), n: n.toLocaleString('en-US') }) : say(label);
  const states = [
    { key: 'open', label: named(words.active, sum(declared.filter(([, { final }]) => !final))) },
    ...declared.map(([key, { label }]) => ({ key, label: named(label, counts?.[key] ?? 0) })),
    { key: 'all', label: named(words.all, sum(declared)) },
  ];
  if (!isPhone)
    return <Tabs className="not-printed case-states" aria-label={say(words.states)} activeKey={state} onChange={choose} items={states} />;
  return (
    <Select
      className="not-printed"
      aria-label={say(words.states)}
      value={state}
      onChange={choose}
      options={states.map(({ key, label }) => ({ value: key, label }))}
    />
  );
}

/** Code lists a list can be filtered by: those that stand in it. */
function choices(declaration: CaseDeclaration) {
  return Object.entries(declaration.fields).flatMap(([name, field]) =>
    field.kind === 'choice' && field.listed !== false ? [[name, field] as const] : [],
  );
}

function readFilters(declaration: CaseDeclaration, address: Search): { query: Query; isFiltered: boolean } {
  const { q, areaCode, state } = address;
  const chosen = Object.fromEntries(choices(declaration).map(([name]) => [name, address[name]]));
  const which: Query = state === 'all' ? {} : state === undefined ? { open: true } : { state };
  return {
    query: { sort: '-openedAt', q, areaCode, ...chosen, ...which },
    isFiltered: [q, areaCode, ...Object.values(chosen)].some((value) => value !== undefined && value !== ''),
  };
}

/** The clock of each case that is due first; periods of waiting and clocks that stand still do not press. */
function firstClocks(deadlines: readonly Deadline[]): Map<string, Deadline> {
  const first = new Map<string, Deadline>();
  for (const each of deadlines) {
    const held = first.get(each.subject.id);
    if (!each.waits && each.pausedAt === null && (!held || each.dueAt < held.dueAt)) first.set(each.subject.id, each);
  }
  return first;
}

const typingPauseMs = 300;

function CaseFilters({
  declaration,
  address,
  change,
}: {
  declaration: CaseDeclaration;
  address: Search;
  change: (change: Search) => void;
}) {
  const say = useText();
  const [typed, setTyped] = useState(address.q ?? '');
  useEffect(() => {
    if (typed === (address.q ?? '')) return undefined;
    const timer = setTimeout(() => change({ q: typed }), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed, address.q, change]);
  return (
    <div className="case-filters not-printed" role="search">
      <Input
        type="search"
        className="case-filter-wide"
        allowClear
        aria-label={say(words.keyword)}
        placeholder={say(words.keyword)}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {choices(declaration).map(([name, field]) => (
        <Select<string | null>
          key={name}
          allowClear
          popupMatchSelectWidth={false}
          aria-label={say(field.label)}
          placeholder={say(field.label)}
          value={address[name] ?? null}
          options={Object.entries(field.options).map(([value, label]) => ({ value, label: say(label) }))}
          onChange={(value) => change({ [name]: value ?? undefined })}
        />
      ))}
      <AreaPicker
        aria-label={say(words.area)}
        placeholder={say(words.area)}
        value={address.areaCode ?? null}
        onChange={(code) => change({ areaCode: code ?? undefined })}
      />
    </div>
  );
}
