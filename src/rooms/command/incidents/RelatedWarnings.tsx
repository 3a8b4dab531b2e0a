import { Skeleton } from 'antd';
import type { CaseOf } from '#kernel/casework/case.ts';
import { warning } from '#rooms/monitoring/warnings/warning.case.ts';
import { useCases } from '#web/api/queries.ts';
import { StateMark } from '#web/cases/StateMark.tsx';
import { Told } from '#web/cases/Told.tsx';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { DemoTag, LevelBadge } from '#web/theme/theme.tsx';
import { levelColours, type Level } from '#web/theme/tokens.ts';
import { incidentWords as words } from './incidentWords.ts';

/** Warnings that were drafted because of an incident, newest first. */
export function RelatedWarnings({ incidentId }: { incidentId: string }) {
  const say = useText();
  const { data, error, isPending } = useCases<CaseOf<typeof warning>>('warning', { incident: incidentId, sort: '-createdAt', limit: 20 });
  return (
    <section className="panel case-panel">
      <h2>{say(words.warnings)}</h2>
      {isPending && <Skeleton active title={false} paragraph={{ rows: 1 }} />}
      {!data && <Told error={error} />}
      {data?.items.length === 0 && <p className="case-quiet">{say(words.noWarnings)}</p>}
      <ul className="incident-warnings">
        {data?.items.map((each) => {
          const level = each.color ?? '';
          return (
            <li key={each.id}>
              {level in levelColours && <LevelBadge level={level as Level} />}
              <PageLink to={`/warnings/${each.id}`}>{each.headlineZh ?? '—'}</PageLink>
              <DemoTag shown={each.demo} />
              <StateMark declaration={warning} state={each.state} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
