import { Button, Skeleton } from 'antd';
import type { Role } from '#kernel/access/access.ts';
import { defineWords } from '#kernel/language/text.ts';
import { hasAnyRole } from '#web/api/permission.ts';
import { useSession } from '#web/api/queries.ts';
import { useScenarios } from '#web/api/scenarioQueries.ts';
import { Told } from '#web/cases/Told.tsx';
import { useText } from '#web/language/language.tsx';
import { PageLink, useGo } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { DemoTag } from '#web/theme/theme.tsx';
import { scenarioStates } from './scenarioStates.ts';
import './scenariosOf.css';

const words = defineWords({
  none: { zh: '还没有情景。', en: 'No scenario yet.' },
  start: { zh: '以此地点推演', en: 'Start one from this place' },
  exercise: { zh: '演练', en: 'Exercise' },
});

/** Who may keep a scenario; the server decides. */
const makers: readonly Role[] = ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'bureauLeader'];

interface ScenariosOfProps {
  incidentId: string;
  /** Where it happened, [longitude, latitude] in degrees: where the source of a new scenario is put. */
  place: readonly [number, number] | null;
}

/** Scenarios kept for an incident, latest first, and the way to a new one. */
export function ScenariosOf({ incidentId, place }: ScenariosOfProps) {
  const say = useText();
  const go = useGo();
  const { data: me } = useSession();
  const { data, error, isPending } = useScenarios({ subjectKind: 'incident', subjectId: incidentId });
  return (
    <div className="scenarios-of">
      {isPending && <Skeleton active title={false} paragraph={{ rows: 1 }} />}
      {!data && <Told error={error} />}
      {data?.length === 0 && <p className="case-quiet">{say(words.none)}</p>}
      <ul>
        {data?.map(({ id, title, state, createdAt, madeBy, demo, exercise, fault }) => (
          <li key={id}>
            <PageLink to="/scenarios" search={{ open: id }}>
              {title}
            </PageLink>
            {exercise && <span className="case-quiet">{say(words.exercise)}</span>}
            <DemoTag shown={demo} />
            <span>{say(scenarioStates[state])}</span>
            <span className="case-quiet">
              {dayAndTime(createdAt)} · {madeBy}
              {fault && ` · ${say(fault)}`}
            </span>
          </li>
        ))}
      </ul>
      {hasAnyRole(me, makers) && (
        <Button onClick={() => go('/scenarios', { incident: incidentId, ...(place && { at: place.join(',') }) })}>
          {say(words.start)}
        </Button>
      )}
    </div>
  );
}
