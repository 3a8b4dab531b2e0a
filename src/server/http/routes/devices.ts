import { z } from 'zod';
import { accept } from '#kernel/problem/refusal.ts';
import { clearDeviceKey, commandDevice, commandsOf, mustFindDevice, setDeviceKey } from '../../operations/deviceOperations.ts';
import { inTransaction } from '../../operations/registerOperations.ts';
import { deviceCommandsOf } from '../../storage/deviceCommands.ts';
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
    endpoint({
      method: 'GET',
      path: '/api/v1/devices/{id}/commands',
      summary: 'What a device can be asked to do, and the receipts of what it was asked',
      access: keepers,
      params,
      handle: ({ actor, params: { id } }) =>
        inTransaction(context, actor, async (tx) => {
          const device = await mustFindDevice(tx, id);
          const available = Object.entries(commandsOf(device.protocol)).map(([command, row]) => ({ command, ...row }));
          return { available, isOnline: ingest.commands.isOnline(device.deviceKey), items: await deviceCommandsOf(tx, id) };
        }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/devices/{id}/commands',
      summary: 'Have a device do something: a query, a setting, the time',
      access: writers,
      params,
      body: z.strictObject({
        command: z.string().max(40),
        parameters: z.record(z.string().max(40), z.unknown()).default({}),
        validMinutes: z.number().int().min(1).max(1440).default(10),
      }),
      status: 202,
      handle: ({ actor, params: { id }, body }) => commandDevice(context, ingest.commands, actor, id, body),
    }),
  ];
}
