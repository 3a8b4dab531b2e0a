import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { AreaName, FieldCell } from '#web/tables/cells.tsx';
import { incident as declaration } from './incident.case.ts';
import type { Incident } from './incidentOrder.ts';
import { incidentWords as words } from './incidentWords.ts';

/** What is known of an incident now. */
export function IncidentFacts({ incident }: { incident: Incident }) {
  const say = useText();
  const { fields } = declaration;
  const numbers = { dead: incident.dead ?? '—', missing: incident.missing ?? '—', injured: incident.injured ?? '—' };
  return (
    <dl className="case-facts incident-facts">
      <div className="case-fact-wide">
        <dt>{say(words.facts)}</dt>
        <dd className="incident-words">{incident.facts}</dd>
      </div>
      <div>
        <dt>{say(words.place)}</dt>
        <dd>{incident.placeText ?? <FieldCell field={fields.place} value={incident.place} />}</dd>
      </div>
      <div>
        <dt>{say(words.township)}</dt>
        <dd>
          <AreaName code={incident.areaCode} />
        </dd>
      </div>
      <div>
        <dt>{say(words.grade)}</dt>
        <dd>
          <FieldCell field={fields.grade} value={incident.grade} />
        </dd>
      </div>
      <div>
        <dt>{say(words.loss)}</dt>
        <dd>{say(words.casualties, numbers)}</dd>
      </div>
      <div>
        <dt>{say(words.openedAt)}</dt>
        <dd>
          <time dateTime={incident.openedAt}>{dayAndTime(incident.openedAt)}</time>
        </dd>
      </div>
      <div>
        <dt>{say(words.openedBy)}</dt>
        <dd>{incident.createdBy}</dd>
      </div>
      {incident.closedAt !== null && (
        <div>
          <dt>{say(words.closedAt)}</dt>
          <dd>
            <time dateTime={incident.closedAt}>{dayAndTime(incident.closedAt)}</time>
          </dd>
        </div>
      )}
    </dl>
  );
}
