import { useSession } from '#web/api/queries.ts';
import { EventName } from '#web/forms/EventCodePicker.tsx';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { LevelBadge } from '#web/theme/theme.tsx';
import type { ComposerDraft } from './composerDraft.ts';
import { composerWords as words } from './composerWords.ts';
import { WarningArea } from './WarningArea.tsx';
import { warningWords } from './warningWords.ts';

/** How the public will read it. */
export function WarningPreview({ draft }: { draft: ComposerDraft }) {
  const say = useText();
  const { data: me } = useSession();
  const characters = draft.headlineZh.length + draft.descriptionZh.length + draft.instructionZh.length;
  const text = (value: string, empty: keyof typeof words) =>
    value.trim() === '' ? <span className="nothing">{say(words[empty])}</span> : <span className="long-text">{value}</span>;
  return (
    <section className="panel case-panel">
      <div className="case-panel-head">
        <h2>{say(words.preview)}</h2>
        <span className="case-quiet">{say(words.count, { n: characters })}</span>
      </div>
      <article className={`preview preview-${draft.color ?? 'none'}`} lang="zh-CN">
        <h3>
          {draft.color && <LevelBadge level={draft.color} />}
          {text(draft.headlineZh, 'noHeadline')}
        </h3>
        <p className="preview-meta">
          {say(warningWords.issuerName, { county: me ? say(me.county.name) : '' })}
          {draft.eventCode && (
            <>
              {' · '}
              <EventName code={draft.eventCode} />
            </>
          )}
        </p>
        <p className="preview-meta">
          {say(warningWords.until, {
            from: dayAndTime(draft.effective),
            to: draft.expires === null ? say(words.noExpiry) : dayAndTime(draft.expires),
          })}
        </p>
        <p>{text(draft.descriptionZh, 'noDescription')}</p>
        <p>
          <b>{say(warningWords.area)}</b> <WarningArea area={draft.area} />
        </p>
        <p>
          <b>{say(warningWords.instruction)}</b> {text(draft.instructionZh, 'noInstruction')}
        </p>
      </article>
    </section>
  );
}
