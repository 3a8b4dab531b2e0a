import { z } from 'zod';
import { isInReach } from '#kernel/access/access.ts';
import { accept, refuse } from '#kernel/problem/refusal.ts';
import { observations } from '../../storage/curve.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

const dayMs = 24 * 3_600_000;
const mostPoints = 2_000;

/** What an instrument measured. */
export function observationEndpoints({ context, ingest }: Services): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/points/{id}/observations',
      summary: 'Readings of a point, thinned to its extremes where there are more than 2,000; with its rules',
      params: z.object({ id: z.uuid() }),
      query: z.object({ from: z.iso.datetime({ offset: true }).optional(), to: z.iso.datetime({ offset: true }).optional() }),
      handle: async ({ actor, params: { id }, query }) => {
        const point = ingest.point(id);
        if (!point || !isInReach(actor, point.areaCode))
          return refuse('point-missing', 404, {
            zh: '没有这个测点，或不在您的辖区',
            en: 'There is no such point, or it is outside your area',
          });
        const toMs = query.to ? Date.parse(query.to) : context.clock.nowMs();
        const fromMs = query.from ? Date.parse(query.from) : toMs - dayMs;
        if (fromMs >= toMs || toMs - fromMs > 370 * dayMs)
          return refuse('period-invalid', 422, {
            zh: '时间段须为正，且不超过 370 天',
            en: 'The period must be positive and at most 370 days',
          });
        const items = await context.database.transaction(actor, (tx) => observations(tx, id, fromMs, toMs, mostPoints));
        return accept({
          point: { id, name: point.name, unit: point.unit, stationName: point.stationName },
          rules: ingest.rulesOf(id),
          items,
        });
      },
    }),
  ];
}
