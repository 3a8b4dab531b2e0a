import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '#kernel/access/access.ts';
import { endpointProtocols } from '#kernel/observation/reading.ts';
import { accept, refuse, RefusalError, type FieldError, type Outcome } from '#kernel/problem/refusal.ts';
import type { Seal } from '../access/sealing.ts';
import type { CommandDesk } from '../ingest/commands/commandDesk.ts';
import { commandRows, type CommandParameter, type CommandRow } from '../ingest/commands/commands.table.ts';
import { purposeOf } from '../ingest/deviceBook.ts';
import { insertDeviceCommand } from '../storage/deviceCommands.ts';
import { putDeviceKey, removeDeviceKey, storedDevice, type StoredDevice } from '../storage/devices.ts';
import type { Transaction } from '../storage/database.ts';
import { writeJournal } from '../storage/journal.ts';
import { emit } from '../storage/outbox.ts';
import type { Context } from './context.ts';
import { inTransaction } from './registerOperations.ts';

// Keys of devices: they go in and never come out again. That one was set, by whom and when, is in the journal; the key is not.
// Commands to devices: who had a device do what is in the journal, how it went in the command's receipt.

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

export interface CommandAsk {
  command: string;
  parameters: Readonly<Record<string, unknown>>;
  /** How long it may wait for the device, in minutes. */
  validMinutes: number;
}

/**
 * Has a device do something; the receipt grows while the answer is on its way.
 * Refuses `device-missing` 404, `command-unknown` 422 and `command-invalid` 422 naming each parameter.
 */
export async function commandDevice(
  context: Context,
  desk: Pick<CommandDesk, 'take'>,
  actor: Actor,
  deviceId: string,
  ask: CommandAsk,
): Promise<Outcome<{ id: string }>> {
  const id = randomUUIDv7();
  const requestedAt = context.clock.now();
  const expiresAt = new Date(requestedAt.getTime() + ask.validMinutes * 60_000);
  const made = await inTransaction(context, actor, async (tx) => {
    const device = await mustFindDevice(tx, deviceId);
    const parameters = checkParameters(device, ask);
    const { areaCode, demo, deviceKey } = device;
    const { command } = ask;
    await insertDeviceCommand(tx, { id, deviceId, command, parameters, requestedAt, expiresAt, areaCode, demo });
    await writeJournal(tx, context.clock, [
      { act: 'commandDevice', subjectKind: 'devices', subjectId: deviceId, areaCode, detail: { deviceKey, command, parameters, id } },
    ]);
    return { id, deviceKey, command, parameters, expiresAtMs: expiresAt.getTime(), attempts: 0 };
  });
  if (!made.ok) return made;
  desk.take(made.value);
  return accept({ id });
}

/** What can be asked of a device in its protocol. */
export function commandsOf(protocol: string): Readonly<Record<string, CommandRow>> {
  const known = endpointProtocols.find((one) => one === protocol);
  return (known && commandRows[known]) ?? {};
}

function checkParameters({ protocol }: StoredDevice, { command, parameters }: CommandAsk): Record<string, number> {
  const rows = commandsOf(protocol);
  const row = Object.hasOwn(rows, command) ? rows[command] : undefined;
  if (row === undefined)
    throw new RefusalError(
      refuse('command-unknown', 422, { zh: '该协议的设备没有这个命令', en: 'Devices of this protocol have no such command' }),
    );
  const fields = Object.entries(row.parameters).flatMap(([name, parameter]) => problemOf(name, parameter, parameters[name]) ?? []);
  for (const name of Object.keys(parameters))
    if (!Object.hasOwn(row.parameters, name))
      fields.push({ field: name, value: parameters[name], rule: 'choice', text: { zh: '没有这个参数', en: 'There is no such parameter' } });
  if (fields.length > 0)
    throw new RefusalError(
      refuse('command-invalid', 422, { zh: '命令参数不对', en: 'The parameters of the command are not valid' }, { fields }),
    );
  return parameters as Record<string, number>;
}

function problemOf(name: string, { label, unit, min, max }: CommandParameter, value: unknown): FieldError | null {
  if (Number.isInteger(value) && Number(value) >= min && Number(value) <= max) return null;
  const text = {
    zh: `${label.zh}应为 ${min} 至 ${max} ${unit.zh}的整数`,
    en: `${label.en} must be a whole number from ${min} to ${max} ${unit.en}`,
  };
  return { field: name, value: value ?? null, rule: 'range', text };
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
