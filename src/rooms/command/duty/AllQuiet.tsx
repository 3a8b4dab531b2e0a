import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { deskWords } from './deskWords.ts';

/** No open alarm: says what is watched, once that is known (null: not yet), and what to do next. */
export function AllQuiet({ stations }: { stations: number | null }) {
  const t = useText();
  return (
    <div className="desk-all-quiet">
      <h3>{t(deskWords.allQuiet)}</h3>
      {stations !== null && <p>{stations > 0 ? t(deskWords.watching, { n: stations }) : t(deskWords.watchingNone)}</p>}
      <p>
        <PageLink to="/quarantine">{t(deskWords.connectDevice)}</PageLink>
        {' · '}
        <PageLink to="/registers/alarmRules">{t(deskWords.setRules)}</PageLink>
        {' · '}
        <PageLink to="/alarms">{t(deskWords.seeHistory)}</PageLink>
      </p>
    </div>
  );
}
