import type { ReactNode } from 'react';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { AreaName } from '#web/tables/cells.tsx';
import { DemoTag, LevelBadge } from '#web/theme/theme.tsx';
import { inForceWords as words } from './inForceWords.ts';
import type { ReceivedWarning } from './receivedWarning.ts';
import { useWarningText } from './useWarningText.ts';

/** One warning of the list: colour, what, who sent it, where. */
export function InForceRow({ warning, end }: { warning: ReceivedWarning; end: ReactNode }) {
  const say = useText();
  const text = useWarningText(warning);
  return (
    <li className="in-force-row">
      <span className="in-force-level">{warning.colour && <LevelBadge level={warning.colour} />}</span>
      <div className="in-force-what">
        <h2>
          <PageLink to={`/warnings-in-force/${warning.id}`}>{text.headline ?? warning.identifier}</PageLink>{' '}
          <DemoTag shown={warning.demo} />
        </h2>
        <p className="in-force-meta">
          <span>{text.event ?? warning.kind}</span>
          <span>{warning.agency}</span>
          <Places warning={warning} />
          {warning.sentAt && <span>{say(words.sent, { at: dayAndTime(warning.sentAt) })}</span>}
          {warning.expiresAt && <span>{say(words.until, { to: dayAndTime(warning.expiresAt) })}</span>}
        </p>
      </div>
      <div className="in-force-end">{end}</div>
    </li>
  );
}

/** The divisions of this county that a warning is for. */
export function Places({ warning }: { warning: ReceivedWarning }) {
  const say = useText();
  return (
    <span className="in-force-area">
      {warning.places.some((code) => code.length <= 6)
        ? say(words.allCounty)
        : warning.places.map((code) => (
            <span key={code} className="in-force-place">
              <AreaName code={code} />
            </span>
          ))}
    </span>
  );
}
