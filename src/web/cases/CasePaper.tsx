import type { CaseDeclaration } from '#kernel/casework/case.ts';
import { systemClock } from '#kernel/clock/clock.ts';
import type { CaseView } from '#web/api/answers.ts';
import { useSession } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { AreaName } from '#web/tables/cells.tsx';
import { DemoTag } from '#web/theme/theme.tsx';
import { CaseValue } from './CaseField.tsx';
import { caseWords as words } from './caseWords.ts';
import { PaperClocks, PaperTimeline } from './PaperTables.tsx';

/** A case on paper (A4, black on white); on the screen it is not shown. It is a record, not one of the official forms. */
export function CasePaper({ declaration, view }: { declaration: CaseDeclaration; view: CaseView }) {
  const say = useText();
  const { data: me } = useSession();
  const found = view.case;
  const filled = Object.entries(declaration.fields).filter(
    ([name]) => found[name] !== null && found[name] !== undefined && found[name] !== '',
  );
  const state = declaration.states[found.state];
  return (
    <article className="only-printed paper" aria-hidden="true">
      <h1>{say(words.paperTitle, { county: me ? say(me.county.name) : '', kind: say(declaration.singular) })}</h1>
      <p className="paper-head">
        <span>{say(words.paperNumber, { id: found.id.toUpperCase() })}</span>
        <DemoTag shown={found.demo} />
      </p>
      <table>
        <tbody>
          {filled.map(([name, field]) => (
            <tr key={name}>
              <th scope="row">{say(field.label)}</th>
              <td>
                <CaseValue name={name} field={field} value={found[name]} />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{say(words.state)}</th>
            <td>{state ? say(state.label) : found.state}</td>
          </tr>
          <tr>
            <th scope="row">{say(words.area)}</th>
            <td>
              <AreaName code={found.areaCode} />
            </td>
          </tr>
          <tr>
            <th scope="row">{say(words.openedAt)}</th>
            <td>
              {dayAndTime(found.openedAt)}　{found.createdBy}
            </td>
          </tr>
        </tbody>
      </table>
      <h2>{say(words.clocks)}</h2>
      <PaperClocks declaration={declaration} deadlines={view.deadlines} lines={view.lines} />
      <h2>{say(words.timeline)}</h2>
      <PaperTimeline declaration={declaration} lines={view.lines} />
      <p className="paper-foot">{say(words.paperSigned)}</p>
      <p className="paper-foot">
        {say(words.paperPrinted, { who: me?.name ?? '', at: dayAndTime(systemClock.nowMs()), version: found.version })}
      </p>
    </article>
  );
}
