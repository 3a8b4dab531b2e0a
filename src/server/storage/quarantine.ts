import type { Transaction } from './database.ts';
import type { QuarantineNotice } from './ingestStore.ts';

// Senders that no register knows: kept with what they sent last, until somebody registers or removes them.

/** A sender that invents addresses must not fill the disk. */
const mostDevices = 5_000;
const mostQuantities = 200;

/** Adds what unregistered senders sent; returns the keys of those not seen before. */
export async function putQuarantined(tx: Transaction, areaCode: string, notices: readonly QuarantineNotice[]): Promise<string[]> {
  if (notices.length === 0) return [];
  const rows = notices.map((notice) => ({
    device_key: notice.deviceKey,
    protocol: notice.protocol,
    remote: notice.remote,
    first_at: new Date(notice.firstAtMs).toISOString(),
    last_at: new Date(notice.lastAtMs).toISOString(),
    count: notice.count,
    quantities: Object.fromEntries(notice.quantities.map((one) => [`${one.channel}|${one.quantity}`, one])),
    raw: notice.raw,
  }));
  const put = await tx.query<{ device_key: string; is_new: boolean }>(
    `insert into quarantined_device as known (device_key, protocol, remote, first_at, last_at, count, quantities, raw, area_code)
     select given.*, $2 from jsonb_to_recordset($1::jsonb) as given
       (device_key text, protocol text, remote text, first_at timestamptz, last_at timestamptz, count bigint, quantities jsonb, raw text)
     where exists (select 1 from quarantined_device as known where known.device_key = given.device_key)
       or (select count(*) from (select 1 from quarantined_device limit $3) as counted) < $3
     on conflict (device_key) do update set remote = excluded.remote, last_at = excluded.last_at, count = known.count + excluded.count, raw = excluded.raw,
       quantities = case when (select count(*) from jsonb_object_keys(known.quantities)) > $4 then excluded.quantities else known.quantities || excluded.quantities end
     returning device_key, xmax = 0 as is_new`,
    [JSON.stringify(rows), areaCode, mostDevices, mostQuantities],
  );
  return put.rows.filter((row) => row.is_new).map((row) => row.device_key);
}

export interface QuarantinedDevice {
  deviceKey: string;
  protocol: string;
  remote: string;
  firstAt: string;
  lastAt: string;
  count: number;
  quantities: { channel: string; quantity: string; unit: string | null; value: number }[];
  raw: string;
}

interface QuarantineRow {
  device_key: string;
  protocol: string;
  remote: string;
  first_at: Date;
  last_at: Date;
  count: number;
  quantities: Record<string, QuarantinedDevice['quantities'][number]>;
  raw: string;
}

/** Latest first. */
export async function quarantinedDevices(tx: Transaction): Promise<QuarantinedDevice[]> {
  const found = await tx.query<QuarantineRow>('select * from quarantined_device order by last_at desc limit 1000');
  return found.rows.map((row) => ({
    deviceKey: row.device_key,
    protocol: row.protocol,
    remote: row.remote,
    firstAt: row.first_at.toISOString(),
    lastAt: row.last_at.toISOString(),
    count: Number(row.count),
    quantities: Object.values(row.quantities),
    raw: row.raw,
  }));
}

/** False when there was none. */
export async function removeQuarantined(tx: Transaction, deviceKey: string): Promise<boolean> {
  const removed = await tx.query('delete from quarantined_device where device_key = $1', [deviceKey]);
  return removed.rowCount === 1;
}
