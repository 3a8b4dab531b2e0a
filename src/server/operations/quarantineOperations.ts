import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '#kernel/access/access.ts';
import { refuse, RefusalError, type Outcome } from '#kernel/problem/refusal.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { registerById } from '#rooms/rooms.ts';
import { writeJournal } from '../storage/journal.ts';
import { emit } from '../storage/outbox.ts';
import { quarantinedDevices, removeQuarantined } from '../storage/quarantine.ts';
import { insertRecord } from '../storage/records.ts';
import type { Context } from './context.ts';
import { checkFields } from '#kernel/register/check.ts';
import { chooseArea, inTransaction } from './registerOperations.ts';

export interface Registration {
  deviceKey: string;
  stationName: string;
  stationKind: string;
  place: [number, number];
  areaCode?: string | undefined;
}

/** Makes station, device and one point for each quantity an unknown device has sent, in one transaction. */
export async function registerDevice(context: Context, actor: Actor, ask: Registration): Promise<Outcome<AnyRecord>> {
  return inTransaction(context, actor, async (tx) => {
    const found = (await quarantinedDevices(tx)).find(({ deviceKey }) => deviceKey === ask.deviceKey);
    if (!found)
      throw new RefusalError(
        refuse('device-not-quarantined', 404, {
          zh: '未知设备列表中没有这台设备，可能已被登记',
          en: 'The device is not among the unknown ones; somebody may have registered it',
        }),
      );
    const stations = mustKnow('stations');
    const checked = checkFields(stations.fields, { name: ask.stationName, kind: ask.stationKind, place: ask.place }, { partial: false });
    if (!checked.ok) throw new RefusalError(checked);
    const areaCode = await chooseArea(tx, context, stations, ask.areaCode, checked.value);
    const base = { areaCode, demo: false, at: context.clock.now() };
    const station = (await insertRecord(tx, stations, { ...base, id: randomUUIDv7(), values: checked.value })) as AnyRecord;
    const deviceId = randomUUIDv7();
    await insertRecord(tx, mustKnow('devices'), {
      ...base,
      id: deviceId,
      values: { name: ask.stationName, station: station.id, protocol: found.protocol, deviceKey: found.deviceKey },
    });
    const points = found.quantities.map(({ channel, quantity, unit }) => ({
      id: randomUUIDv7(),
      name: channel === '' ? quantity : `${channel} ${quantity}`,
      channel,
      quantity,
      unit,
    }));
    for (const { id, ...values } of points)
      await insertRecord(tx, mustKnow('points'), { ...base, id, values: { ...values, device: deviceId, decimals: 2 } });
    await removeQuarantined(tx, ask.deviceKey);
    const about = (kind: string, id: string) => ({ type: 'record.created', areaCode, subject: { kind, id }, demo: false, data: {} });
    await emit(tx, context.clock, [
      about('stations', station.id),
      about('devices', deviceId),
      ...points.map(({ id }) => about('points', id)),
      about('quarantine', ask.deviceKey),
    ]);
    await writeJournal(tx, context.clock, [
      {
        act: 'registerDevice',
        subjectKind: 'stations',
        subjectId: station.id,
        areaCode,
        detail: { deviceKey: ask.deviceKey, points: points.map(({ quantity }) => quantity) },
      },
    ]);
    return station;
  });
}

/** Takes a device off the list; it comes back when it sends again. */
export async function dismissDevice(context: Context, actor: Actor, deviceKey: string): Promise<Outcome<null>> {
  return inTransaction(context, actor, async (tx) => {
    if (!(await removeQuarantined(tx, deviceKey)))
      throw new RefusalError(
        refuse('device-not-quarantined', 404, { zh: '未知设备列表中没有这台设备', en: 'The device is not among the unknown ones' }),
      );
    await emit(tx, context.clock, [
      { type: 'device.dismissed', areaCode: actor.areaCode, subject: { kind: 'quarantine', id: deviceKey }, demo: false, data: {} },
    ]);
    await writeJournal(tx, context.clock, [
      { act: 'dismissDevice', subjectKind: 'quarantine', subjectId: deviceKey, areaCode: actor.areaCode },
    ]);
    return null;
  });
}

function mustKnow(id: string): RegisterDeclaration {
  const declaration = registerById(id);
  if (!declaration) throw new Error(`register ${id} is not listed`);
  return declaration;
}
