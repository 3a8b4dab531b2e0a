import { useText } from '#web/language/language.tsx';
import type { CountyContent } from '#web/map/countyContent.ts';
import { PageLink } from '#web/page/links.tsx';
import { LevelBadge } from '#web/theme/theme.tsx';
import { deskWords } from './deskWords.ts';
import { warningAddress } from '#web/map/receivedWarnings.ts';

/** What goes on in the county while no alarm is selected: open incidents and warnings in force. */
export function DeskSummary({ content }: { content: CountyContent }) {
  const t = useText();
  const { incidents, warnings } = content;
  return (
    <div className="desk-summary">
      <h2>
        {t(deskWords.openIncidents)} <span className="desk-count">{incidents.length}</span>
      </h2>
      {incidents.length === 0 && <p className="desk-quiet">{t(deskWords.none)}</p>}
      <ul>
        {incidents.map((incident) => (
          <li key={incident.id}>
            <PageLink to={`/incidents/${incident.id}`}>{incident.title}</PageLink>
          </li>
        ))}
      </ul>
      <h2>
        {t(deskWords.warningsInForce)} <span className="desk-count">{warnings.length}</span>
      </h2>
      {warnings.length === 0 && <p className="desk-quiet">{t(deskWords.none)}</p>}
      <ul>
        {warnings.map((warning) => (
          <li key={warning.id}>
            <LevelBadge level={warning.color} />
            <PageLink to={warningAddress(warning.id)}>{warning.title}</PageLink>
          </li>
        ))}
      </ul>
      <p className="desk-quiet">{t(deskWords.chooseAlarm)}</p>
    </div>
  );
}
