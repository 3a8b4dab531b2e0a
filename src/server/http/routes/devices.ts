import { z } from 'zod';
import { accept } from '#kernel/problem/refusal.ts';
import { clearDeviceKey, setDeviceKey } from '../../operations/deviceOperations.ts';
import { storedDevices } from '../../storage/devices.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

const keepers = ['administrator', 'dutyLeader', 'dutyOfficer'] as const;
const writers = ['administrator', 'dutyOfficer'] as const;
const params = z.object({ id: z.uuid() });

/** Devices as they connect: who has proven itself, who was refused, keys. */
export function deviceEndpoints({ context, ingest, seal }: Services): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/devices',
      summary: 'Devices with how they prove themselves and how they connected last',
      access: keepers,
      handle: async ({ actor }) => {
        const devices = await context.database.transaction(actor, storedDevices);
        const items = devices.map(({ sealed, ...device }) => ({
          ...device,
          proof: device.proof ?? 'address',
          isKeySet: sealed !== null,
          contact: ingest.contactOf(device.deviceKey),
        }));
        return accept({ items });
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/devices/{id}/key',
      summary: 'Set the key or password of a device; it cannot be read again',
      access: writers,
      params,
      body: z.strictObject({ key: z.string().min(1).max(200) }),
      handle: async ({ actor, params: { id }, body }) => {
        const set = await setDeviceKey(context, seal, actor, id, body.key);
        if (set.ok) await ingest.reloadRegistry();
        return set;
      },
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/devices/{id}/key',
      summary: 'Take the key of a device away',
      access: writers,
      params,
      handle: async ({ actor, params: { id } }) => {
        const cleared = await clearDeviceKey(context, actor, id);
        if (cleared.ok) await ingest.reloadRegistry();
        return cleared;
      },
    }),
  ];
}
