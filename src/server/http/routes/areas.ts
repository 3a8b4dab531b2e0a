import { accept } from '#kernel/problem/refusal.ts';
import { allAreas, areaOutlines } from '../../storage/areas.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

/** Divisions, as a list and as outlines. */
export function areaEndpoints({ context }: Services): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/areas',
      summary: 'Divisions of the county, without outlines',
      handle: async ({ actor }) => accept({ items: await context.database.transaction(actor, allAreas) }),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/areas.geojson',
      summary: 'Outlines of the divisions that have one',
      handle: async ({ actor }) => {
        const outlines = await context.database.transaction(actor, areaOutlines);
        return accept({
          type: 'FeatureCollection',
          features: outlines.map(({ area: { code, name, level, demo }, geometry }) => ({
            type: 'Feature',
            id: code,
            geometry,
            properties: { code, name: name.zh, nameEn: name.en, level, demo },
          })),
        });
      },
    }),
  ];
}
