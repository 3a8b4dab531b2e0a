import { applyToJson } from '#protocols/mqttJson/applyMapping.ts';
import { follow, readPath, type PathStep } from '#protocols/mqttJson/jsonPath.ts';
import { readMapping, type JsonMapping, type MappingProblem } from '#protocols/mqttJson/mapping.ts';
import type { JsonReading, PayloadProblem } from '#protocols/mqttJson/payload.ts';

// How the answer of a department's platform becomes readings. `records` leads to each record; inside a record the mapping of
// protocols/mqttJson holds, because a list of stations and a message of one device differ in nothing else. A record must have a
// time of its own: by device, quantity and time it is known when it comes again.

export interface FeedMapping {
  records: PathStep[];
  record: JsonMapping;
}

export type FeedMappingResult = { ok: true; mapping: FeedMapping } | { ok: false; problems: MappingProblem[] };

/** Stands where a message would have its topic. */
const topic = 'feed';

/**
 * Reads the declaration of a feed; all mistakes at once. Never throws.
 * @param text JSON: `records` and the fields of a JSON mapping without topics
 */
export function readFeedMapping(text: string, name: string): FeedMappingResult {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refused('', 'type', `不是 JSON：${(error as Error).message}`, `no JSON: ${(error as Error).message}`);
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return refused('', 'type', '映射应为对象', 'a mapping is an object');
  const { records, ...declared } = json as Record<string, unknown>;
  const problems: MappingProblem[] = [];
  const path = typeof records === 'string' ? readPath(records) : null;
  if (path === null) problems.push(problem('records', 'required', '应为路径，如 $.data[*]', 'is to be a path such as $.data[*]'));
  else if (!path.ok)
    problems.push(
      problem('records', 'path', `路径第 ${path.position + 1} 个字符处有误`, `at character ${path.position + 1}: ${path.reason}`),
    );
  if (declared['time'] === undefined || declared['time'] === null)
    problems.push(problem('time', 'required', '须给出记录的时间', 'the time of a record is needed'));
  if (declared['device'] === undefined || declared['device'] === null)
    problems.push(problem('device', 'required', '须给出设备编号的路径', 'a path to the device is needed'));
  if (declared['topics'] !== undefined) problems.push(problem('topics', 'unknown', '部门平台没有主题', 'a platform has no topics'));
  const read = readMapping({ id: topic, label: { zh: name, en: name }, source: name, ...declared, topics: ['{device}'] });
  if (!read.ok) problems.push(...read.problems);
  if (problems.length > 0 || !read.ok || !path?.ok) return { ok: false, problems };
  return { ok: true, mapping: { records: path.steps, record: read.mapping } };
}

export interface FeedReading extends JsonReading {
  atMs: number;
}

export interface FeedRecords {
  /** Readings by device. */
  devices: Map<string, FeedReading[]>;
  /** Records found, sound or not. */
  records: number;
  /** What was left out, with its place in the answer; the first twenty. */
  problems: PayloadProblem[];
  /** How many problems there were. */
  faults: number;
}

const mostShown = 20;

/** Reads an answer (parsed JSON). What cannot be read is left out and named; the rest is sound. Never throws. */
export function feedRecords({ records, record }: FeedMapping, json: unknown): FeedRecords {
  const read: FeedRecords = { devices: new Map(), records: 0, problems: [], faults: 0 };
  for (const found of follow(records, json)) {
    read.records += 1;
    const applied = applyToJson(record, topic, found.value);
    for (const each of applied.problems) note(read, found.at, each);
    if (!applied.ok) continue;
    const timed = applied.payload.readings.filter((reading): reading is FeedReading => reading.atMs !== null);
    if (timed.length < applied.payload.readings.length && applied.problems.length === 0)
      note(read, found.at, { field: '', rule: 'time', message: 'The record has no time.' });
    const known = read.devices.get(applied.device);
    if (known) known.push(...timed);
    else if (timed.length > 0) read.devices.set(applied.device, timed);
  }
  return read;
}

function note(read: FeedRecords, at: readonly (string | number)[], { field, ...each }: PayloadProblem): void {
  read.faults += 1;
  if (read.problems.length >= mostShown) return;
  const place = `$${at.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')}`;
  read.problems.push({ ...each, field: field === '' ? place : `${place}.${field}` });
}

function problem(field: string, rule: MappingProblem['rule'], zh: string, en: string): MappingProblem {
  return { field, rule, message: { zh, en } };
}

function refused(field: string, rule: MappingProblem['rule'], zh: string, en: string): FeedMappingResult {
  return { ok: false, problems: [problem(field, rule, zh, en)] };
}
