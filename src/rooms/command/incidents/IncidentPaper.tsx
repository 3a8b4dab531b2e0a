import type { CaseDeclaration } from '#kernel/casework/case.ts';
import { systemClock } from '#kernel/clock/clock.ts';
import type { CaseView } from '#web/api/answers.ts';
import { useSession } from '#web/api/queries.ts';
import { PaperClocks, PaperTimeline } from '#web/cases/PaperTables.tsx';
import { EventName } from '#web/forms/EventCodePicker.tsx';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { AreaName, FieldCell } from '#web/tables/cells.tsx';
import { DemoTag } from '#web/theme/theme.tsx';
import type { Incident } from './incidentOrder.ts';
import { incidentWords as words } from './incidentWords.ts';

interface IncidentPaperProps {
  incident: Incident;
  view: CaseView;
  declaration: CaseDeclaration;
}

/** The incident on paper (A4, black on white); on the screen it is not shown. */
export function IncidentPaper({ incident, view, declaration }: IncidentPaperProps) {
  const say = useText();
  const { data: me } = useSession();
  const { fields } = declaration;
  const row = (label: string, value: React.ReactNode) => (
    <tr>
      <th scope="row">{label}</th>
      <td>{value}</td>
    </tr>
  );
  const place = fields['place'];
  return (
    <article className="only-printed paper" aria-hidden="true">
      <h1>{say(words.paperTitle, { county: me ? say(me.county.name) : '' })}</h1>
      <p className="paper-head">
        <span>{say(words.paperNumber, { id: incident.id.toUpperCase() })}</span>
        <DemoTag shown={incident.demo} />
      </p>
      <table>
        <tbody>
          {row(say(words.title), incident.title)}
          {row(say(words.kind), <EventName code={incident.eventCode ?? ''} withCode />)}
          {row(say(words.state), say(declaration.states[incident.state]?.label ?? words.state))}
          {row(say(words.grade), fields['grade'] && <FieldCell field={fields['grade']} value={incident.grade} />)}
          {row(
            say(words.place),
            <>
              <AreaName code={incident.areaCode} /> {incident.placeText}{' '}
              {place && incident.place && <FieldCell field={place} value={incident.place} />}
            </>,
          )}
          {row(say(words.openedAt), `${dayAndTime(incident.openedAt)}　${incident.createdBy}`)}
          {incident.closedAt !== null && row(say(words.closedAt), dayAndTime(incident.closedAt))}
          {row(
            say(words.loss),
            say(words.casualties, { dead: incident.dead ?? '—', missing: incident.missing ?? '—', injured: incident.injured ?? '—' }),
          )}
          {row(say(words.facts), <span className="long-text">{incident.facts}</span>)}
        </tbody>
      </table>
      <h2>{say(words.clocks)}</h2>
      <PaperClocks declaration={declaration} deadlines={view.deadlines} lines={view.lines} />
      <h2>{say(words.timeline)}</h2>
      <PaperTimeline declaration={declaration} lines={view.lines} />
      <p className="paper-foot">{say(words.paperSigned)}</p>
      <p className="paper-foot">
        {say(words.paperPrinted, { who: me?.name ?? '', at: dayAndTime(systemClock.nowMs()), version: incident.version })}
      </p>
    </article>
  );
}
