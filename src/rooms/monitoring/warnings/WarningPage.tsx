import { Button, Tabs } from 'antd';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import { hasAnyRole } from '#web/api/permission.ts';
import { useCase, useSession } from '#web/api/queries.ts';
import { CaseActions } from '#web/cases/CaseActions.tsx';
import { CaseHistory } from '#web/cases/CaseHistory.tsx';
import { CaseTimeline } from '#web/cases/CaseTimeline.tsx';
import { StateMark } from '#web/cases/StateMark.tsx';
import { EventName } from '#web/forms/EventCodePicker.tsx';
import { DocumentsOf } from '#web/documents/DocumentsOf.tsx';
import { useText } from '#web/language/language.tsx';
import { useNow } from '#web/live/live.tsx';
import { useGo, useParam } from '#web/page/links.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { DemoTag, LevelBadge } from '#web/theme/theme.tsx';
import { draftFromWarning, type Warning } from './composerDraft.ts';
import { DeliveryTable } from './DeliveryTable.tsx';
import { PublicFiles } from './PublicFiles.tsx';
import { warning } from './warning.case.ts';
import { WarningContent } from './WarningContent.tsx';
import { WarningMap } from './WarningMap.tsx';
import { WarningPaper } from './WarningPaper.tsx';
import { stateWords } from './warningState.ts';
import { warningWords as words } from './warningWords.ts';
import './warnings.css';

const declaration = warning as unknown as CaseDeclaration;

/** One warning: what it says, where it holds, what may be done, who received it. */
export default function WarningPage() {
  const say = useText();
  const go = useGo();
  const id = useParam('id');
  const nowMs = useNow(30_000);
  const asked = useCase('warning', id);
  const { data: me } = useSession();
  const view = asked.data;
  const found = view?.case as Warning | undefined;
  const level = found && draftFromWarning(found).color;
  const mayRevise = view?.actions.some((action) => action.id === 'revise' && action.allowed) ?? false;
  const mayUpdate = found?.state === 'published' && hasAnyRole(me, warning.actions['draft']?.by ?? []);

  return (
    <PageFrame
      title={found ? found.headlineZh || say(words.untitled) : words.one}
      roles={warning.access.read}
      waitFor={[asked]}
      summary={
        found && (
          <span className="case-badges">
            <StateMark declaration={declaration} state={found.state} label={stateWords(found, nowMs)} />
            {level && <LevelBadge level={level} named />}
            {found.eventCode && <EventName code={found.eventCode} withCode />}
            <DemoTag shown={found.demo} />
          </span>
        )
      }
      actions={
        found && (
          <>
            <Button onClick={() => print()}>{say(words.print)}</Button>
            {mayRevise && <Button onClick={() => go(`/warnings/${found.id}/edit`)}>{say(words.edit)}</Button>}
            {mayUpdate && (
              <Button title={say(words.updateHint)} onClick={() => go('/warnings/new', { supersedes: found.id })}>
                {say(words.update)}
              </Button>
            )}
          </>
        )
      }
    >
      {view && found && (
        <>
          <div className="case-page not-printed">
            <div className="case-main">
              <section className="panel case-panel">
                <WarningContent warning={found} />
                <CaseActions declaration={declaration} view={view} except={['revise']} />
              </section>
              <DeliveryTable warning={found} deliveries={view.deliveries ?? []} />
              <section className="panel case-panel warning-records">
                <Tabs
                  items={[
                    {
                      key: 'timeline',
                      label: say(words.timeline),
                      children: <CaseTimeline declaration={declaration} lines={view.lines} />,
                    },
                    { key: 'documents', label: say(words.documents), children: <DocumentsOf declaration={declaration} id={found.id} /> },
                    { key: 'journal', label: say(words.journal), children: <CaseHistory declaration={declaration} id={found.id} /> },
                  ]}
                />
              </section>
            </div>
            <div className="case-side">
              <WarningMap warning={found} />
              <PublicFiles warning={found} />
            </div>
          </div>
          <WarningPaper warning={found} />
        </>
      )}
    </PageFrame>
  );
}
