import { systemClock } from '#kernel/clock/clock.ts';
import { useSession } from '#web/api/queries.ts';
import { StateMark } from '#web/cases/StateMark.tsx';
import { EventName } from '#web/forms/EventCodePicker.tsx';
import { useText } from '#web/language/language.tsx';
import { useNow } from '#web/live/live.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { DemoTag } from '#web/theme/theme.tsx';
import { levels } from '#web/theme/signs.tsx';
import { draftFromWarning, type Warning } from './composerDraft.ts';
import { warning as declaration } from './warning.case.ts';
import { WarningArea } from './WarningArea.tsx';
import { stateWords } from './warningState.ts';
import { warningWords as words } from './warningWords.ts';
import '#web/cases/paper.css';

/** The warning on paper (A4, black on white); on the screen it is not shown. */
export function WarningPaper({ warning }: { warning: Warning }) {
  const say = useText();
  const nowMs = useNow(60_000);
  const { data: me } = useSession();
  const draft = draftFromWarning(warning);
  const county = me ? say(me.county.name) : '';
  const moment = (instant: string | null) => (instant === null ? '—' : dayAndTime(instant));
  const row = (label: string, value: React.ReactNode) => (
    <tr>
      <th scope="row">{label}</th>
      <td>{value}</td>
    </tr>
  );
  return (
    <article className="only-printed paper" aria-hidden="true">
      <h1>{say(words.paperTitle, { county })}</h1>
      <p className="paper-head">
        <span>{say(words.paperNumber, { id: warning.id.toUpperCase() })}</span>
        <DemoTag shown={warning.demo} />
      </p>
      <table>
        <tbody>
          {row(say(words.headline), <b>{draft.headlineZh}</b>)}
          {row(say(words.hazard), draft.eventCode && <EventName code={draft.eventCode} withCode />)}
          {row(say(words.level), draft.color && say(levels[draft.color].name))}
          {row(say(words.state), <StateMark declaration={declaration} state={warning.state} label={stateWords(warning, nowMs)} />)}
          {row(say(words.validity), say(words.until, { from: moment(warning.effective), to: moment(warning.expires) }))}
          {row(say(words.area), <WarningArea area={draft.area} />)}
          {row(say(words.content), <span className="long-text">{draft.descriptionZh}</span>)}
          {row(say(words.instruction), <span className="long-text">{draft.instructionZh}</span>)}
          {row(say(words.issuer), say(words.issuerName, { county }))}
          {row(say(words.published), moment(warning.publishedAt))}
          {warning.cancelledAt !== null && row(say(words.cancelled), moment(warning.cancelledAt))}
        </tbody>
      </table>
      <p className="paper-foot">
        {say(words.paperPrinted, { who: me?.name ?? '', at: dayAndTime(systemClock.nowMs()), version: warning.version })}
      </p>
    </article>
  );
}
