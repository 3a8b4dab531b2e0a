// What a device said, after its codec and before anybody judged it. Pure types shared by endpoints, log and alarms.

export const endpointProtocols = ['hj212', 'gb26875', 'sl651', 'jt808', 'mqtt', 'http', 'modbus', 'feed'] as const;
export type EndpointProtocol = (typeof endpointProtocols)[number];

/** Why a reading is stored but not trusted as it stands. */
export type Quality =
  | 'good'
  /** The device itself says it is in maintenance, calibration or fault. */
  | 'device'
  /** Outside the physical range of the point, or a sentinel such as -9999: stored, never evaluated. */
  | 'outOfRange'
  /** Device clock ahead of ours by more than the tolerance: receive time is used, the device's time is kept. */
  | 'clockAhead'
  /** Device clock plainly never set (before 2020, or no time at all): receive time is used, the device's time is kept. */
  | 'clockUnset'
  /** Older than the evaluation window: stored, not evaluated. */
  | 'late';

export interface Reading {
  /** Part of the device the value belongs to; empty for a device with one place of measurement. */
  channel: string;
  /** Code of the quantity as the protocol names it: a21005, waterLevel, fireAlarm. */
  quantity: string;
  value: number;
  unit: string | null;
  /** Instant of measurement, epoch milliseconds. */
  atMs: number;
  quality: Quality;
  /** The device's own time when it differs from `atMs`. */
  deviceAtMs?: number;
}

/** One message of one device, the unit that is made durable and acknowledged. */
export interface Signal {
  protocol: EndpointProtocol;
  /** `<protocol>:<address>`, e.g. `hj212:Y80110010000010`; unique in the county. */
  deviceKey: string;
  receivedAtMs: number;
  /** Network address of the sender. */
  remote: string;
  readings: Reading[];
  /** The frame as received: text for text protocols, hex for binary ones; cut at 4 KiB. */
  raw: string;
}

/** A point's address inside the county: device, channel and quantity. */
export function pointKey(deviceKey: string, channel: string, quantity: string): string {
  return `${deviceKey}|${channel}|${quantity}`;
}
