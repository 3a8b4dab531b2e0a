import { Button, Skeleton } from 'antd';
import { FormProblem } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { useAnchorNow, useAnchors } from './journalQueries.ts';
import { journalWords as words } from './journalWords.ts';

const shown = 30;

/** Signed anchors, newest first, each with its sheet for the archive. */
export function AnchorPanel() {
  const say = useText();
  const asked = useAnchors();
  const anchorNow = useAnchorNow();
  const anchors = asked.data?.items.slice(0, shown) ?? [];
  return (
    <section className="panel case-panel not-printed">
      <h2>{say(words.anchors)}</h2>
      <p className="case-quiet">{say(words.anchorsAbout)}</p>
      {asked.isPending && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {asked.data && anchors.length === 0 && <p className="case-quiet">{say(words.noAnchors)}</p>}
      <ol className="journal-anchors">
        {anchors.map((anchor) => (
          <li key={anchor.number}>
            <PageLink to={`/journal/anchors/${anchor.number}`}>{say(words.anchorNumber, { n: anchor.number })}</PageLink>
            <span>
              {anchor.day} · {say(anchor.kind === 'daily' ? words.daily : words.onDemand)}
            </span>
            <span className="case-quiet">
              {say(words.covers, { n: anchor.position.toLocaleString('en') })} · {dayAndTime(anchor.at)}
            </span>
          </li>
        ))}
      </ol>
      <FormProblem error={asked.error ?? anchorNow.error} />
      <p className="journal-acts">
        <Button onClick={() => anchorNow.mutate()} loading={anchorNow.isPending}>
          {say(words.anchorNow)}
        </Button>
      </p>
    </section>
  );
}
