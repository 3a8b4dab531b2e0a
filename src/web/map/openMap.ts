import type { Map as LibreMap } from 'maplibre-gl';
import type { Text } from '#kernel/language/text.ts';
import type { Mood } from '#web/theme/tokens.ts';
import { localFonts } from './fonts.ts';
import { library } from './mapLibrary.ts';
import { mapWords } from './mapWords.ts';
import { buildStyle } from './style.ts';
import { liveSymbols, paint, symbolScale } from './symbols.ts';

interface Opening {
  container: HTMLElement;
  mood: Mood;
  bbox: [number, number, number, number] | null;
  textOf: (text: Text) => string;
  onLoad: (map: LibreMap) => void;
  /** The browser cannot draw it. */
  onFail: (error: unknown) => void;
}

/**
 * Opens a map as soon as its container has a height (a hidden tab has none), and returns what closes it again. On touch
 * screens one finger scrolls the page and two move the map.
 */
export function openMap({ container, mood, bbox, textOf, onLoad, onFail }: Opening): () => void {
  let map: LibreMap | null = null;
  const watch = new ResizeObserver(() => {
    if (container.clientHeight === 0 || container.clientWidth === 0) return;
    if (map) map.resize();
    else map = create();
  });
  watch.observe(container);

  function create(): LibreMap | null {
    try {
      const opened = new library.Map({
        container,
        style: buildStyle(mood),
        ...(bbox ? { bounds: bbox, fitBoundsOptions: { padding: 24 } } : { center: [116.95, 34.19], zoom: 9 }),
        minZoom: 5,
        maxZoom: 19,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        cooperativeGestures: window.matchMedia('(pointer: coarse)').matches,
        localIdeographFontFamily: localFonts,
        trackResize: false,
        fadeDuration: 0,
        locale: wordsOf(textOf),
      });
      opened.touchZoomRotate.disableRotation();
      opened.keyboard.disableRotation();
      opened.addControl(new library.NavigationControl({ showCompass: false }), 'top-right');
      opened.addControl(new library.ScaleControl({ maxWidth: 110, unit: 'metric' }), 'bottom-right');
      opened.addControl(new library.AttributionControl({ compact: false, customAttribution: textOf(mapWords.source) }), 'bottom-right');
      opened.on('load', () => {
        for (const symbol of liveSymbols(mood, textOf)) opened.addImage(symbol.id, paint(symbol), { pixelRatio: symbolScale });
        onLoad(opened);
      });
      return opened;
    } catch (error) {
      watch.disconnect();
      onFail(error);
      return null;
    }
  }

  return () => {
    watch.disconnect();
    map?.remove();
    map = null;
  };
}

function wordsOf(textOf: (text: Text) => string): Record<string, string> {
  return {
    'AttributionControl.ToggleAttribution': textOf(mapWords.attribution),
    'Map.Title': textOf(mapWords.map),
    'Marker.Title': textOf(mapWords.place),
    'NavigationControl.ZoomIn': textOf(mapWords.zoomIn),
    'NavigationControl.ZoomOut': textOf(mapWords.zoomOut),
    'ScaleControl.Meters': textOf(mapWords.metre),
    'ScaleControl.Kilometers': textOf(mapWords.kilometre),
    'CooperativeGesturesHandler.WindowsHelpText': textOf(mapWords.gestureDesk),
    'CooperativeGesturesHandler.MacHelpText': textOf(mapWords.gestureMac),
    'CooperativeGesturesHandler.MobileHelpText': textOf(mapWords.gesturePhone),
  };
}
