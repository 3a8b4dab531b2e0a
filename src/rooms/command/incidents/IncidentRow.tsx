import type { Deadline } from '#kernel/clock/deadline.ts';
import { StateMark } from '#web/cases/StateMark.tsx';
import { EventName } from '#web/forms/EventCodePicker.tsx';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { AreaName, FieldCell } from '#web/tables/cells.tsx';
import { Countdown, DemoTag } from '#web/theme/theme.tsx';
import { incident as declaration } from './incident.case.ts';
import type { Incident } from './incidentOrder.ts';
import { incidentWords as words } from './incidentWords.ts';

/** One incident of the list: what, where, since when, and the clock that runs out first. */
export function IncidentRow({ incident, clock }: { incident: Incident; clock: Deadline | undefined }) {
  const say = useText();
  const { dead, missing, injured, grade, placeText } = incident;
  const isOpen = incident.state === 'open';
  const hasCasualties = (dead ?? 0) + (missing ?? 0) + (injured ?? 0) > 0;
  return (
    <li className={isOpen ? 'incident-row' : 'incident-row incident-closed'}>
      <div className="incident-what">
        <h2>
          <PageLink to={`/incidents/${incident.id}`}>{incident.title}</PageLink> <DemoTag shown={incident.demo} />
        </h2>
        <p className="incident-meta">
          <span>
            <EventName code={incident.eventCode ?? ''} />
          </span>
          <span>
            <AreaName code={incident.areaCode} />
            {placeText && ` · ${placeText}`}
          </span>
          {grade && grade !== 'unknown' && <FieldCell field={declaration.fields.grade} value={grade} />}
          {hasCasualties && <span>{say(words.casualties, { dead: dead ?? 0, missing: missing ?? 0, injured: injured ?? 0 })}</span>}
          <span>
            {incident.closedAt === null
              ? say(words.opened, { at: dayAndTime(incident.openedAt) })
              : say(words.closed, { at: dayAndTime(incident.closedAt) })}
          </span>
        </p>
      </div>
      <div className="incident-clock">
        {clock ? (
          <>
            <Countdown dueAt={clock.dueAt} />
            <span className="incident-clock-name">{say(clock.label)}</span>
          </>
        ) : (
          <>
            <StateMark declaration={declaration} state={incident.state} />
            {isOpen && <span className="incident-clock-name">{say(words.noClock)}</span>}
          </>
        )}
      </div>
    </li>
  );
}
