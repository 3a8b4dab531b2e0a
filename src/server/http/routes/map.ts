import { z } from 'zod';
import { hasRole, type Actor } from '#kernel/access/access.ts';
import { accept, refuse } from '#kernel/problem/refusal.ts';
import { registers } from '#rooms/rooms.ts';
import { baseFeatures, baseLayers } from '../../storage/baseLayers.ts';
import { recordFeatures, recordLayers } from '../../storage/recordLayers.ts';
import { stationsForMap } from '../../storage/stations.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

/** What the one map draws. */
export function mapEndpoints({ context, ingest }: Services): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/map/devices.geojson',
      summary: 'Stations as points with their present state',
      handle: async ({ actor }) => {
        const stations = await context.database.transaction(actor, stationsForMap);
        const states = ingest.stationStates();
        return accept({
          type: 'FeatureCollection',
          features: stations.map(({ id, name, kind, lon, lat, demo, areaCode }) => {
            const { state, priority } = states.get(id) ?? { state: 'unknown', priority: null };
            return {
              type: 'Feature',
              id,
              geometry: { type: 'Point', coordinates: [lon, lat] },
              properties: { id, name, kind, state, priority, demo, areaCode },
            };
          }),
        });
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/map/layers',
      summary: 'Layers of the map: base data, and registers with places',
      handle: async ({ actor }) =>
        accept(
          await context.database.transaction(actor, async (tx) => ({
            items: [...(await baseLayers(tx)), ...(await recordLayers(tx, readable(actor)))],
          })),
        ),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/map/layers/{file}',
      summary: 'One layer as GeoJSON: {id}.geojson',
      params: z.object({ file: z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,60}\.geojson$/) }),
      handle: async ({ actor, params: { file } }) => {
        const id = file.slice(0, -'.geojson'.length);
        return context.database.transaction(actor, async (tx) => {
          const register = readable(actor).find((candidate) => candidate.id === id);
          if (register) return accept({ type: 'FeatureCollection', features: await recordFeatures(tx, register) });
          const layer = (await baseLayers(tx)).find((candidate) => candidate.id === id);
          if (!layer) return refuse('layer-missing', 404, { zh: '没有这个图层', en: 'There is no such layer' });
          return accept({ type: 'FeatureCollection', features: await baseFeatures(tx, id) });
        });
      },
    }),
  ];
}

/** Registers with places that the actor may read; stations are drawn by their state instead. */
function readable(actor: Actor) {
  return registers.filter(({ id, located, access }) => located && id !== 'stations' && hasRole(actor, access.read));
}
