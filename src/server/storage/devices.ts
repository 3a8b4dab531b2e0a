import type { Transaction } from './database.ts';

// Questions about devices that ingest asks: who they are and how they prove it.

export interface StoredDevice {
  id: string;
  deviceKey: string;
  protocol: string;
  name: string;
  areaCode: string;
  demo: boolean;
  proof: string | null;
  account: string | null;
  fingerprint: string | null;
  /** Key or password under seal; null = none was set. */
  sealed: string | null;
}

interface DeviceRow {
  id: string;
  device_key: string;
  protocol: string;
  name: string;
  area_code: string;
  demo: boolean;
  proof: string | null;
  account: string | null;
  fingerprint: string | null;
  sealed: string | null;
}

const columns = `devices.id, devices.device_key, devices.protocol, devices.name, devices.area_code, devices.demo, devices.proof, devices.account,
  devices.fingerprint, device_credential.sealed`;
const tables = 'devices left join device_credential on device_credential.device_id = devices.id';

function toDevice({ device_key: deviceKey, area_code: areaCode, ...row }: DeviceRow): StoredDevice {
  return { ...row, deviceKey, areaCode };
}

export async function storedDevices(tx: Transaction): Promise<StoredDevice[]> {
  const found = await tx.query<DeviceRow>(
    `select ${columns} from ${tables} where devices.removed_at is null order by devices.name, devices.id`,
  );
  return found.rows.map(toDevice);
}

export async function storedDevice(tx: Transaction, id: string): Promise<StoredDevice | null> {
  const found = await tx.query<DeviceRow>(`select ${columns} from ${tables} where devices.removed_at is null and devices.id = $1`, [id]);
  return found.rows[0] ? toDevice(found.rows[0]) : null;
}

export async function putDeviceKey(
  tx: Transaction,
  key: { deviceId: string; sealed: string; by: string; at: Date; areaCode: string; demo: boolean },
): Promise<void> {
  await tx.query(
    `insert into device_credential (device_id, sealed, set_by, set_at, area_code, demo) values ($1, $2, $3, $4, $5, $6)
     on conflict (device_id) do update set sealed = excluded.sealed, set_by = excluded.set_by, set_at = excluded.set_at, area_code = excluded.area_code`,
    [key.deviceId, key.sealed, key.by, key.at, key.areaCode, key.demo],
  );
}

/** False when there was none. */
export async function removeDeviceKey(tx: Transaction, deviceId: string): Promise<boolean> {
  const removed = await tx.query('delete from device_credential where device_id = $1', [deviceId]);
  return removed.rowCount === 1;
}
