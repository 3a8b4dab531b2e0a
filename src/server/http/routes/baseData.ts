import { z } from 'zod';
import { accept, refuse } from '#kernel/problem/refusal.ts';
import { baseLayers, removeBaseLayer } from '../../storage/baseLayers.ts';
import { baseRasters, removeBaseRaster } from '../../storage/baseRasters.ts';
import { writeJournal } from '../../storage/journal.ts';
import { emit } from '../../storage/outbox.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';
import { baseImportEndpoints } from './baseImports.ts';

const keepers = ['administrator'] as const;

/** The county's own base data on file; how files come in is in baseImports.ts. */
export function baseDataEndpoints(services: Services): Endpoint[] {
  const { context } = services;
  return [
    ...baseImportEndpoints(services),
    endpoint({
      method: 'GET',
      path: '/api/v1/base/rasters',
      summary: 'Terrain on file, which models name as raster:<id>',
      handle: async ({ actor }) => accept({ items: await context.database.transaction(actor, baseRasters) }),
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/base/rasters/{id}',
      summary: 'Take terrain away',
      access: keepers,
      params: z.object({ id: z.string() }),
      handle: async ({ actor, params: { id } }) =>
        context.database.transaction(actor, async (tx) => {
          if (!(await removeBaseRaster(tx, id)))
            return refuse('raster-missing', 404, { zh: '没有这个地形', en: 'There is no such terrain' });
          await writeJournal(tx, context.clock, [
            { act: 'remove', subjectKind: 'baseRaster', subjectId: id, areaCode: actor.areaCode, detail: {} },
          ]);
          return accept(null);
        }),
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/base/layers/{id}',
      summary: 'Take a layer away',
      access: keepers,
      params: z.object({ id: z.string() }),
      handle: async ({ actor, params: { id } }) =>
        context.database.transaction(actor, async (tx) => {
          const layer = (await baseLayers(tx)).find((candidate) => candidate.id === id);
          if (!layer || !(await removeBaseLayer(tx, id)))
            return refuse('layer-missing', 404, { zh: '没有这个图层', en: 'There is no such layer' });
          await emit(tx, context.clock, [
            { type: 'layer.removed', areaCode: actor.areaCode, subject: { kind: 'baseLayer', id }, demo: layer.demo, data: {} },
          ]);
          await writeJournal(tx, context.clock, [
            { act: 'remove', subjectKind: 'baseLayer', subjectId: id, areaCode: actor.areaCode, detail: { count: layer.count } },
          ]);
          return accept(null);
        }),
    }),
  ];
}
