import { z } from 'zod';
import { isInReach } from '#kernel/access/access.ts';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import { limitsOf } from '#kernel/alarm/condition.ts';
import { accept, refuse } from '#kernel/problem/refusal.ts';
import { quantityOf } from '#rooms/monitoring/profiles/profile.ts';
import { profileById } from '#rooms/monitoring/profiles/profiles.ts';
import type { WatchedPoint } from '#rooms/monitoring/profiles/watched.ts';
import { stationsForMap } from '../../storage/stations.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

/** What belongs to a monitoring profile: its points with latest values, levels and open alarms, from memory. */
export function profileEndpoints({ context, ingest }: Services): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/monitoring/{id}',
      summary: 'Points of a monitoring profile with latest values against their levels',
      params: z.object({ id: z.string().max(60) }),
      handle: async ({ actor, params: { id } }) => {
        const profile = profileById(id);
        if (!profile) return refuse('profile-missing', 404, { zh: '没有这种监测', en: 'There is no such monitoring profile' });
        const kinds = new Map((await context.database.transaction(actor, stationsForMap)).map((station) => [station.id, station.kind]));
        const alarms = new Map<string, Alarm>();
        for (const alarm of ingest.openAlarms())
          if (alarm.state !== 'returnedUnacknowledged') alarms.set(alarm.pointId, worse(alarms.get(alarm.pointId), alarm));
        const items: WatchedPoint[] = [];
        for (const point of ingest.pipeline.registry().points) {
          if (!isInReach(actor, point.areaCode)) continue;
          const quantity = point.key.slice(point.key.lastIndexOf('|') + 1);
          const belongs = profile.stationKinds.length === 0 || profile.stationKinds.includes(kinds.get(point.stationId) ?? '');
          if (!belongs || !quantityOf(profile, quantity)) continue;
          const rules = ingest.rulesOf(point.id);
          const latest = ingest.pipeline.latest(point.id);
          const alarm = alarms.get(point.id);
          items.push({
            id: point.id,
            stationId: point.stationId,
            stationName: point.stationName,
            areaCode: point.areaCode,
            lon: point.lon,
            lat: point.lat,
            name: point.name,
            unit: point.unit,
            quantity,
            value: latest?.value ?? null,
            at: latest ? new Date(latest.atMs).toISOString() : null,
            limits: rules.flatMap((rule) => limitsOf(rule)),
            alarm: alarm ? { id: alarm.id, priority: alarm.priority, isSilence: alarm.value === null } : null,
            hasRules: rules.length > 0,
            demo: point.demo,
          });
        }
        return accept({ items });
      },
    }),
  ];
}

const ranks = { critical: 4, high: 3, medium: 2, low: 1 };

function worse(held: Alarm | undefined, alarm: Alarm): Alarm {
  return held && ranks[held.priority] >= ranks[alarm.priority] ? held : alarm;
}
