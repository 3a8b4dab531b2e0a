import { Button, Tabs } from 'antd';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import { hasAnyRole } from '#web/api/permission.ts';
import { useCase, useSession } from '#web/api/queries.ts';
import { CaseActions } from '#web/cases/CaseActions.tsx';
import { CaseClocks } from '#web/cases/CaseClocks.tsx';
import { CaseHistory } from '#web/cases/CaseHistory.tsx';
import { CaseTimeline } from '#web/cases/CaseTimeline.tsx';
import { StateMark } from '#web/cases/StateMark.tsx';
import { EventName } from '#web/forms/EventCodePicker.tsx';
import { DocumentsOf } from '#web/documents/DocumentsOf.tsx';
import { FilesOf } from '#web/files/FilesOf.tsx';
import { fileWords } from '#web/files/fileWords.ts';
import { useText } from '#web/language/language.tsx';
import { useGo, useParam } from '#web/page/links.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { ScenariosOf } from '#web/scenarios/ScenariosOf.tsx';
import { warning } from '#rooms/monitoring/warnings/warning.case.ts';
import { DemoTag } from '#web/theme/theme.tsx';
import { incident } from './incident.case.ts';
import { IncidentFacts } from './IncidentFacts.tsx';
import type { Incident } from './incidentOrder.ts';
import { IncidentPaper } from './IncidentPaper.tsx';
import { IncidentSurroundings } from './IncidentSurroundings.tsx';
import { incidentWords as words } from './incidentWords.ts';
import { RelatedAlarm } from './RelatedAlarm.tsx';
import { RelatedWarnings } from './RelatedWarnings.tsx';
import './incidents.css';

const declaration = incident as unknown as CaseDeclaration;

/** One incident: what is known, what is due, what may be done, what was done. */
export default function IncidentPage() {
  const say = useText();
  const go = useGo();
  const id = useParam('id');
  const asked = useCase('incident', id);
  const { data: me } = useSession();
  const view = asked.data;
  const found = view?.case as Incident | undefined;
  const mayWarn = hasAnyRole(me, warning.actions['draft']?.by ?? []);

  return (
    <PageFrame
      title={found?.title ?? words.one}
      roles={incident.access.read}
      waitFor={[asked]}
      summary={
        found && (
          <span className="case-badges">
            <StateMark declaration={incident} state={found.state} />
            <EventName code={found.eventCode ?? ''} withCode />
            <DemoTag shown={found.demo} />
          </span>
        )
      }
      actions={
        found && (
          <>
            <Button onClick={() => print()}>{say(words.print)}</Button>
            {mayWarn && <Button onClick={() => go('/warnings/new', { incident: found.id })}>{say(words.warn)}</Button>}
          </>
        )
      }
    >
      {view && found && (
        <>
          <div className="case-page not-printed">
            <div className="case-main">
              <section className="panel case-panel">
                <IncidentFacts incident={found} />
                <CaseActions declaration={declaration} view={view} />
              </section>
              <section className="panel case-panel incident-tabs">
                <Tabs
                  items={[
                    {
                      key: 'timeline',
                      label: say(words.timeline),
                      children: <CaseTimeline declaration={declaration} lines={view.lines} />,
                    },
                    { key: 'documents', label: say(words.documents), children: <DocumentsOf declaration={declaration} id={found.id} /> },
                    {
                      key: 'scenarios',
                      label: say(words.scenarios),
                      children: <ScenariosOf incidentId={found.id} place={found.place ?? null} />,
                    },
                    { key: 'files', label: say(fileWords.title), children: <FilesOf kind="incident" id={found.id} /> },
                    { key: 'journal', label: say(words.journal), children: <CaseHistory declaration={declaration} id={found.id} /> },
                  ]}
                />
              </section>
            </div>
            <div className="case-side">
              <section className="panel case-panel case-urgent">
                <h2>{say(words.clocks)}</h2>
                <CaseClocks declaration={declaration} deadlines={view.deadlines} lines={view.lines} />
              </section>
              <IncidentSurroundings incident={found} />
              {found.alarmId && <RelatedAlarm id={found.alarmId} />}
              <RelatedWarnings incidentId={found.id} />
            </div>
          </div>
          <IncidentPaper incident={found} view={view} declaration={declaration} />
        </>
      )}
    </PageFrame>
  );
}
