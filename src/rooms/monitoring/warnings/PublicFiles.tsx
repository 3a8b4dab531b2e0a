import { useText } from '#web/language/language.tsx';
import type { Warning } from './composerDraft.ts';
import { warningWords as words } from './warningWords.ts';

/** What the public reads of a warning: its CAP document and the feed it is in. */
export function PublicFiles({ warning }: { warning: Warning }) {
  const say = useText();
  const feed = warning.demo ? '/feeds/cap-exercise.atom' : '/feeds/cap.atom';
  return (
    <section className="panel case-panel">
      <h2>{say(warning.demo ? words.demoFiles : words.publicFiles)}</h2>
      {warning.publishedAt === null ? (
        <p className="case-quiet">{say(words.laterFiles)}</p>
      ) : (
        <ul className="warning-files">
          <li>
            <a href={`/feeds/cap/${warning.id}.xml`} target="_blank" rel="noreferrer">
              {say(words.cap)}
            </a>
          </li>
          {warning.cancelledAt !== null && (
            <li>
              <a href={`/feeds/cap/${warning.id}-cancel.xml`} target="_blank" rel="noreferrer">
                {say(words.capCancel)}
              </a>
            </li>
          )}
          <li>
            <a href={feed} target="_blank" rel="noreferrer">
              {say(warning.demo ? words.demoFeed : words.feed)}
            </a>
          </li>
        </ul>
      )}
    </section>
  );
}
