import type { Actor } from '#kernel/access/access.ts';
import { refuse, RefusalError, type Outcome } from '#kernel/problem/refusal.ts';
import type { Seal } from '../access/sealing.ts';
import { purposeOf } from '../ingest/deviceBook.ts';
import { putDeviceKey, removeDeviceKey, storedDevice, type StoredDevice } from '../storage/devices.ts';
import type { Transaction } from '../storage/database.ts';
import { writeJournal } from '../storage/journal.ts';
import { emit } from '../storage/outbox.ts';
import type { Context } from './context.ts';
import { inTransaction } from './registerOperations.ts';

// Keys of devices: they go in and never come out again. That one was set, by whom and when, is in the journal; the key is not.

/** Sets the key or password of a device. Refuses `device-missing` 404. */
export function setDeviceKey(context: Context, seal: Seal, actor: Actor, id: string, key: string): Promise<Outcome<null>> {
  return inTransaction(context, actor, async (tx) => {
    const device = await mustFindDevice(tx, id);
    const { areaCode, demo } = device;
    const sealed = seal.close(Buffer.from(key), purposeOf(id));
    await putDeviceKey(tx, { deviceId: id, sealed, by: actor.name, at: context.clock.now(), areaCode, demo });
    await tell(tx, context, device, 'setDeviceKey');
    return null;
  });
}

/** Takes the key of a device away: one that must prove itself by it is refused from then on. Refuses `device-missing` 404. */
export function clearDeviceKey(context: Context, actor: Actor, id: string): Promise<Outcome<null>> {
  return inTransaction(context, actor, async (tx) => {
    const device = await mustFindDevice(tx, id);
    if (await removeDeviceKey(tx, id)) await tell(tx, context, device, 'clearDeviceKey');
    return null;
  });
}

/** A device in the actor's area; throws the refusal `device-missing`. */
export async function mustFindDevice(tx: Transaction, id: string): Promise<StoredDevice> {
  const device = await storedDevice(tx, id);
  if (device === null)
    throw new RefusalError(
      refuse('device-missing', 404, { zh: '没有这台设备，或不在您的辖区', en: 'There is no such device in your area' }),
    );
  return device;
}

async function tell(tx: Transaction, context: Context, { id, deviceKey, areaCode, demo }: StoredDevice, act: string): Promise<void> {
  await emit(tx, context.clock, [{ type: 'device.keyChanged', areaCode, subject: { kind: 'devices', id }, demo, data: {} }]);
  await writeJournal(tx, context.clock, [{ act, subjectKind: 'devices', subjectId: id, areaCode, detail: { deviceKey } }]);
}
