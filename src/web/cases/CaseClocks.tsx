import type { CaseDeclaration, CaseLine } from '#kernel/casework/case.ts';
import { isOpen, type Deadline } from '#kernel/clock/deadline.ts';
import { defineWords } from '#kernel/language/text.ts';
import { useLanguage, useText } from '#web/language/language.tsx';
import { dayAndTime, spanWords } from '#web/page/moments.ts';
import { clockResult } from './clockResult.ts';
import { dueMoment } from './dueMoment.ts';
import { TimeLeft } from './TimeLeft.tsx';
import { Unverified } from './Unverified.tsx';
import './cases.css';

const words = defineWords({
  none: { zh: '没有时限。', en: 'No clocks.' },
  due: { zh: '{at} 前', en: 'due {at}' },
  basis: { zh: '依据：{clause}', en: 'Basis: {clause}' },
  extended: { zh: '已延长 {n} 次，原定 {at}', en: 'extended {n} times, first due {at}' },
  calendar: {
    zh: '所涉年份的节假日尚未录入，工作日按周一至周五计算。',
    en: 'Holidays of the year are not entered: working days were counted Monday to Friday.',
  },
  met: { zh: '按时完成', en: 'Done in time' },
  late: { zh: '超时 {span} 完成', en: 'Done {span} late' },
  doneBy: { zh: '{at}，{who}', en: '{at}, {who}' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
});

/** The clocks of a case: running ones first, what is due first on top; then those done, with when and by whom. */
export function CaseClocks({
  declaration,
  deadlines,
  lines,
}: {
  declaration: CaseDeclaration;
  deadlines: readonly Deadline[];
  lines: readonly CaseLine[];
}) {
  const say = useText();
  const open = deadlines.filter(isOpen).sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  const done = deadlines.filter((each) => !isOpen(each)).sort((a, b) => (b.doneAt ?? '').localeCompare(a.doneAt ?? ''));
  if (deadlines.length === 0) return <p className="case-quiet">{say(words.none)}</p>;
  return (
    <ul className="case-clocks">
      {open.map((each) => (
        <li key={each.id} className="case-clock">
          <p className="case-clock-name">
            <b>{say(each.label)}</b> {!each.verified && <Unverified />}
          </p>
          <p className="case-clock-left">
            <TimeLeft deadline={each} />
            {each.state !== 'paused' && <time dateTime={each.dueAt}>{say(words.due, { at: dueMoment(each.dueAt) })}</time>}
          </p>
          <p className="case-clock-duty">{say(each.duty)}</p>
          {each.extensions > 0 && (
            <p className="case-clock-duty">{say(words.extended, { n: each.extensions, at: dueMoment(each.firstDueAt) })}</p>
          )}
          {each.calendarVerified === false && <p className="case-clock-duty">{say(words.calendar)}</p>}
          <p className="case-clock-clause">{say(words.basis, { clause: each.clause })}</p>
        </li>
      ))}
      {done.map((each) => (
        <DoneClock key={each.id} declaration={declaration} deadline={each} lines={lines} />
      ))}
    </ul>
  );
}

function DoneClock({ declaration, deadline, lines }: { declaration: CaseDeclaration; deadline: Deadline; lines: readonly CaseLine[] }) {
  const say = useText();
  const { language } = useLanguage();
  const result = clockResult(declaration, deadline, lines);
  return (
    <li className="case-clock case-clock-done">
      <p className="case-clock-name">
        {say(deadline.label)} {!deadline.verified && <Unverified />}
      </p>
      <p className="case-clock-result">
        {result === null ? (
          say(words.cancelled)
        ) : (
          <>
            <span className={result.lateMs > 0 ? 'overdue' : 'case-clock-met'}>
              {result.lateMs > 0 ? say(words.late, { span: spanWords(result.lateMs, language) }) : `✓ ${say(words.met)}`}
            </span>
            <span>{result.by === null ? dayAndTime(result.at) : say(words.doneBy, { at: dayAndTime(result.at), who: result.by })}</span>
          </>
        )}
      </p>
    </li>
  );
}
