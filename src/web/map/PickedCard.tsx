import { Button } from 'antd';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import type { RecordOf } from '#kernel/register/register.ts';
import { stations } from '#rooms/monitoring/stations/stations.register.ts';
import { useRecord } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { ErrorState } from '#web/page/states.tsx';
import { DemoTag, PriorityBadge } from '#web/theme/theme.tsx';
import { writeCoordinates } from './coordinates.ts';
import type { Picked } from './drawn.ts';
import { mapWords } from './mapWords.ts';
import { warningAddress } from './receivedWarnings.ts';

interface PickedCardProps {
  picked: Picked;
  /** Open alarms, to name those of a station. */
  alarms: readonly Alarm[];
  /** What an alarm of the station leads to; without it they are only named. */
  onAlarm?: (alarm: Alarm) => void;
  onClose: () => void;
}

/** A card over the map: what was clicked, in short, and the way to its record. */
export function PickedCard({ picked, alarms, onAlarm, onClose }: PickedCardProps) {
  const t = useText();
  return (
    <aside className="picked-card" aria-label={picked.name}>
      <header>
        <h2>{picked.name || t(mapWords.place)}</h2>
        <Button type="text" size="small" onClick={onClose}>
          {t(mapWords.closeCard)}
        </Button>
      </header>
      <p className="picked-where">{writeCoordinates([picked.lon, picked.lat])}</p>
      {picked.kind === 'device' && (
        <StationSummary id={picked.id} alarms={alarms.filter((alarm) => alarm.stationId === picked.id)} onAlarm={onAlarm} />
      )}
      {picked.kind === 'incident' && <PageLink to={`/incidents/${picked.id}`}>{t(mapWords.openRecord)}</PageLink>}
      {picked.kind === 'warning' && <PageLink to={warningAddress(picked.id)}>{t(mapWords.openRecord)}</PageLink>}
      {picked.kind === 'place' && isRegister(picked.layer) && (
        <PageLink to={`/registers/${picked.layer}/${picked.id}`}>{t(mapWords.openRecord)}</PageLink>
      )}
    </aside>
  );
}

/** Base layers that are registers: their places have a record. */
function isRegister(layer: string | undefined): boolean {
  return layer === 'enterprises' || layer === 'schools' || layer === 'shelters';
}

interface StationSummaryProps {
  id: string;
  alarms: readonly Alarm[];
  onAlarm: ((alarm: Alarm) => void) | undefined;
}

function StationSummary({ id, alarms, onAlarm }: StationSummaryProps) {
  const t = useText();
  const { data: station, error, refetch } = useRecord<RecordOf<typeof stations>>('stations', id);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!station) return <p className="picked-where">{t(mapWords.loading)}</p>;
  const { kind, owner, contact } = stations.fields;
  const kindName = kind.options[station.kind ?? ''];
  return (
    <>
      <dl className="picked-facts">
        <dt>{t(kind.label)}</dt>
        <dd>
          {kindName ? t(kindName) : station.kind} <DemoTag shown={station.demo} />
        </dd>
        {station.owner && (
          <>
            <dt>{t(owner.label)}</dt>
            <dd>{station.owner}</dd>
          </>
        )}
        {station.contact && (
          <>
            <dt>{t(contact.label)}</dt>
            <dd>
              <a href={`tel:${station.contact}`}>{station.contact}</a>
            </dd>
          </>
        )}
      </dl>
      {alarms.map((alarm) => (
        <p key={alarm.id} className="picked-alarm">
          <PriorityBadge priority={alarm.priority} />{' '}
          {onAlarm ? (
            <button type="button" className="plain" onClick={() => onAlarm(alarm)}>
              {t(alarm.text)}
            </button>
          ) : (
            t(alarm.text)
          )}
        </p>
      ))}
      <PageLink to={`/registers/stations/${id}`}>{t(mapWords.openRecord)}</PageLink>
    </>
  );
}
