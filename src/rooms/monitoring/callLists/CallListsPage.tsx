import { useCallLists } from '#web/api/callingQueries.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { DemoTag } from '#web/theme/theme.tsx';
import { callListWords as words } from './callListWords.ts';
import './callLists.css';

/** Every call list with how many were reached. */
export default function CallListsPage() {
  const say = useText();
  const asked = useCallLists();
  const lists = asked.data ?? [];
  return (
    <PageFrame
      title={words.title}
      summary={say(words.summary)}
      waitFor={[asked]}
      empty={{ when: lists.length === 0, text: words.none, action: <PageLink to="/warnings-in-force">{say(words.toWarnings)}</PageLink> }}
    >
      <ul className="panel call-lists">
        {lists.map((list) => (
          <li key={list.id}>
            <PageLink to={`/call-lists/${list.id}`}>{list.title}</PageLink> <DemoTag shown={list.demo} />
            <span className="case-quiet">{say(words.made, { by: list.createdBy, at: dayAndTime(list.createdAt) })}</span>
            <strong>{say(words.reached, { n: list.reached, all: list.total })}</strong>
            {list.closedAt && <span className="case-quiet">{say(words.closed)}</span>}
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}
