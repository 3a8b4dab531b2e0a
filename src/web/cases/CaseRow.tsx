import { atVersion, type AnyCase, type CaseDeclaration } from '#kernel/casework/case.ts';
import type { Deadline } from '#kernel/clock/deadline.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { listedFields } from '#web/registers/listAddress.ts';
import { AreaName } from '#web/tables/cells.tsx';
import { DemoTag } from '#web/theme/theme.tsx';
import { caseAddress } from './caseAddress.ts';
import { CaseValue } from './CaseField.tsx';
import { caseWords as words } from './caseWords.ts';
import { StateMark } from './StateMark.tsx';
import { TimeLeft } from './TimeLeft.tsx';

/** Short fields that stand in a row besides the title. */
const inRow = 3;
const short = ['text', 'choice', 'date', 'count', 'measure'];

/** One case of a list: what it is about, how it stands, the clock that runs out first. */
export function CaseRow({ declaration, found, clock }: { declaration: CaseDeclaration; found: AnyCase; clock: Deadline | undefined }) {
  const say = useText();
  const rules = atVersion(declaration, found.caseVersion) ?? declaration;
  const title = found[declaration.title];
  const names = listedFields(declaration.fields)
    .filter((name) => name !== declaration.title && short.includes(declaration.fields[name]?.kind ?? ''))
    .filter((name) => found[name] !== null && found[name] !== undefined && found[name] !== '')
    .slice(0, inRow);
  return (
    <li className={found.closedAt === null ? 'case-row' : 'case-row case-row-closed'}>
      <div className="case-row-what">
        <h2>
          <PageLink to={caseAddress(declaration.id, found.id)}>{typeof title === 'string' ? title : say(words.untitled)}</PageLink>{' '}
          <DemoTag shown={found.demo} />
        </h2>
        <p className="case-row-meta">
          <StateMark declaration={rules} state={found.state} />
          {names.map((name) => {
            const field = declaration.fields[name];
            return (
              field && (
                <span key={name}>
                  <CaseValue name={name} field={field} value={found[name]} />
                </span>
              )
            );
          })}
          <span>
            <AreaName code={found.areaCode} />
          </span>
          <span>
            {found.closedAt === null
              ? say(words.opened, { at: dayAndTime(found.openedAt) })
              : say(words.closed, { at: dayAndTime(found.closedAt) })}
          </span>
        </p>
      </div>
      {found.closedAt === null && (
        <div className="case-row-clock">
          {clock ? (
            <>
              <TimeLeft deadline={clock} />
              <span>{say(clock.label)}</span>
            </>
          ) : (
            <span className="case-quiet">{say(words.noClock)}</span>
          )}
        </div>
      )}
    </li>
  );
}
