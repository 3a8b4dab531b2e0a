import { useMemo } from 'react';
import { useSession } from '#web/api/queries.ts';
import { CountyMap, type LonLat } from '#web/map/CountyMap.tsx';
import { useDivisions } from '#web/map/useDivisions.ts';
import { useMood } from '#web/theme/theme.tsx';

const closeZoom = 12;

/** Where a record lies in the county. */
export default function PlaceMap({ place }: { place: LonLat }) {
  const { mood } = useMood();
  const { data: me } = useSession();
  const divisions = useDivisions();
  const [lon, lat] = place;
  const selected = useMemo<LonLat>(() => [lon, lat], [lon, lat]);
  const focus = useMemo(() => ({ center: selected, zoom: closeZoom }), [selected]);
  return <CountyMap mood={mood} divisions={divisions} bbox={me?.county.bbox ?? null} selected={selected} focus={focus} legend={false} />;
}
