import { memo } from 'react';
import type { Deadline } from '#kernel/clock/deadline.ts';
import { defineWords } from '#kernel/language/text.ts';
import { caseById } from '#web/registers/declared.ts';
import { TimeLeft } from '#web/cases/TimeLeft.tsx';
import { Unverified } from '#web/cases/Unverified.tsx';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { AreaName } from '#web/tables/cells.tsx';
import { DemoTag } from '#web/theme/theme.tsx';
import { isOverdue } from './deadlineRows.ts';

const words = defineWords({
  due: { zh: '{at} 到期', en: 'due {at}' },
  basis: { zh: '依据：{clause}', en: 'Basis: {clause}' },
});

interface DeadlineRowProps {
  deadline: Deadline;
  nowMs: number;
}

/** One deadline: how long is left, what must be done, for which case, by which clause. */
export const DeadlineRow = memo(
  function DeadlineRow({ deadline, nowMs }: DeadlineRowProps) {
    const say = useText();
    const { subject, dueAt } = deadline;
    const declaration = caseById(subject.kind);
    return (
      <li className={isOverdue(deadline, nowMs) ? 'deadline deadline-overdue' : 'deadline'}>
        <div className="deadline-left">
          <TimeLeft deadline={deadline} />
          <time dateTime={dueAt}>{say(words.due, { at: dayAndTime(dueAt) })}</time>
        </div>
        <div className="deadline-what">
          <h2>
            {say(deadline.label)} {!deadline.verified && <Unverified />} <DemoTag shown={deadline.demo} />
          </h2>
          <p className="deadline-duty">{say(deadline.duty)}</p>
          <p className="deadline-clause">{say(words.basis, { clause: deadline.clause })}</p>
        </div>
        <div className="deadline-case">
          <PageLink to={`/${subject.kind}s/${subject.id}`}>{subject.title || subject.id}</PageLink>
          <span className="deadline-where">
            {declaration && say(declaration.singular)} · <AreaName code={deadline.areaCode} />
          </span>
        </div>
      </li>
    );
  },
  // The countdown ticks by itself; the row is drawn again only when it changes or falls overdue.
  (before, after) =>
    before.deadline === after.deadline && isOverdue(before.deadline, before.nowMs) === isOverdue(after.deadline, after.nowMs),
);
