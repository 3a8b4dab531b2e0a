import { readRegisterMap, type RegisterMap } from '#protocols/modbus/registerMap.ts';

// Modbus devices the server asks, declared in a JSON file (ANLAN_MODBUS):
// [{ "device": "pump-1", "host": "10.0.0.9", "port": 502, "unit": 1, "everySeconds": 10, "map": { … } }]
// A map is what protocols/modbus/registerMap.ts reads, taken from the device's manual.

export interface ModbusPoll {
  /** Address part of the device key: `modbus:<device>`. */
  device: string;
  host: string;
  port: number;
  unit: number;
  everySeconds: number;
  map: RegisterMap;
}

export type PollsResult = { ok: true; polls: ModbusPoll[] } | { ok: false; problems: string[] };

const keys = new Set(['device', 'host', 'port', 'unit', 'everySeconds', 'map']);
const standardPort = 502;

/** Checks the whole file and names every mistake by its place. Never throws. */
export function readModbusPolls(text: string): PollsResult {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ok: false, problems: [`no JSON: ${(error as Error).message}`] };
  }
  if (!Array.isArray(json)) return { ok: false, problems: ['not a list'] };
  const problems: string[] = [];
  const polls = json.flatMap((item: unknown, index) => readPoll(item, `[${index}]`, problems) ?? []);
  const devices = polls.map(({ device }) => device);
  for (const device of new Set(devices.filter((one, at) => devices.indexOf(one) !== at))) problems.push(`device ${device} is named twice`);
  return problems.length === 0 ? { ok: true, polls } : { ok: false, problems };
}

function readPoll(item: unknown, place: string, problems: string[]): ModbusPoll | null {
  if (typeof item !== 'object' || item === null) {
    problems.push(`${place}: not an object`);
    return null;
  }
  const given = item as Readonly<Record<string, unknown>>;
  const before = problems.length;
  const { device, host, port = standardPort, unit = 1, everySeconds, map } = given;
  for (const key of Object.keys(given)) if (!keys.has(key)) problems.push(`${place}.${key}: unknown`);
  if (typeof device !== 'string' || !/^[^\s|\p{Cc}]{1,100}$/u.test(device))
    problems.push(`${place}.device: 1 to 100 characters, no blanks, no |`);
  if (typeof host !== 'string' || !/^[\w.:-]+$/.test(host)) problems.push(`${place}.host: an IP address or host name`);
  for (const [name, value, min, max] of [
    ['port', port, 1, 65_535],
    ['unit', unit, 0, 255],
    ['everySeconds', everySeconds, 1, 86_400],
  ] as const)
    if (!Number.isInteger(value) || Number(value) < min || Number(value) > max)
      problems.push(`${place}.${name}: a whole number from ${min} to ${max}`);
  const read = readRegisterMap(map);
  if (!read.ok) problems.push(...read.problems.map(({ field, message }) => `${place}.map.${field}: ${message.en}`));
  if (problems.length > before || !read.ok) return null;
  return {
    device: device as string,
    host: host as string,
    port: Number(port),
    unit: Number(unit),
    everySeconds: Number(everySeconds),
    map: read.map,
  };
}
