import { memo } from 'react';
import type { Deadline } from '#kernel/clock/deadline.ts';
import { defineWords } from '#kernel/language/text.ts';
import { caseById } from '#web/registers/declared.ts';
import { CaseLink } from '#web/cases/CaseLink.tsx';
import { TimeLeft } from '#web/cases/TimeLeft.tsx';
import { Unverified } from '#web/cases/Unverified.tsx';
import { dueMoment } from '#web/cases/dueMoment.ts';
import { useText } from '#web/language/language.tsx';
import { AreaName } from '#web/tables/cells.tsx';
import { DemoTag } from '#web/theme/theme.tsx';
import { isOverdue } from './deadlineRows.ts';

const words = defineWords({
  due: { zh: '{at} 到期', en: 'due {at}' },
  extended: { zh: '已延长 {n} 次，原定 {at}', en: 'extended {n} times, first due {at}' },
  calendar: {
    zh: '所涉年份的节假日尚未录入，工作日按周一至周五计算',
    en: 'Holidays of the year are not entered: working days were counted Monday to Friday',
  },
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
          <time dateTime={dueAt}>{say(words.due, { at: dueMoment(dueAt) })}</time>
        </div>
        <div className="deadline-what">
          <h2>
            {say(deadline.label)} {!deadline.verified && <Unverified />} <DemoTag shown={deadline.demo} />
          </h2>
          <p className="deadline-duty">{say(deadline.duty)}</p>
          {deadline.extensions > 0 && (
            <p className="deadline-duty">{say(words.extended, { n: deadline.extensions, at: dueMoment(deadline.firstDueAt) })}</p>
          )}
          {!deadline.calendarVerified && <p className="deadline-duty">{say(words.calendar)}</p>}
          <p className="deadline-clause">{say(words.basis, { clause: deadline.clause })}</p>
        </div>
        <div className="deadline-case">
          <CaseLink type={subject.kind} id={subject.id}>
            {subject.title || subject.id}
          </CaseLink>
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
