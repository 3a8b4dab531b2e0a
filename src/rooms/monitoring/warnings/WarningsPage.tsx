import { Button, Segmented, Skeleton } from 'antd';
import { useMemo } from 'react';
import type { AnyCase } from '#kernel/casework/case.ts';
import type { Text } from '#kernel/language/text.ts';
import { hasAnyRole } from '#web/api/permission.ts';
import { useCases, useSession } from '#web/api/queries.ts';
import { useCasePages } from '#web/cases/useCasePages.ts';
import { useText } from '#web/language/language.tsx';
import { useNow } from '#web/live/live.tsx';
import { useAddress, useGo } from '#web/page/links.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { EmptyState } from '#web/page/states.tsx';
import { levelColours } from '#web/theme/tokens.ts';
import type { Warning } from './composerDraft.ts';
import { warning } from './warning.case.ts';
import { WarningRow } from './WarningRow.tsx';
import { isInForce } from './warningState.ts';
import { warningWords as words } from './warningWords.ts';
import './warnings.css';

type Tab = 'inForce' | 'approval' | 'drafts' | 'past';
const emptyTexts: Record<Tab, Text> = {
  inForce: words.noneInForce,
  approval: words.noneApproval,
  drafts: words.noneDrafts,
  past: words.nonePast,
};
const levelOrder = Object.keys(levelColours);
const openLimit = 500;

/** Warnings: those in force, those that wait for an approval, drafts, and what has ended. */
export default function WarningsPage() {
  const say = useText();
  const go = useGo();
  const nowMs = useNow(30_000);
  const { data: me } = useSession();
  const [address, change] = useAddress();
  const tab: Tab = address.tab !== undefined && address.tab in emptyTexts ? (address.tab as Tab) : 'inForce';
  const open = useCases<Warning>('warning', { open: true, limit: openLimit });
  const lists = useMemo(() => sortOut(open.data?.items ?? [], nowMs, me?.name ?? ''), [open.data, nowMs, me?.name]);
  const mayDraft = hasAnyRole(me, warning.actions['draft']?.by ?? []);
  const mayApprove = hasAnyRole(me, warning.actions['publish']?.by ?? []);
  const write = mayDraft && (
    <Button type="primary" size="large" onClick={() => go('/warnings/new')}>
      {say(words.write)}
    </Button>
  );
  const counted = (label: Text, n: number) => (n > 0 ? `${say(label)} ${n}` : say(label));

  return (
    <PageFrame
      title={words.list}
      roles={warning.access.read}
      waitFor={[open]}
      summary={open.data && say(words.summary, { n: lists.inForce.length })}
      actions={write}
    >
      <div className="warning-tabs not-printed">
        <Segmented<Tab>
          aria-label={say(words.list)}
          value={tab}
          onChange={(next) => change({ tab: next === 'inForce' ? undefined : next })}
          options={[
            { value: 'inForce', label: counted(words.inForce, lists.inForce.length) },
            ...(mayApprove ? [{ value: 'approval' as const, label: counted(words.approval, lists.forMe.length) }] : []),
            { value: 'drafts', label: counted(words.drafts, lists.drafts.length) },
            { value: 'past', label: say(words.past) },
          ]}
        />
      </div>
      {tab === 'past' ? (
        <PastWarnings expired={lists.expired} nowMs={nowMs} />
      ) : (
        <>
          <WarningList
            warnings={tab === 'approval' ? lists.forMe : lists[tab]}
            nowMs={nowMs}
            empty={open.data?.total === 0 ? warning.empty : emptyTexts[tab]}
            action={tab === 'approval' ? undefined : write}
          />
          {tab === 'approval' && lists.mine.length > 0 && (
            <>
              <h2 className="warning-group">{say(words.mySubmitted)}</h2>
              <WarningList warnings={lists.mine} nowMs={nowMs} empty={words.noneApproval} />
            </>
          )}
        </>
      )}
    </PageFrame>
  );
}

/** In force by level, then by what ends first; waiting ones, oldest first. */
function sortOut(warnings: readonly Warning[], nowMs: number, myName: string) {
  const level = (each: Warning) => levelOrder.indexOf(each.color ?? 'blue');
  const published = warnings.filter(({ state }) => state === 'published');
  const submitted = warnings.filter(({ state }) => state === 'submitted').sort((a, b) => a.updatedAt.localeCompare(b.updatedAt));
  return {
    inForce: published
      .filter((each) => isInForce(each, nowMs))
      .sort((a, b) => level(a) - level(b) || (a.expires ?? '').localeCompare(b.expires ?? '')),
    expired: published.filter((each) => !isInForce(each, nowMs)),
    // The server decides by account (four eyes); the list goes by the name of who acted last.
    forMe: submitted.filter((each) => each.updatedBy !== myName),
    mine: submitted.filter((each) => each.updatedBy === myName),
    drafts: warnings.filter(({ state }) => state === 'draft'),
  };
}

function WarningList({
  warnings,
  nowMs,
  empty,
  action,
}: {
  warnings: readonly Warning[];
  nowMs: number;
  empty: Text;
  action?: React.ReactNode;
}) {
  if (warnings.length === 0) return <EmptyState text={empty} action={action} />;
  return (
    <ul className="panel warning-list">
      {warnings.map((each) => (
        <WarningRow key={each.id} warning={each} nowMs={nowMs} />
      ))}
    </ul>
  );
}

const finalStates = Object.entries(warning.states)
  .filter(([, state]) => state.final)
  .map(([id]) => id)
  .join(',');

function PastWarnings({ expired, nowMs }: { expired: readonly Warning[]; nowMs: number }) {
  const say = useText();
  const pages = useCasePages('warning', { state: finalStates, sort: '-updatedAt' });
  const ended = (pages.data?.pages.flatMap((page) => page.items) ?? []) as (AnyCase & Warning)[];
  if (pages.isPending) return <Skeleton active paragraph={{ rows: 4 }} />;
  return (
    <>
      <WarningList warnings={[...expired, ...ended]} nowMs={nowMs} empty={words.nonePast} />
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </>
  );
}
