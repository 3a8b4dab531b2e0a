import type { Map as LibreMap } from 'maplibre-gl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useText } from '#web/language/language.tsx';
import type { CountyMapProps } from './CountyMap.tsx';
import { alarmFeatures, incidentFeatures, legendCounts, stationFeatures } from './drawn.ts';
import { warningFeatures } from './divisions.ts';
import { MapLegend } from './MapLegend.tsx';
import { library } from './mapLibrary.ts';
import { mapWords } from './mapWords.ts';
import { hiddenAtFirst } from './baseLayers.ts';
import { openMap } from './openMap.ts';
import { watchPointer } from './pick.ts';
import { useMapData } from './useMapData.ts';

const roomForLegendPx = 1200;

/** The map itself; loaded lazily by CountyMap. */
export default function MapCanvas(props: CountyMapProps) {
  const { mood, divisions, bbox, stations, alarms, incidents, warnings, layers, onPick, onReady, children } = props;
  const t = useText();
  const holder = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<LibreMap | null>(null);
  const [failed, setFailed] = useState(false);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(hiddenAtFirst);

  const drawnStations = useMemo(() => stationFeatures(stations ?? [], alarms ?? [], hidden), [stations, alarms, hidden]);
  const drawnAlarms = useMemo(() => alarmFeatures(alarms ?? [], t), [alarms, t]);
  const drawnIncidents = useMemo(() => incidentFeatures(incidents ?? []), [incidents]);
  const drawnWarnings = useMemo(() => warningFeatures(warnings ?? [], divisions), [warnings, divisions]);

  useEffect(() => {
    if (!holder.current) return undefined;
    return openMap({ container: holder.current, mood, bbox: bbox ?? null, textOf: t, onLoad: setMap, onFail: () => setFailed(true) });
    // The map is opened once; a change of mood or language remounts it (key in CountyMap).
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useMapData({
    map,
    mood,
    divisions,
    hidden,
    layers: layers ?? [],
    stations: drawnStations.features,
    alarms: hidden.has('alarm') ? [] : drawnAlarms,
    incidents: hidden.has('incident') ? [] : drawnIncidents,
    warnings: hidden.has('warning') ? { areas: [], marks: [] } : drawnWarnings,
    selected: props.selected ?? null,
    focus: props.focus ?? null,
    textOf: t,
  });

  useEffect(() => {
    if (!map || !onReady) return undefined;
    return onReady({ map, library });
  }, [map, onReady]);

  useEffect(() => (map && onPick ? watchPointer(map, library, { onPick, textOf: t }) : undefined), [map, onPick, t]);

  const legend = legendCounts(drawnStations.counts, drawnAlarms, drawnIncidents, warnings ?? []);
  return (
    <div className={`county-map county-map-${mood}`} data-ready={map ? 'yes' : 'no'}>
      <div ref={holder} className="county-map-canvas" />
      {!map && !failed && <p className="county-map-note">{t(mapWords.loading)}</p>}
      {failed && (
        <p className="county-map-note" role="alert">
          {t(mapWords.failed)}
        </p>
      )}
      {map && props.legend !== false && (
        <MapLegend
          mood={mood}
          counts={legend}
          layers={layers ?? []}
          divisions={divisions}
          hidden={hidden}
          startsOpen={map.getContainer().clientWidth >= roomForLegendPx}
          onToggle={(id) => setHidden((before) => toggled(before, id))}
        />
      )}
      {children}
    </div>
  );
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(before);
  if (!next.delete(id)) next.add(id);
  return next;
}
