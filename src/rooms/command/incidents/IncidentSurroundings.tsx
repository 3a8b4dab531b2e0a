import { useMemo } from 'react';
import { distanceM } from '#geo/distance.ts';
import { useText } from '#web/language/language.tsx';
import { useCountyContent } from '#web/map/countyContent.ts';
import { CountyMap, type LonLat } from '#web/map/CountyMap.tsx';
import { mapWords } from '#web/map/mapWords.ts';
import { PageLink } from '#web/page/links.tsx';
import { DemoTag, useMood } from '#web/theme/theme.tsx';
import type { Incident } from './incidentOrder.ts';
import { incidentWords as words } from './incidentWords.ts';

const nearKm = 5;
const shown = 8;

/** Where it happened, and the stations around it, nearest first. */
export function IncidentSurroundings({ incident }: { incident: Incident }) {
  const say = useText();
  const { mood } = useMood();
  const content = useCountyContent();
  const [lon, lat] = incident.place ?? [];
  const focus = useMemo(() => (lon === undefined || lat === undefined ? null : { center: [lon, lat] as LonLat, zoom: 12 }), [lon, lat]);
  const pinned = useMemo(
    () => [{ id: incident.id, title: incident.title ?? '', place: focus?.center ?? null }],
    [incident.id, incident.title, focus],
  );
  const near = useMemo(() => {
    if (!focus) return [];
    return content.stations
      .map((station) => ({ station, km: distanceM(focus.center, [station.lon, station.lat]) / 1000 }))
      .filter(({ km }) => km <= nearKm)
      .sort((a, b) => a.km - b.km);
  }, [content.stations, focus]);

  return (
    <section className="panel case-panel">
      <h2>{say(words.surroundings)}</h2>
      {focus ? (
        <>
          <div className="incident-map">
            <CountyMap
              mood={mood}
              divisions={content.divisions}
              layers={content.layers}
              stations={content.stations}
              alarms={content.alarms}
              incidents={pinned}
              selected={focus.center}
              focus={focus}
              legend={false}
            />
          </div>
          <h3>{near.length === 0 ? say(words.nobodyNear, { km: nearKm }) : say(words.nearby, { km: nearKm, n: near.length })}</h3>
          <ul className="incident-near">
            {near.slice(0, shown).map(({ station, km }) => (
              <li key={station.id}>
                <PageLink to={`/registers/stations/${station.id}`}>{station.name}</PageLink>
                <DemoTag shown={station.demo} />
                <span className={station.state === 'alarm' ? 'incident-near-alarm' : 'incident-near-state'}>
                  {say(mapWords[station.state])}
                </span>
                <span className="incident-near-km">{km.toFixed(1)} km</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="case-quiet">{say(words.noPlace)}</p>
      )}
    </section>
  );
}
