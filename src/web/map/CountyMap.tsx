import type { Map as LibreMap } from 'maplibre-gl';
import { lazy, Suspense, type ReactNode } from 'react';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import { useLanguage, useText } from '#web/language/language.tsx';
import type { Mood } from '#web/theme/tokens.ts';
import type { Division } from './divisions.ts';
import type { BaseLayer, LonLat, MapIncident, MapStation, MapWarning, Picked } from './drawn.ts';
import type { Library } from './mapLibrary.ts';
import { mapWords } from './mapWords.ts';

export type { BaseLayer, LonLat, MapIncident, MapStation, MapWarning, Picked } from './drawn.ts';

export interface MapHandle {
  map: LibreMap;
  library: Library;
}

export interface CountyMapProps {
  mood: Mood;
  /** County and townships (`useDivisions()`); empty while they load. */
  divisions: readonly Division[];
  /** What is shown first: west, south, east, north. Without it, the extent of the divisions. */
  bbox?: [number, number, number, number] | null;
  /** Base layers the county has; those switched on are fetched by the map. */
  layers?: readonly BaseLayer[];
  stations?: readonly MapStation[];
  /** Open alarms. */
  alarms?: readonly Alarm[];
  incidents?: readonly MapIncident[];
  warnings?: readonly MapWarning[];
  /** A ring is drawn around it. */
  selected?: LonLat | null;
  /** Whenever this object changes the map flies there, at least as near as `zoom`; without zoom it moves only as far as needed. */
  focus?: { center: LonLat; zoom?: number } | null;
  onPick?: (picked: Picked) => void;
  /** Called once with the map itself, for tools that draw on it; what it returns is called at the end. */
  onReady?: (handle: MapHandle) => (() => void) | undefined;
  /** False hides the legend. */
  legend?: boolean;
  /** Controls laid over the map. */
  children?: ReactNode;
}

const MapCanvas = lazy(() => import('./MapCanvas.tsx'));

/**
 * The county on a map. Fills its parent, which must have a height. Everything on it can also be reached through a list of
 * the page around it; the map is never the only way.
 */
export function CountyMap(props: CountyMapProps) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <Suspense fallback={<p className="county-map-note">{t(mapWords.loading)}</p>}>
      <MapCanvas key={`${props.mood} ${language}`} {...props} />
    </Suspense>
  );
}
