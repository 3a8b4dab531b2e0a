import { Button, Tabs } from 'antd';
import { atVersion, type AnyCase, type CaseDeclaration } from '#kernel/casework/case.ts';
import type { CaseView } from '#web/api/answers.ts';
import { useCase } from '#web/api/queries.ts';
import { NotFound } from '#web/frame/NotFound.tsx';
import { DocumentsOf } from '#web/documents/DocumentsOf.tsx';
import { FilesOf } from '#web/files/FilesOf.tsx';
import { fileWords } from '#web/files/fileWords.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink, useParam } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { caseById } from '#web/registers/declared.ts';
import { AreaName } from '#web/tables/cells.tsx';
import { DemoTag } from '#web/theme/theme.tsx';
import { CaseActions } from './CaseActions.tsx';
import { caseAddress } from './caseAddress.ts';
import { CaseClocks } from './CaseClocks.tsx';
import { CaseValue } from './CaseField.tsx';
import { CaseHistory } from './CaseHistory.tsx';
import { CasePaper } from './CasePaper.tsx';
import { CaseTimeline } from './CaseTimeline.tsx';
import { caseWords as words } from './caseWords.ts';
import { StateMark } from './StateMark.tsx';
import './caseList.css';
import './cases.css';

/** One case of any type: what is known, what is due, what may be done, what was done. */
export function CasePage() {
  const declaration = caseById(useParam('type'));
  return declaration ? <OneCase key={declaration.id} today={declaration} /> : <NotFound />;
}

function OneCase({ today }: { today: CaseDeclaration }) {
  const say = useText();
  const asked = useCase(today.id, useParam('id'));
  const view = asked.data;
  const found = view?.case;
  const declaration = (found && atVersion(today, found.caseVersion)) ?? today;
  const title = found?.[today.title];
  return (
    <PageFrame
      title={typeof title === 'string' && title !== '' ? title : today.singular}
      roles={today.access.read}
      waitFor={[asked]}
      summary={
        found && (
          <span className="case-badges">
            <PageLink to={`/cases/${today.id}`}>{say(today.label)}</PageLink>
            <StateMark declaration={declaration} state={found.state} />
            {found.caseVersion !== today.version && <span>{say(words.version, { n: found.caseVersion })}</span>}
            <DemoTag shown={found.demo} />
          </span>
        )
      }
      actions={found && <Button onClick={() => print()}>{say(words.print)}</Button>}
    >
      {view && found && (
        <>
          <div className="case-page not-printed">
            <div className="case-main">
              <section className="panel case-panel">
                <CaseActions declaration={declaration} view={view} />
              </section>
              <section className="panel case-panel">
                <h2>{say(words.facts)}</h2>
                <CaseFacts declaration={declaration} found={found} />
              </section>
              <section className="panel case-panel">
                <CaseRecords declaration={declaration} view={view} />
              </section>
            </div>
            <div className="case-side">
              <section className="panel case-panel">
                <h2>{say(words.clocks)}</h2>
                <CaseClocks declaration={declaration} deadlines={view.deadlines} lines={view.lines} />
              </section>
              <Related today={today} view={view} />
            </div>
          </div>
          <CasePaper declaration={declaration} view={view} />
        </>
      )}
    </PageFrame>
  );
}

const isFilled = (value: unknown) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Fields that hold something, long ones over the whole width. */
function CaseFacts({ declaration, found }: { declaration: CaseDeclaration; found: AnyCase }) {
  const say = useText();
  const filled = Object.entries(declaration.fields).filter(([name]) => name !== declaration.title && isFilled(found[name]));
  return (
    <dl className="case-facts">
      {filled.map(([name, field]) => (
        <div key={name} className={field.kind === 'longText' ? 'case-fact-wide' : undefined}>
          <dt>{say(field.label)}</dt>
          <dd>
            <CaseValue name={name} field={field} value={found[name]} />
          </dd>
        </div>
      ))}
      <div>
        <dt>{say(words.area)}</dt>
        <dd>
          <AreaName code={found.areaCode} />
        </dd>
      </div>
      <div>
        <dt>{say(words.openedAt)}</dt>
        <dd>
          <time dateTime={found.openedAt}>{dayAndTime(found.openedAt)}</time>　{found.createdBy}
        </dd>
      </div>
      {found.closedAt !== null && (
        <div>
          <dt>{say(words.closedAt)}</dt>
          <dd>
            <time dateTime={found.closedAt}>{dayAndTime(found.closedAt)}</time>
          </dd>
        </div>
      )}
    </dl>
  );
}

function CaseRecords({ declaration, view }: { declaration: CaseDeclaration; view: CaseView }) {
  const say = useText();
  return (
    <Tabs
      items={[
        { key: 'timeline', label: say(words.timeline), children: <CaseTimeline declaration={declaration} lines={view.lines} /> },
        {
          key: 'documents',
          label: say(words.documents),
          children: <DocumentsOf declaration={declaration} id={view.case.id} />,
        },
        { key: 'files', label: say(fileWords.title), children: <FilesOf kind={declaration.id} id={view.case.id} /> },
        { key: 'journal', label: say(words.journal), children: <CaseHistory declaration={declaration} id={view.case.id} /> },
      ]}
    />
  );
}

/** Child cases. */
function Related({ today, view }: { today: CaseDeclaration; view: CaseView }) {
  const say = useText();
  const subcases = view.subcases ?? [];
  if (subcases.length === 0) return null;
  return (
    <section className="panel case-panel">
      <h2>{say(words.subcases)}</h2>
      <ul className="case-related">
        {subcases.map((each) => {
          const child = caseById(each.type);
          return (
            <li key={each.id}>
              <PageLink to={caseAddress(each.type, each.id)}>{each.title || say(words.untitled)}</PageLink>{' '}
              {child && <StateMark declaration={child} state={each.state} />}
              <span className="case-quiet">{say(today.subcases?.[each.subcase]?.label ?? words.subcases)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
