import { Button } from 'antd';
import { caseById, registerById } from '#web/registers/declared.ts';
import { useText } from '#web/language/language.tsx';
import { useAddress } from '#web/page/links.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { wallToInstant } from '#web/page/moments.ts';
import { AnchorPanel } from './AnchorPanel.tsx';
import { JournalFilters } from './JournalFilters.tsx';
import { JournalTable } from './JournalTable.tsx';
import { useJournal } from './journalQueries.ts';
import { journalWords as words } from './journalWords.ts';
import { VerificationPanel } from './VerificationPanel.tsx';
import '#web/cases/cases.css';
import '#web/cases/caseList.css';
import './journal.css';

/** The audit journal: read, filter, verify, sign. */
export default function JournalPage() {
  const say = useText();
  const [address, change] = useAddress();
  const { q, act, kind, record, from, to } = address;
  const asked = useJournal({
    q,
    act,
    subjectKind: kind,
    subjectId: record,
    from: from && wallToInstant(`${from}T00:00`),
    to: to && wallToInstant(`${to}T24:00`),
  });
  const entries = asked.data?.pages.flatMap(({ items }) => items) ?? [];
  const isFiltered = [q, act, kind, record, from, to].some(Boolean);
  return (
    <PageFrame title={words.title} roles={['administrator']} summary={say(words.about)} waitFor={[asked]}>
      <div className="journal">
        <div className="journal-main">
          <JournalFilters address={address} change={change} />
          {record && (
            <p className="case-quiet">
              {say(words.onlyOne)}：{nameOf(kind, say)} <code>{record}</code>
            </p>
          )}
          {entries.length === 0 ? (
            <div className="panel case-panel">
              <p>{say(isFiltered ? words.nothing : words.empty)}</p>
              {isFiltered && (
                <Button onClick={() => change({ q: '', act: '', kind: '', record: '', from: '', to: '' })}>{say(words.clear)}</Button>
              )}
            </div>
          ) : (
            <JournalTable entries={entries} onRecord={(subjectKind, subjectId) => change({ kind: subjectKind, record: subjectId })} />
          )}
          {asked.hasNextPage && (
            <Button loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
              {say(words.more)}
            </Button>
          )}
        </div>
        <div className="journal-side">
          <VerificationPanel />
          <AnchorPanel />
        </div>
      </div>
    </PageFrame>
  );
}

function nameOf(kind: string | undefined, say: ReturnType<typeof useText>): string {
  const declaration = registerById(kind ?? '') ?? caseById(kind ?? '');
  return declaration ? say(declaration.label) : (kind ?? '');
}
