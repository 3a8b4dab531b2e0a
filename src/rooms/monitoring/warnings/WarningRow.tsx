import { StateMark } from '#web/cases/StateMark.tsx';
import { EventName } from '#web/forms/EventCodePicker.tsx';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { Countdown, DemoTag, LevelBadge } from '#web/theme/theme.tsx';
import { draftFromWarning, type Warning } from './composerDraft.ts';
import { warning as declaration } from './warning.case.ts';
import { WarningArea } from './WarningArea.tsx';
import { isInForce, stateWords } from './warningState.ts';
import { warningWords as words } from './warningWords.ts';

/** One warning of the list: level, hazard, where, until when. */
export function WarningRow({ warning, nowMs }: { warning: Warning; nowMs: number }) {
  const say = useText();
  const draft = draftFromWarning(warning);
  const { effective, expires } = warning;
  const trace = { who: warning.updatedBy, at: dayAndTime(warning.updatedAt) };
  return (
    <li className="warning-row">
      <span className="warning-level">{draft.color && <LevelBadge level={draft.color} />}</span>
      <div className="warning-what">
        <h2>
          <PageLink to={`/warnings/${warning.id}`}>{draft.headlineZh || say(words.untitled)}</PageLink> <DemoTag shown={warning.demo} />
        </h2>
        <p className="warning-meta">
          {draft.eventCode && (
            <span>
              <EventName code={draft.eventCode} />
            </span>
          )}
          <span className="warning-area">
            <WarningArea area={draft.area} />
          </span>
          {effective !== null && expires !== null && (
            <span>{say(words.until, { from: dayAndTime(effective), to: dayAndTime(expires) })}</span>
          )}
          {warning.state === 'submitted' && <span>{say(words.submittedBy, trace)}</span>}
          {warning.state === 'draft' && <span>{say(words.editedBy, trace)}</span>}
        </p>
      </div>
      <div className="warning-end">
        {isInForce(warning, nowMs) && expires !== null ? (
          <>
            <Countdown dueAt={expires} />
            <span className="warning-end-word">{say(words.left)}</span>
          </>
        ) : (
          <StateMark declaration={declaration} state={warning.state} label={stateWords(warning, nowMs)} />
        )}
      </div>
    </li>
  );
}
