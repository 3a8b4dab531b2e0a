import { useMemo } from 'react';
import { useLayers } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { CountyMap } from '#web/map/CountyMap.tsx';
import type { MapStation } from '#web/map/drawn.ts';
import { useDivisions } from '#web/map/useDivisions.ts';
import { useMood } from '#web/theme/theme.tsx';
import { profileWords as words } from './profileWords.ts';
import type { WatchedPoint } from './watched.ts';

/** Vehicles where they reported last; one in alarm looks like a station in alarm. */
export function VehicleMap({ points }: { points: readonly WatchedPoint[] }) {
  const say = useText();
  const { mood } = useMood();
  const layers = useLayers();
  const divisions = useDivisions();
  const vehicles = useMemo(() => vehiclesOf(points), [points]);
  return (
    <section className="panel case-panel">
      <h2>{say(words.vehicles)}</h2>
      <div className="profile-map">
        <CountyMap mood={mood} divisions={divisions} layers={layers.data ?? []} stations={vehicles} focus={null} legend={false} />
      </div>
    </section>
  );
}

/** One vehicle a station that has reported both coordinates. */
export function vehiclesOf(points: readonly WatchedPoint[]): MapStation[] {
  const byStation = Map.groupBy(points, ({ stationId }) => stationId);
  return [...byStation].flatMap(([id, own]): MapStation[] => {
    const lon = own.find(({ quantity }) => quantity === 'longitude')?.value ?? null;
    const lat = own.find(({ quantity }) => quantity === 'latitude')?.value ?? null;
    const [first] = own;
    if (lon === null || lat === null || !first) return [];
    const state = own.some(({ alarm }) => alarm !== null) ? 'alarm' : 'normal';
    return [{ id, name: first.stationName, kind: 'other', state, lon, lat, demo: first.demo }];
  });
}
