// MapLibre with its worker address set by hand: the default looks beside the bundle, where the build does not put it.
import type * as Libre from 'maplibre-gl';
import { setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';

setWorkerUrl(workerUrl);

export * as library from 'maplibre-gl';
export type Library = typeof Libre;
