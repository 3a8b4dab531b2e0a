// What network servers wrap around a payload: ChirpStack 4 and 3, The Things Stack 3 and The Things Network 2, and a bare
// form for trying things out: {"devEui":"…","fPort":85,"bytes":"01755C","codec":"milesightEm500Udl"}. Fields that are not
// read stay in `more`.

export interface Uplink {
  server: 'chirpstack4' | 'chirpstack3' | 'thingsStack3' | 'thingsNetwork2' | 'bare';
  /** Sixteen hexadecimal digits, upper case. */
  devEui: string | null;
  fPort: number;
  /** Payload as upper-case hexadecimal. */
  payload: string;
  frameCounter: number | null;
  /** When the gateway or server received it, epoch milliseconds. */
  atMs: number | null;
  /** Of the gateway that heard it best. */
  rssiDbm: number | null;
  snrDb: number | null;
  /** Layout named by the message itself (bare form). */
  codec: string | null;
  more: Record<string, unknown>;
}

export type UplinkResult = { ok: true; uplink: Uplink } | { ok: false; field: string; reason: string };

type Json = Readonly<Record<string, unknown>>;

/** Reads an envelope (parsed JSON). Never throws. */
export function readUplink(json: unknown): UplinkResult {
  if (!isObject(json)) return refuse('', 'The envelope is not an object.');
  if (isObject(json['deviceInfo'])) return readChirpstack4(json, json['deviceInfo']);
  if (isObject(json['uplink_message'])) return readThingsStack3(json, json['uplink_message']);
  if (json['devEUI'] !== undefined) return readChirpstack3(json);
  if (json['payload_raw'] !== undefined) return readThingsNetwork2(json);
  if (json['bytes'] !== undefined) return readBare(json);
  return refuse('', 'None of deviceInfo, uplink_message, devEUI, payload_raw or bytes is there.');
}

function readChirpstack4(json: Json, device: Json): UplinkResult {
  const best = bestOf(json['rxInfo'], 'snr');
  const used = ['deviceInfo', 'fPort', 'data', 'fCnt', 'time', 'rxInfo'];
  return make(
    'chirpstack4',
    'data',
    base64(json['data']),
    { ...best, devEui: device['devEui'], fPort: json['fPort'], fCnt: json['fCnt'], at: json['time'] },
    rest(json, used, { deviceInfo: rest(device, ['devEui']), rxInfo: json['rxInfo'] }),
  );
}

/** ChirpStack 3 says the EUI as hexadecimal or, by another setting, as base64 of its eight bytes. */
function readChirpstack3(json: Json): UplinkResult {
  const best = bestOf(json['rxInfo'], 'loRaSNR');
  const eui = json['devEUI'];
  const devEui = typeof eui === 'string' && !isEui(eui) ? (base64(eui)?.toHex() ?? eui) : eui;
  const used = ['devEUI', 'fPort', 'data', 'fCnt', 'publishedAt', 'rxInfo'];
  const at = json['publishedAt'] ?? best.time;
  return make(
    'chirpstack3',
    'data',
    base64(json['data']),
    { ...best, devEui, fPort: json['fPort'], fCnt: json['fCnt'], at },
    rest(json, used, { rxInfo: json['rxInfo'] }),
  );
}

/** The Things Stack leaves out what is empty or 0. */
function readThingsStack3(json: Json, message: Json): UplinkResult {
  const ids = isObject(json['end_device_ids']) ? json['end_device_ids'] : {};
  const best = bestOf(message['rx_metadata'], 'snr');
  const used = ['f_port', 'f_cnt', 'frm_payload', 'received_at'];
  const at = message['received_at'] ?? json['received_at'];
  const more = rest(json, ['uplink_message', 'end_device_ids', 'received_at'], {
    uplink_message: rest(message, used),
    end_device_ids: rest(ids, ['dev_eui']),
  });
  return make(
    'thingsStack3',
    'uplink_message.frm_payload',
    base64(message['frm_payload'] ?? ''),
    { ...best, devEui: ids['dev_eui'], fPort: message['f_port'] ?? 0, fCnt: message['f_cnt'] ?? 0, at },
    more,
  );
}

