import type { LonLat } from './drawn.ts';
import { round } from './coordinates.ts';
import type { MapHandle } from './CountyMap.tsx';

export interface PlaceMarker {
  /** Puts the marker somewhere, or takes it away. */
  put(place: LonLat | null): void;
  stop(): void;
}

/** A marker that follows clicks and can be dragged; `onMove` hears of both, in WGS-84 degrees with six decimals. */
export function placeMarker({ map, library }: MapHandle, color: string, onMove: (place: LonLat) => void): PlaceMarker {
  const marker = new library.Marker({ color, draggable: true });
  let shown = false;
  const click = (event: { lngLat: { lng: number; lat: number } }) => onMove([round(event.lngLat.lng), round(event.lngLat.lat)]);
  map.on('click', click);
  marker.on('dragend', () => {
    const { lng, lat } = marker.getLngLat();
    onMove([round(lng), round(lat)]);
  });
  map.getCanvas().style.cursor = 'crosshair';
  return {
    put(place) {
      if (!place) {
        marker.remove();
        shown = false;
        return;
      }
      marker.setLngLat(place);
      if (!shown) marker.addTo(map);
      shown = true;
      if (!map.getBounds().contains(place)) map.flyTo({ center: place, zoom: Math.max(map.getZoom(), 12) });
    },
    stop() {
      map.off('click', click);
      marker.remove();
    },
  };
}
