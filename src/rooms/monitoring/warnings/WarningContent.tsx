import { useSession } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { FieldCell } from '#web/tables/cells.tsx';
import { draftFromWarning, type Warning } from './composerDraft.ts';
import { warning as declaration } from './warning.case.ts';
import { WarningArea } from './WarningArea.tsx';
import { warningWords as words } from './warningWords.ts';

/** What a warning says. */
export function WarningContent({ warning }: { warning: Warning }) {
  const say = useText();
  const { data: me } = useSession();
  const { fields } = declaration;
  const draft = draftFromWarning(warning);
  const { effective, expires, publishedAt, cancelledAt } = warning;
  return (
    <dl className="case-facts warning-content">
      <div className="case-fact-wide">
        <dt>{say(words.content)}</dt>
        <dd className="warning-words">{warning.descriptionZh ?? '—'}</dd>
      </div>
      <div className="case-fact-wide">
        <dt>{say(words.instruction)}</dt>
        <dd className="warning-words">{warning.instructionZh ?? '—'}</dd>
      </div>
      {warning.headlineEn && (
        <div className="case-fact-wide" lang="en">
          <dt>{say(words.english)}</dt>
          <dd className="warning-english">
            <b>{warning.headlineEn}</b>
            {'\n'}
            {warning.descriptionEn}
            {'\n'}
            {warning.instructionEn}
          </dd>
        </div>
      )}
      <div>
        <dt>{say(words.area)}</dt>
        <dd>
          <WarningArea area={draft.area} />
        </dd>
      </div>
      <div>
        <dt>{say(words.validity)}</dt>
        <dd>{say(words.until, { from: effective ? dayAndTime(effective) : '—', to: expires ? dayAndTime(expires) : '—' })}</dd>
      </div>
      <div>
        <dt>{say(words.issuer)}</dt>
        <dd>{say(words.issuerName, { county: me ? say(me.county.name) : '' })}</dd>
      </div>
      {publishedAt !== null && (
        <div>
          <dt>{say(words.published)}</dt>
          <dd>{dayAndTime(publishedAt, true)}</dd>
        </div>
      )}
      {cancelledAt !== null && (
        <div>
          <dt>{say(words.cancelled)}</dt>
          <dd>{dayAndTime(cancelledAt, true)}</dd>
        </div>
      )}
      {warning.incident !== null && (
        <div>
          <dt>{say(words.fromIncident)}</dt>
          <dd>
            <FieldCell field={fields.incident} value={warning.incident} />
          </dd>
        </div>
      )}
      {warning.supersedes !== null && (
        <div>
          <dt>{say(words.updates)}</dt>
          <dd>
            <FieldCell field={fields.supersedes} value={warning.supersedes} />
          </dd>
        </div>
      )}
    </dl>
  );
}
