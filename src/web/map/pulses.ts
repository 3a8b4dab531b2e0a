import type { Map as LibreMap } from 'maplibre-gl';
import type { PointFeature } from './drawn.ts';
import { library } from './mapLibrary.ts';
import { priorityFills } from './mapPalette.ts';

// Rings that pulse around unanswered alarms. They are elements above the map and move by CSS alone, so the map itself is
// not drawn again for them; where the system asks for less motion they stand still (map.css).

const most = 40;

export function drawPulses(map: LibreMap, alarms: readonly PointFeature[]): () => void {
  const open = alarms.filter((alarm) => alarm.properties['answered'] === false).slice(0, most);
  const markers = open.map((alarm) => {
    const ring = document.createElement('div');
    ring.className = 'map-pulse';
    ring.setAttribute('aria-hidden', 'true');
    ring.style.color = priorityFills[alarm.properties['priority'] as keyof typeof priorityFills];
    const [lon, lat] = alarm.geometry.coordinates as [number, number];
    return new library.Marker({ element: ring }).setLngLat([lon, lat]).addTo(map);
  });
  return () => {
    for (const marker of markers) marker.remove();
  };
}
