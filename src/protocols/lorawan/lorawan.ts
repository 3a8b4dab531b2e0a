// LoRaWAN as a protocol: uplinks as network servers hand them on in JSON, by MQTT or HTTP. Which layout a device follows is
// kept with the device; `readingsOf` takes it. The radio protocol itself is the network server's.

import { createJsonDecoder, type JsonRead } from '../jsonStream.ts';
import type { Protocol } from '../protocol.ts';
import { payloadCodecOf } from './codecs.table.ts';
import type { PayloadCodec } from './layout.ts';
import { decodePayload, type PayloadItem, type PayloadResult } from './payload.ts';
import { readUplink, type Uplink } from './uplink.ts';

const maxEnvelopeBytes = 64 * 1024;

export interface LorawanReading {
  /** Channel byte as a number; empty in a fixed layout. */
  channel: string;
  quantity: string;
  value: number;
  unit: string | null;
  /** Epoch milliseconds; null when neither item nor envelope has a time. */
  atMs: number | null;
}

export const lorawan: Protocol<Uplink> = {
  id: 'lorawan',
  label: { zh: 'LoRaWAN 上行', en: 'LoRaWAN uplinks' },
  standard: 'ChirpStack 3/4 and The Things Stack 2/3 uplinks in JSON; layouts as declared',
  transport: 'mqtt',
  frameForm: 'text',
  maxFrameBytes: maxEnvelopeBytes,
  createDecoder: () => createJsonDecoder({ maxBytes: maxEnvelopeBytes, read }),
  describe: (uplink) => ({
    ...uplink,
    at: uplink.atMs === null ? null : new Date(uplink.atMs).toISOString(),
    decoded: uplink.codec === null ? null : decodeUplink(uplink),
  }),
};

/** Readings of an uplink by the layout of its device, or why the payload is none. */
export function readingsOf(
  uplink: Uplink,
  codec: PayloadCodec,
): { ok: true; readings: LorawanReading[]; rest: string } | Extract<PayloadResult, { ok: false }> {
  if (codec.fPorts !== null && !codec.fPorts.includes(uplink.fPort))
    return { ok: false, code: 'unknownCommand', offset: 0, reason: `Port ${uplink.fPort} is not one of ${codec.fPorts.join(', ')}.` };
  const result = decodePayload(codec, Uint8Array.fromHex(uplink.payload));
  if (!result.ok) return result;
  return { ok: true, readings: result.items.flatMap((item) => readingsOfItem(item, uplink)), rest: result.rest };
}

function readingsOfItem({ channel, values, atMs }: PayloadItem, uplink: Uplink): LorawanReading[] {
  return values.flatMap(({ quantity, value, unit }) =>
    typeof value === 'number'
      ? [{ channel: channel === null ? '' : String(channel), quantity, value, unit, atMs: atMs ?? uplink.atMs }]
      : [],
  );
}

function decodeUplink({ codec, payload }: Uplink): object {
  const layout = payloadCodecOf(codec ?? '');
  if (layout !== null) return decodePayload(layout, Uint8Array.fromHex(payload));
  return { ok: false, code: 'unknownCommand', offset: 0, reason: `There is no layout ${codec}.` };
}

function read(bytes: Uint8Array): JsonRead<Uplink> {
  try {
    const result = readUplink(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return result.ok ? { ok: true, message: result.uplink } : { ok: false, reason: `${result.field}: ${result.reason}` };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return { ok: false, reason: error.message };
    throw error;
  }
}
