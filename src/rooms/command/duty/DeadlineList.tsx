import type { Deadline } from '#kernel/clock/deadline.ts';
import { caseAddress } from '#web/cases/caseAddress.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { shortMoment } from '#web/page/moments.ts';
import { Countdown, DemoTag } from '#web/theme/theme.tsx';
import { deskWords } from './deskWords.ts';

/** Running deadlines, what is due first on top; each leads to its case. */
export function DeadlineList({ deadlines, nowMs }: { deadlines: readonly Deadline[]; nowMs: number }) {
  const t = useText();
  if (deadlines.length === 0) return <p className="desk-quiet">{t(deskWords.noDeadlines)}</p>;
  return (
    <ul className="desk-deadlines">
      {deadlines.map((deadline) => (
        <li key={deadline.id}>
          <PageLink to={caseAddress(deadline.subject.kind, deadline.subject.id)} className="desk-deadline">
            <span className="desk-deadline-label">
              <strong>{t(deadline.label)}</strong>
              {!deadline.verified && <span className="desk-unverified">{t(deskWords.unverified)}</span>}
              <DemoTag shown={deadline.demo} />
            </span>
            <Countdown dueAt={deadline.dueAt} />
            <span className="desk-deadline-subject">{deadline.subject.title}</span>
            <time dateTime={deadline.dueAt} className="desk-deadline-due">
              {shortMoment(deadline.dueAt, nowMs)}
            </time>
          </PageLink>
        </li>
      ))}
    </ul>
  );
}
