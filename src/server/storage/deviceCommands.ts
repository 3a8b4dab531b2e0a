import type { CommandStep, OpenCommand } from '../ingest/commands/commandDesk.ts';
import type { Transaction } from './database.ts';

// Commands to devices and their receipts.

export interface DeviceCommand {
  id: string;
  deviceId: string;
  command: string;
  parameters: Record<string, string | number>;
  state: string;
  requestedByName: string;
  requestedAt: string;
  expiresAt: string;
  sentAt: string | null;
  attempts: number;
  endedAt: string | null;
  answer: Record<string, unknown> | null;
}

interface CommandRow {
  id: string;
  device_id: string;
  command: string;
  parameters: Record<string, string | number>;
  state: string;
  requested_by_name: string;
  requested_at: Date;
  expires_at: Date;
  sent_at: Date | null;
  attempts: number;
  ended_at: Date | null;
  answer: Record<string, unknown> | null;
}

export async function insertDeviceCommand(
  tx: Transaction,
  row: {
    id: string;
    deviceId: string;
    command: string;
    parameters: Readonly<Record<string, string | number>>;
    requestedAt: Date;
    expiresAt: Date;
    areaCode: string;
    demo: boolean;
  },
): Promise<void> {
  await tx.query(
    `insert into device_command (id, device_id, command, parameters, state, requested_by, requested_by_name, requested_at, expires_at, area_code, demo)
     values ($1, $2, $3, $4, 'waiting', $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      row.deviceId,
      row.command,
      JSON.stringify(row.parameters),
      tx.actor.accountId,
      tx.actor.name,
      row.requestedAt,
      row.expiresAt,
      row.areaCode,
      row.demo,
    ],
  );
}

/** Commands of a device, the newest first. */
export async function deviceCommandsOf(tx: Transaction, deviceId: string): Promise<DeviceCommand[]> {
  const found = await tx.query<CommandRow>(
    'select * from device_command where device_id = $1 order by requested_at desc, id desc limit 100',
    [deviceId],
  );
  return found.rows.map((row) => ({
    id: row.id,
    deviceId: row.device_id,
    command: row.command,
    parameters: row.parameters,
    state: row.state,
    requestedByName: row.requested_by_name,
    requestedAt: row.requested_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    attempts: row.attempts,
    endedAt: row.ended_at?.toISOString() ?? null,
    answer: row.answer,
  }));
}

/** Commands that had not ended, the oldest first: what a start goes on with. */
export async function openDeviceCommands(tx: Transaction): Promise<OpenCommand[]> {
  const found = await tx.query<CommandRow & { device_key: string }>(
    `select device_command.*, devices.device_key from device_command join devices on devices.id = device_command.device_id
     where device_command.state in ('waiting', 'sent', 'received') order by device_command.requested_at, device_command.id`,
  );
  return found.rows.map((row) => ({
    id: row.id,
    deviceKey: row.device_key,
    command: row.command,
    parameters: row.parameters,
    expiresAtMs: row.expires_at.getTime(),
    attempts: row.attempts,
  }));
}

const endStates = ['done', 'refused', 'failed', 'expired'];

/** Writes a step into its receipt; what a device said in an earlier step stays beside what it says now. Returns where it belongs. */
export async function writeCommandStep(
  tx: Transaction,
  { id, state, atMs, attempts, answer }: CommandStep,
): Promise<{ deviceId: string; areaCode: string; demo: boolean } | null> {
  const at = new Date(atMs);
  const written = await tx.query<{ device_id: string; area_code: string; demo: boolean }>(
    `update device_command set state = $2, attempts = $3, sent_at = coalesce(sent_at, $4), ended_at = coalesce(ended_at, $5),
       answer = case when $6::jsonb is null then answer else coalesce(answer, '{}') || $6::jsonb end
     where id = $1 returning device_id, area_code, demo`,
    [
      id,
      state,
      attempts,
      state === 'sent' ? at : null,
      endStates.includes(state) ? at : null,
      answer === null ? null : JSON.stringify(answer),
    ],
  );
  const row = written.rows[0];
  return row ? { deviceId: row.device_id, areaCode: row.area_code, demo: row.demo } : null;
}
