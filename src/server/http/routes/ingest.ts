import { z } from 'zod';
import { accept } from '#kernel/problem/refusal.ts';
import { acceptObservations } from '../../ingest/endpoints/http.ts';
import { dismissDevice, registerDevice } from '../../operations/quarantineOperations.ts';
import { quarantinedDevices } from '../../storage/quarantine.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

const keepers = ['administrator', 'dutyLeader', 'dutyOfficer'] as const;

/** Signals by HTTP, devices nobody knows yet, counters and endpoints. */
export function ingestEndpoints({ context, ingest, endpoints }: Services): Endpoint[] {
  return [
    endpoint({
      method: 'POST',
      path: '/api/v1/observations',
      summary: 'Readings of one device; answered once they are on disk',
      access: keepers,
      body: z.strictObject({ device: z.string(), items: z.array(z.unknown()) }),
      status: 202,
      handle: ({ body, request }) => acceptObservations(ingest.pipeline, context.clock, body, request.ip),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/quarantine',
      summary: 'Devices that send and are not registered',
      access: keepers,
      handle: async ({ actor }) => accept({ items: await context.database.transaction(actor, quarantinedDevices) }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/quarantine/register',
      summary: 'Register an unknown device: station, device and its points at once',
      access: keepers,
      body: z.strictObject({
        deviceKey: z.string().max(120),
        stationName: z.string().trim().min(1).max(60),
        stationKind: z.string(),
        place: z.tuple([z.number(), z.number()]),
        areaCode: z.string().optional(),
      }),
      status: 201,
      handle: async ({ actor, body }) => {
        const registered = await registerDevice(context, actor, body);
        if (registered.ok) await ingest.reloadRegistry();
        return registered;
      },
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/quarantine/{deviceKey}',
      summary: 'Take an unknown device off the list until it sends again',
      access: keepers,
      params: z.object({ deviceKey: z.string().max(120) }),
      handle: ({ actor, params }) => dismissDevice(context, actor, params.deviceKey),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/counters',
      summary: 'Outcomes of ingest, and the last damaged frames of each reason',
      access: keepers,
      handle: async () => accept({ items: ingest.counters(), frames: ingest.frames(), lag: ingest.lag() }),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/ingest/trouble',
      summary: 'Whether what devices send is kept; trouble is null while it is',
      handle: async () => {
        const trouble = ingest.pipeline.trouble();
        if (trouble === null) return accept({ trouble: null });
        const { code, sinceMs, refused } = trouble;
        return accept({ trouble: { code, since: new Date(sinceMs).toISOString(), refused } });
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/endpoints',
      summary: 'Where devices connect, and where we go for readings ourselves',
      handle: async () =>
        accept({
          items: endpoints,
          sources: ingest.sources().map((source) => ({ protocol: source.protocol, label: source.label, ...source.state() })),
        }),
    }),
  ];
}
