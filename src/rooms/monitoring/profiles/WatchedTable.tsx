import { Checkbox } from 'antd';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { DemoTag, PriorityBadge } from '#web/theme/theme.tsx';
import { quantityOf, type MonitoringProfile } from './profile.ts';
import { profileWords as words } from './profileWords.ts';
import type { WatchedPoint } from './watched.ts';

interface WatchedTableProps {
  profile: MonitoringProfile;
  points: readonly WatchedPoint[];
  compared: readonly string[];
  onToggle: (pointId: string) => void;
}

const ranks = { critical: 4, high: 3, medium: 2, low: 1 };
const rankOf = ({ alarm }: WatchedPoint) => (alarm ? ranks[alarm.priority] : 0);

/** Points with their latest value against their levels; those in alarm first. */
export function WatchedTable({ compared, onToggle, points, profile }: WatchedTableProps) {
  const say = useText();
  const ordered = points.toSorted(
    (a, b) => rankOf(b) - rankOf(a) || a.stationName.localeCompare(b.stationName, 'zh') || a.name.localeCompare(b.name, 'zh'),
  );
  return (
    <div className="panel profile-scroll">
      <table className="profile-table">
        <thead>
          <tr>
            <th scope="col">{say(words.compare)}</th>
            <th scope="col">{say(words.station)}</th>
            <th scope="col">{say(words.value)}</th>
            <th scope="col">{say(words.levels)}</th>
            <th scope="col">{say(words.state)}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((point) => (
            <tr key={point.id}>
              <td>
                <Checkbox
                  checked={compared.includes(point.id)}
                  onChange={() => onToggle(point.id)}
                  aria-label={`${say(words.compare)} ${point.stationName} ${point.name}`}
                />
              </td>
              <td>
                <PageLink to={`/registers/stations/${point.stationId}`}>{point.stationName}</PageLink> <DemoTag shown={point.demo} />
                <span className="profile-point">{point.name}</span>
              </td>
              <td className="profile-value">
                <Value profile={profile} point={point} />
              </td>
              <td className="profile-levels">
                {point.limits.map(({ limit, priority, side }) => (
                  <span key={`${side} ${limit} ${priority}`}>
                    {say(words[side])} {limit}
                  </span>
                ))}
              </td>
              <td>
                <State point={point} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Value({ point, profile }: { point: WatchedPoint; profile: MonitoringProfile }) {
  const say = useText();
  if (point.value === null || point.at === null) return <span className="case-quiet">{say(words.noData)}</span>;
  const isState = quantityOf(profile, point.quantity)?.shown === 'state';
  return (
    <>
      <strong>{isState ? say(point.value > 0 ? words.yes : words.no) : `${Number(point.value.toPrecision(7))} ${point.unit}`}</strong>
      <time dateTime={point.at}>{dayAndTime(point.at)}</time>
    </>
  );
}

function State({ point: { alarm, at, hasRules } }: { point: WatchedPoint }) {
  const say = useText();
  if (alarm)
    return (
      <PageLink to={`/alarms/${alarm.id}`}>
        {alarm.isSilence ? say(words.noData) : say(words.alarm)} <PriorityBadge priority={alarm.priority} />
      </PageLink>
    );
  if (at === null) return <span className="case-quiet">{say(words.noData)}</span>;
  return <span className={hasRules ? '' : 'case-quiet'}>{say(hasRules ? words.normal : words.noRules)}</span>;
}
