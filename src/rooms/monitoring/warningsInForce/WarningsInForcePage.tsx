import { useWarningsInForce } from '#web/api/warningInForceQueries.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { Countdown } from '#web/theme/theme.tsx';
import { InForceRow } from './InForceRow.tsx';
import { inForceWords as words } from './inForceWords.ts';
import type { ReceivedWarning } from './receivedWarning.ts';

import './inForce.css';

/** Warnings of other agencies: what holds now by colour, what comes, what ended. */
export default function WarningsInForcePage() {
  const say = useText();
  const asked = useWarningsInForce();
  const { coming = [], ended = [], inForce = [], orphans = [] } = asked.data ?? {};
  return (
    <PageFrame
      title={words.title}
      summary={say(words.summary)}
      waitFor={[asked]}
      actions={<PageLink to="/registers/warningFeeds">{say(words.feeds)}</PageLink>}
    >
      {inForce.length === 0 && <p className="panel case-panel">{say(words.none)}</p>}
      <ul className="panel in-force-list">
        {inForce.map((warning) => (
          <InForceRow key={warning.id} warning={warning} end={<End warning={warning} />} />
        ))}
      </ul>
      {coming.length > 0 && (
        <>
          <h2 className="in-force-group">{say(words.coming)}</h2>
          <ul className="panel in-force-list">
            {coming.map((warning) => (
              <InForceRow key={warning.id} warning={warning} end={say(words.coming)} />
            ))}
          </ul>
        </>
      )}
      {orphans.length > 0 && <p className="case-quiet">{say(words.orphans, { n: orphans.length })}</p>}
      {ended.length > 0 && (
        <>
          <h2 className="in-force-group">{say(words.ended)}</h2>
          <ul className="panel in-force-list in-force-ended">
            {ended.map(({ warning, why }) => (
              <InForceRow key={warning.id} warning={warning} end={say(words[why])} />
            ))}
          </ul>
        </>
      )}
    </PageFrame>
  );
}

function End({ warning: { expiresAt } }: { warning: ReceivedWarning }) {
  const say = useText();
  if (expiresAt === null) return <span className="in-force-end-word">{say(words.open)}</span>;
  return (
    <>
      <Countdown dueAt={expiresAt} />
      <span className="in-force-end-word">{say(words.left)}</span>
    </>
  );
}
