import { defineWords } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';
import type { CountyContent } from '#web/map/countyContent.ts';
import type { Picked } from '#web/map/CountyMap.tsx';
import { compareAlarms } from '#web/map/drawn.ts';
import { PageLink } from '#web/page/links.tsx';
import { LevelBadge, PriorityBadge } from '#web/theme/theme.tsx';
import { warningAddress } from '#web/map/receivedWarnings.ts';

const words = defineWords({
  contents: { zh: '图上内容', en: 'On the map' },
  alarms: { zh: '报警', en: 'Alarms' },
  incidents: { zh: '事件', en: 'Incidents' },
  warnings: { zh: '预警', en: 'Warnings' },
  stations: { zh: '站点', en: 'Stations' },
  allStations: { zh: '打开站点台账（{n} 个）', en: 'Open the register of stations ({n})' },
  none: { zh: '无', en: 'None' },
});

/** What is on the map as lists: the way without a pointer. Stations have their register. */
export function MapContents({ content, onPick }: { content: CountyContent; onPick: (picked: Picked) => void }) {
  const t = useText();
  const { alarms, incidents, warnings, stations } = content;
  return (
    <nav className="one-map-list" aria-label={t(words.contents)}>
      <h2>{t(words.alarms)}</h2>
      {alarms.length === 0 && <p>{t(words.none)}</p>}
      <ul>
        {alarms.toSorted(compareAlarms).map((alarm) => (
          <li key={alarm.id}>
            <button
              type="button"
              disabled={alarm.lon === null || alarm.lat === null}
              onClick={() => onPick({ kind: 'alarm', id: alarm.id, name: alarm.stationName, lon: alarm.lon ?? 0, lat: alarm.lat ?? 0 })}
            >
              <PriorityBadge priority={alarm.priority} />
              <span>
                {alarm.stationName} · {t(alarm.text)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <h2>{t(words.incidents)}</h2>
      {incidents.length === 0 && <p>{t(words.none)}</p>}
      <ul>
        {incidents.map(({ id, title, place }) => (
          <li key={id}>
            <button
              type="button"
              disabled={!place}
              onClick={() => place && onPick({ kind: 'incident', id, name: title, lon: place[0], lat: place[1] })}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
      <h2>{t(words.warnings)}</h2>
      {warnings.length === 0 && <p>{t(words.none)}</p>}
      <ul>
        {warnings.map((warning) => (
          <li key={warning.id}>
            <LevelBadge level={warning.color} /> <PageLink to={warningAddress(warning.id)}>{warning.title}</PageLink>
          </li>
        ))}
      </ul>
      <h2>{t(words.stations)}</h2>
      <p>
        <PageLink to="/registers/stations">{t(words.allStations, { n: stations.length })}</PageLink>
      </p>
    </nav>
  );
}
