import { useText } from '#web/language/language.tsx';
import { article64 } from './article64.ts';
import type { ComposerDraft } from './composerDraft.ts';
import { composerWords as words } from './composerWords.ts';

/** The checklist of the law; it ticks itself. */
export function Article64({ draft }: { draft: ComposerDraft }) {
  const say = useText();
  return (
    <section className="panel case-panel">
      <div className="case-panel-head">
        <h2>{say(words.demands)}</h2>
        <span className="case-quiet">{say(words.demandsBasis)}</span>
      </div>
      <ul className="demands">
        {article64(draft).map(({ name, label, isMet, isAutomatic }) => (
          <li key={name} className={isMet ? 'demand demand-met' : 'demand'}>
            <span aria-hidden="true">{isMet ? '✓' : '○'}</span>
            {say(label)}
            <span className="demand-state">{say(isAutomatic ? words.automatic : isMet ? words.met : words.missing)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
