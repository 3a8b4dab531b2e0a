import type { CaseDeclaration, CaseLine } from '#kernel/casework/case.ts';
import type { Deadline } from '#kernel/clock/deadline.ts';
import { defineWords } from '#kernel/language/text.ts';
import { useLanguage, useText } from '#web/language/language.tsx';
import { dayAndTime, spanWords } from '#web/page/moments.ts';
import { Changes } from './CaseTimeline.tsx';
import { clockResult } from './clockResult.ts';
import { dueMoment } from './dueMoment.ts';
import { readTimeline } from './timeline.ts';
import { Unverified } from './Unverified.tsx';
import './paper.css';

// Clocks and timeline of a case on paper: plain tables, oldest first.

const words = defineWords({
  clock: { zh: '时限', en: 'Clock' },
  due: { zh: '到期', en: 'Due' },
  result: { zh: '结果', en: 'Result' },
  none: { zh: '无', en: 'None' },
  open: { zh: '未完成', en: 'Not done yet' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  met: { zh: '按时完成', en: 'In time' },
  late: { zh: '超时 {span}', en: '{span} late' },
  time: { zh: '时间', en: 'Time' },
  act: { zh: '事项', en: 'Action' },
  who: { zh: '人员', en: 'Person' },
  what: { zh: '内容', en: 'Content' },
});

export function PaperClocks({
  declaration,
  deadlines,
  lines,
}: {
  declaration: CaseDeclaration;
  deadlines: readonly Deadline[];
  lines: readonly CaseLine[];
}) {
  const say = useText();
  const { language } = useLanguage();
  if (deadlines.length === 0) return <p>{say(words.none)}</p>;
  const tell = (deadline: Deadline) => {
    const result = clockResult(declaration, deadline, lines);
    if (!result) return say(deadline.state === 'cancelled' ? words.cancelled : words.open);
    const how = result.lateMs > 0 ? say(words.late, { span: spanWords(result.lateMs, language) }) : say(words.met);
    return `${dayAndTime(result.at)} ${result.by ?? ''} ${how}`;
  };
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say(words.clock)}</th>
          <th scope="col">{say(words.due)}</th>
          <th scope="col">{say(words.result)}</th>
        </tr>
      </thead>
      <tbody>
        {[...deadlines]
          .sort((a, b) => a.dueAt.localeCompare(b.dueAt))
          .map((deadline) => (
            <tr key={deadline.id}>
              <td>
                {say(deadline.label)} {!deadline.verified && <Unverified />}
              </td>
              <td className="paper-when">{dueMoment(deadline.dueAt)}</td>
              <td>{tell(deadline)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

export function PaperTimeline({ declaration, lines }: { declaration: CaseDeclaration; lines: readonly CaseLine[] }) {
  const say = useText();
  return (
    <table className="paper-timeline">
      <thead>
        <tr>
          <th scope="col">{say(words.time)}</th>
          <th scope="col">{say(words.act)}</th>
          <th scope="col">{say(words.who)}</th>
          <th scope="col">{say(words.what)}</th>
        </tr>
      </thead>
      <tbody>
        {readTimeline(lines, declaration.fields, declaration.actions).map(({ line, changes, opens }) => {
          const action = declaration.actions[line.action];
          return (
            <tr key={line.id}>
              <td className="paper-when">{dayAndTime(line.at, true)}</td>
              <td>{action ? say(action.label) : line.action}</td>
              <td className="paper-when">{line.actor}</td>
              <td>
                {line.note !== '' && <p className="timeline-note">{line.note}</p>}
                <Changes declaration={declaration} changes={changes} opens={opens} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
