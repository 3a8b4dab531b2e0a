import { Checkbox, Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { destination } from '#geo/distance.ts';
import type { LonLat } from '#geo/position.ts';
import { defineWords } from '#kernel/language/text.ts';
import { modelOf } from '#models/models.ts';
import type { MapLayer } from '#web/api/answers.ts';
import { useLanguage, useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { spanWords } from '#web/page/moments.ts';
import { registerById } from '#web/registers/declared.ts';
import { RouteRefused, useArrivals, type RouteQuestion } from './useArrivals.ts';
import { useRested } from './useRested.ts';

const words = defineWords({
  show: { zh: '计算队伍、物资到场', en: 'Teams and stocks: when they arrive' },
  close: { zh: '关闭范围内道路', en: 'Close the roads inside the zones' },
  vehicle: { zh: '车辆', en: 'Vehicle' },
  roads: { zh: '路网', en: 'Roads' },
  noRoads: { zh: '还没有导入道路图层。', en: 'No roads have been imported yet.' },
  noPlace: { zh: '先在图上放置地点。', en: 'Put a place on the map first.' },
  meeting: {
    zh: '到达集结点的时间；集结点在上风侧，图上蓝色标记可拖动。',
    en: 'Times to the meeting point, upwind of the source; drag its blue handle on the map.',
  },
  noWay: { zh: '无路可通', en: 'no way' },
  noRoad: { zh: '附近无路', en: 'no road nearby' },
  nobody: { zh: '台账中没有带位置的队伍和仓库。', en: 'No team or warehouse with a place is on file.' },
  asking: { zh: '正在计算路线……', en: 'Finding roads…' },
  failed: { zh: '路线计算失败', en: 'Routes could not be found' },
  free: {
    zh: '按自由流车速，未计拥堵与夜间，未经本县实测校准。',
    en: 'Free-flow speeds without traffic or night; not calibrated in this county.',
  },
});

interface RoutesPanelProps {
  layers: readonly MapLayer[];
  /** Zones shown on the map. */
  zones: readonly { id: string; area: GeoJSON.Polygon | GeoJSON.MultiPolygon }[];
  source: LonLat | null;
  approachDeg: number | null;
  /** Meeting point put elsewhere by hand. */
  moved: LonLat | null;
  onMeeting: (place: LonLat | null) => void;
  onRoutes: (routes: GeoJSON.Feature[]) => void;
}

/** Asked when the hand rests, ms. */
const restMs = 250;
/** How far upwind of the source teams gather unless the handle is moved, m; a judgement. */
const meetingM = 1100;
const mostRows = 30;

type Zones = RoutesPanelProps['zones'];
const noZones: Zones = [];

function useQuestion(roads: string | null, vehicle: string, meeting: LonLat | null, closed: Zones): RouteQuestion | null {
  return useMemo(
    () => (roads && meeting ? { roads, vehicle, meeting, closed: closed.map(({ area }) => area) } : null),
    [roads, vehicle, meeting, closed],
  );
}

/** Who arrives when, with the zones closed to them or not. */
export function RoutesPanel({ layers, zones, source, approachDeg, moved, onMeeting, onRoutes }: RoutesPanelProps) {
  const say = useText();
  const { language } = useLanguage();
  const [isOn, setOn] = useState(false);
  const [closes, setCloses] = useState(true);
  const lines = layers.filter(({ kind }) => kind === 'line');
  const [chosenRoads, setRoads] = useState<string | null>(null);
  const roads = chosenRoads ?? lines.find(({ id }) => id.includes('road'))?.id ?? lines[0]?.id ?? null;
  const vehicleField = modelOf('router')?.inputs['vehicle'];
  const vehicles = vehicleField?.kind === 'choice' ? vehicleField.options : [];
  const [vehicle, setVehicle] = useState(vehicles[0]?.value ?? '');
  const meeting = useMemo(
    () => moved ?? (source === null || approachDeg === null ? source : destination(source, meetingM, approachDeg)),
    [moved, source, approachDeg],
  );
  useEffect(() => onMeeting(isOn ? meeting : null), [isOn, meeting, onMeeting]);
  const question = useQuestion(isOn ? roads : null, vehicle, meeting, closes ? zones : noZones);
  const { data, error, isFetching } = useArrivals(useRested(question, restMs));
  const shown = isOn ? data : undefined;
  useEffect(() => onRoutes(shown?.routes ?? []), [shown, onRoutes]);
  if (roads === null) return <p className="model-hint">{say(words.noRoads)}</p>;
  return (
    <section className="scenario-routes">
      <div className="scenario-acts not-printed">
        <Checkbox checked={isOn} onChange={({ target }) => setOn(target.checked)}>
          {say(words.show)}
        </Checkbox>
        <Checkbox checked={closes} disabled={!isOn} onChange={({ target }) => setCloses(target.checked)}>
          {say(words.close)}
        </Checkbox>
      </div>
      {isOn && (
        <div className="scenario-acts not-printed">
          <Select
            size="small"
            aria-label={say(words.vehicle)}
            value={vehicle}
            options={vehicles.map(({ value, label }) => ({ value, label: say(label) }))}
            onChange={setVehicle}
          />
          <Select
            size="small"
            aria-label={say(words.roads)}
            value={roads}
            options={lines.map(({ id, label }) => ({ value: id, label: say(label) }))}
            onChange={setRoads}
          />
        </div>
      )}
      {isOn && !meeting && <p className="model-hint">{say(words.noPlace)}</p>}
      {isOn && meeting && <p className="model-hint">{say(words.meeting)}</p>}
      {isFetching && !shown && <p>{say(words.asking)}</p>}
      {isOn && error && <p role="alert">{error instanceof RouteRefused ? say(error.text) : say(words.failed)}</p>}
      {shown?.arrivals.length === 0 && <p className="model-hint">{say(words.nobody)}</p>}
      {shown && shown.arrivals.length > 0 && (
        <>
          <table className="scenario-etas">
            <tbody>
              {shown.arrivals.slice(0, mostRows).map(({ register, id, name, seconds, reason }) => (
                <tr key={`${register} ${id}`}>
                  <td>
                    <PageLink to={`/registers/${register}/${id}`}>{name}</PageLink>
                    <span className="model-hint"> {say(registerById(register)?.singular ?? { zh: '', en: '' })}</span>
                  </td>
                  <td>{seconds === null ? say(reason === 'noRoad' ? words.noRoad : words.noWay) : spanWords(seconds * 1000, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="model-hint">{say(words.free)}</p>
        </>
      )}
    </section>
  );
}