function readThingsNetwork2(json: Json): UplinkResult {
  const metadata = isObject(json['metadata']) ? json['metadata'] : {};
  const best = bestOf(metadata['gateways'], 'snr');
  const used = ['hardware_serial', 'port', 'counter', 'payload_raw', 'metadata'];
  return make(
    'thingsNetwork2',
    'payload_raw',
    base64(json['payload_raw']),
    { ...best, devEui: json['hardware_serial'], fPort: json['port'], fCnt: json['counter'], at: metadata['time'] },
    rest(json, used, { metadata: rest(metadata, ['time']) }),
  );
}

function readBare(json: Json): UplinkResult {
  const text = typeof json['bytes'] === 'string' ? json['bytes'].replaceAll(/\s/g, '') : '';
  const bytes = /^(?:[0-9a-fA-F]{2})*$/.test(text) && typeof json['bytes'] === 'string' ? Uint8Array.fromHex(text) : null;
  const used = ['devEui', 'fPort', 'bytes', 'fCnt', 'time', 'codec'];
  const result = make(
    'bare',
    'bytes',
    bytes,
    { rssi: null, snr: null, devEui: json['devEui'], fPort: json['fPort'], fCnt: json['fCnt'], at: json['time'] },
    rest(json, used),
  );
  const codec = json['codec'];
  return result.ok && typeof codec === 'string' ? { ok: true, uplink: { ...result.uplink, codec } } : result;
}

interface Raw {
  devEui: unknown;
  fPort: unknown;
  fCnt: unknown;
  at: unknown;
  rssi: number | null;
  snr: number | null;
}

function make(server: Uplink['server'], field: string, payload: Uint8Array | null, raw: Raw, more: Record<string, unknown>): UplinkResult {
  if (payload === null) return refuse(field, `${field} is not ${server === 'bare' ? 'hexadecimal' : 'base64'}.`);
  if (payload.length > 242) return refuse(field, `${field} is longer than the 242 bytes LoRaWAN can carry.`);
  const { devEui, fPort, fCnt, at } = raw;
  if (devEui !== undefined && devEui !== null && (typeof devEui !== 'string' || !isEui(devEui)))
    return refuse('devEui', 'The device EUI is not sixteen hexadecimal digits.');
  if (devEui === undefined && server !== 'bare') return refuse('devEui', 'The device EUI is missing.');
  if (typeof fPort !== 'number' || !Number.isInteger(fPort) || fPort < 0 || fPort > 255)
    return refuse('fPort', 'fPort is not from 0 to 255.');
  const atMs = typeof at === 'string' ? Date.parse(at) : null;
  if (Number.isNaN(atMs)) return refuse('time', `"${String(at)}" is not a time of ISO 8601.`);
  const uplink: Uplink = {
    server,
    devEui: typeof devEui === 'string' ? devEui.toUpperCase() : null,
    fPort,
    payload: payload.toHex().toUpperCase(),
    frameCounter: typeof fCnt === 'number' ? fCnt : null,
    atMs,
    rssiDbm: raw.rssi,
    snrDb: raw.snr,
    codec: null,
    more,
  };
  return { ok: true, uplink };
}

/** The gateway with the strongest signal. */
function bestOf(list: unknown, snrKey: string): { rssi: number | null; snr: number | null; time: unknown } {
  const gateways = Array.isArray(list) ? list.filter(isObject) : [];
  let best: Json | null = null;
  for (const gateway of gateways) {
    const [own, other] = [gateway['rssi'], best?.['rssi']];
    if (typeof own === 'number' && (typeof other !== 'number' || own > other)) best = gateway;
  }
  const [rssi, snr] = [best?.['rssi'], best?.[snrKey]];
  return { rssi: typeof rssi === 'number' ? rssi : null, snr: typeof snr === 'number' ? snr : null, time: best?.['time'] };
}

function rest(json: Json, used: readonly string[], kept: Json = {}): Record<string, unknown> {
  const left = Object.entries(json).filter(([key]) => !used.includes(key));
  return { ...Object.fromEntries(left), ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)) };
}

function base64(value: unknown): Uint8Array | null {
  if (typeof value !== 'string') return null;
  try {
    return Uint8Array.fromBase64(value);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isEui(text: string): boolean {
  return /^[0-9a-fA-F]{16}$/.test(text);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(field: string, reason: string): UplinkResult {
  return { ok: false, field, reason };
}
