import { Button } from 'antd';
import { useMemo } from 'react';
import { hasAnyRole } from '#web/api/permission.ts';
import { useCases, useDeadlines, useSession } from '#web/api/queries.ts';
import { useCasePages } from '#web/cases/useCasePages.ts';
import { useText } from '#web/language/language.tsx';
import { useAddress, useGo } from '#web/page/links.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { EmptyState } from '#web/page/states.tsx';
import { incident } from './incident.case.ts';
import { IncidentFilters, readFilters } from './IncidentFilters.tsx';
import { inOrder, nextClocks, type Incident } from './incidentOrder.ts';
import { IncidentRow } from './IncidentRow.tsx';
import { incidentWords as words } from './incidentWords.ts';
import { NewIncident } from './NewIncident.tsx';
import '#web/cases/cases.css';
import './incidents.css';

/** Incidents of the county, the open ones first; also where a report is taken. */
export default function IncidentsPage() {
  const say = useText();
  const go = useGo();
  const { data: me } = useSession();
  const [address, change] = useAddress();
  const { query, isFiltered } = readFilters(address);
  const pages = useCasePages('incident', query);
  const open = useCases('incident', { open: true, limit: 1 });
  const deadlines = useDeadlines();
  const clocks = useMemo(() => nextClocks(deadlines.data ?? []), [deadlines.data]);
  const loaded = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  const incidents = useMemo(() => inOrder(loaded as unknown as Incident[], clocks), [loaded, clocks]);
  const total = pages.data?.pages[0]?.total ?? 0;
  const mayTake = hasAnyRole(me, incident.actions['open']?.by ?? []);
  const take = mayTake && (
    <Button type="primary" size="large" onClick={() => change({ new: '1' })}>
      {say(words.take)}
    </Button>
  );

  return (
    <>
      <PageFrame
        title={words.list}
        roles={incident.access.read}
        waitFor={[pages]}
        summary={pages.data && say(words.count, { open: open.data?.total ?? 0, total: total.toLocaleString('en-US') })}
        actions={take}
        empty={{ when: total === 0 && !isFiltered, text: incident.empty, action: take }}
      >
        <IncidentFilters address={address} change={change} />
        {incidents.length === 0 ? (
          <EmptyState text={words.nothing} action={<Button onClick={() => go('/incidents')}>{say(words.clear)}</Button>} />
        ) : (
          <ul className="panel incident-list" aria-busy={pages.isPlaceholderData}>
            {incidents.map((each) => (
              <IncidentRow key={each.id} incident={each} clock={each.state === 'open' ? clocks.get(each.id) : undefined} />
            ))}
          </ul>
        )}
        {pages.hasNextPage && (
          <Button className="not-printed" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {say(words.more)}
          </Button>
        )}
      </PageFrame>
      {address.new !== undefined && mayTake && (
        <NewIncident onClose={() => change({ new: undefined })} onOpened={(id) => go(`/incidents/${id}`)} />
      )}
    </>
  );
}
