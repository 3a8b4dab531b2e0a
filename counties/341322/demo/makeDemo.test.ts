import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { areaM2 } from '#geo/area.ts';
import { bboxOf, boxesOverlap } from '#geo/bounds.ts';
import { linesMeet } from '#geo/crossing.ts';
import { distanceM } from '#geo/distance.ts';
import { isInside } from '#geo/inside.ts';
import { isCounterClockwise } from '#geo/orientation.ts';
import type { LonLat, Ring } from '#geo/position.ts';
import { seededRandom } from '#geo/random.ts';
import type { CountyPack } from '../../county.ts';
import { demoRegisters, type DemoStory } from '../../demo.ts';
import { loadPack } from '../pack.ts';

const nowMs = Date.parse('2026-07-01T09:30:00+08:00');
let pack: CountyPack;
let story: DemoStory;
let tookMs: number;

beforeAll(async () => {
  pack = await loadPack();
  const start = process.cpuUsage();
  story = pack.makeDemo!(1, nowMs);
  tookMs = process.cpuUsage(start).user / 1000;
});

const layer = (id: string) => story.layers.find((candidate) => candidate.id === id)!.features;
const lineOf = (feature: { geometry: GeoJSON.Geometry }): LonLat[] => (feature.geometry as GeoJSON.LineString).coordinates as LonLat[];
const townships = () => story.areas.filter(({ level }) => level === 'township');
const villages = () => story.areas.filter(({ level }) => level === 'village');

/** Every field of the story as text, typed arrays included. */
function digest(subject: DemoStory): string {
  const plain = JSON.stringify(subject, (_, value: unknown) => (value instanceof Float64Array ? [...value] : value));
  return createHash('sha256').update(plain).digest('hex');
}

test('the same seed and instant give the same story, another seed another one', () => {
  expect(digest(pack.makeDemo!(1, nowMs))).toBe(digest(story));
  expect(digest(pack.makeDemo!(2, nowMs))).not.toBe(digest(story));
});

test('ids depend on the seed only, so a story written twice finds its own records', () => {
  const later = pack.makeDemo!(1, nowMs + 86_400_000);
  for (const register of demoRegisters) {
    expect(later.registers[register].map(({ id }) => id)).toEqual(story.registers[register].map(({ id }) => id));
  }
});

test('a story is made in less than three seconds of processor time', () => {
  expect(tookMs).toBeLessThan(3000);
});

test('the story has the things a county has', () => {
  const counts = Object.fromEntries(demoRegisters.map((register) => [register, story.registers[register].length]));
  expect(counts).toMatchObject({ stations: 60, devices: 60, enterprises: 40, schools: 60, shelters: 30 });
  expect(villages()).toHaveLength(250);
  expect(townships()).toHaveLength(27);
  expect(layer('rivers')).toHaveLength(2);
  expect(layer('contours').length).toBeGreaterThan(20);
  expect([story.incidents.length, story.warnings.length]).toEqual([2, 1]);
});

test('townships tile the county: every random place lies in exactly one, and the areas add up', () => {
  const outlineArea = areaM2(pack.outline);
  const sum = townships().reduce((total, { geometry }) => total + areaM2(geometry!), 0);
  expect(Math.abs(sum - outlineArea) / outlineArea).toBeLessThan(1e-6);
  const random = seededRandom(3);
  let misses = 0;
  for (let i = 0; i < 3000; i += 1) {
    const place: LonLat = [random.between(pack.bbox[0], pack.bbox[2]), random.between(pack.bbox[1], pack.bbox[3])];
    const holders = townships().filter(({ geometry }) => isInside(place, geometry!)).length;
    if (holders !== (isInside(place, pack.outline) ? 1 : 0)) misses += 1;
  }
  expect(misses).toBe(0);
});

test('township boundaries are simple counter-clockwise rings with the seat inside', () => {
  for (const { geometry, lon, lat } of townships()) {
    expect(geometry!.type).toBe('Polygon');
    const ring = geometry!.coordinates[0] as Ring;
    expect(isCounterClockwise(ring)).toBe(true);
    expect(ring[0]).toEqual(ring.at(-1));
    expect(isInside([lon!, lat!], geometry!)).toBe(true);
    expect(selfCrossings(ring)).toBe(0);
  }
});

test('township codes are the real ones, village codes lie inside theirs from 901 on and are unique', () => {
  expect(townships().map(({ code }) => code)).toEqual(pack.divisions.map(({ code }) => code));
  expect(new Set(villages().map(({ code }) => code)).size).toBe(250);
  expect(new Set(villages().map(({ name }) => name.zh)).size).toBe(250);
  for (const { code, parentCode, population, lon, lat } of villages()) {
    expect(code).toMatch(/^341322\d{3}9\d{2}$/);
    expect(code.startsWith(parentCode!)).toBe(true);
    expect(population).toBeGreaterThanOrEqual(400);
    expect(population).toBeLessThanOrEqual(4000);
    expect(isInside([lon!, lat!], townships().find((township) => township.code === parentCode)!.geometry!)).toBe(true);
  }
  for (const { code } of townships()) expect(villages().some(({ parentCode }) => parentCode === code)).toBe(true);
});

test('every record with a place lies inside the county and in the township it names', () => {
  for (const register of demoRegisters) {
    for (const record of story.registers[register]) {
      const place = record['place'] as LonLat | undefined;
      if (!place) continue;
      expect(isInside(place, pack.outline)).toBe(true);
      expect(isInside(place, townships().find(({ code }) => code === record.areaCode)!.geometry!)).toBe(true);
    }
  }
});

test('all roads form one network that reaches every township seat and every village', () => {
  const parent = new Map<string, string>();
  const root = (key: string): string => {
    const up = parent.get(key) ?? key;
    return up === key ? key : root(up);
  };
  for (const road of layer('roads')) {
    const line = lineOf(road);
    parent.set(root(line[0]!.join()), root(line.at(-1)!.join()));
  }
  const nodes = layer('roads').flatMap((road) => [lineOf(road)[0]!.join(), lineOf(road).at(-1)!.join()]);
  expect(new Set(nodes.map(root)).size).toBe(1);
  for (const { lon, lat } of story.areas) expect(nodes).toContain([lon, lat].join());
});

test('roads stay in the county, meet only at their ends, and cross water only on bridges', () => {
  const roads = layer('roads').map((feature) => ({ feature, line: lineOf(feature), box: bboxOf(feature.geometry)! }));
  const inner = (line: LonLat[]): LonLat[] => [middle(line[0]!, line[1]!), ...line.slice(1, -1), middle(line.at(-1)!, line.at(-2)!)];
  let crossings = 0;
  for (const [i, a] of roads.entries()) {
    for (const b of roads.slice(i + 1)) if (boxesOverlap(a.box, b.box) && linesMeet(inner(a.line), inner(b.line))) crossings += 1;
    for (const place of inner(a.line)) expect(isInside(place, pack.outline)).toBe(true);
    const meetsWater = layer('rivers').some((river) => linesMeet(a.line, lineOf(river)));
    expect(meetsWater).toBe(a.feature.properties['bridge']);
  }
  expect(crossings).toBe(0);
  expect(roads.filter(({ feature }) => feature.properties['bridge']).length).toBeGreaterThan(8);
});

test('rivers run from border to border without crossing themselves or each other', () => {
  const [first, second] = layer('rivers').map(lineOf);
  expect(selfCrossings(first!)).toBe(0);
  expect(selfCrossings(second!)).toBe(0);
  expect(linesMeet(first!, second!)).toBe(false);
});

test('the terrain covers the county, is flat where people live, has hills, and water runs down', () => {
  const { bbox, cols, rows, cellDeg, values } = story.terrain;
  expect(values).toHaveLength(cols * rows);
  expect(values.every(Number.isInteger)).toBe(true);
  expect(bbox[2] - bbox[0]).toBeCloseTo(cols * cellDeg, 9);
  expect(bbox[0] <= pack.bbox[0] && bbox[1] <= pack.bbox[1] && bbox[2] >= pack.bbox[2] && bbox[3] >= pack.bbox[3]).toBe(true);
  const heightAt = ([lon, lat]: LonLat): number =>
    values[Math.floor((bbox[3] - lat) / cellDeg) * cols + Math.floor((lon - bbox[0]) / cellDeg)]! / 10;
  expect(Math.max(...values) / 10).toBeGreaterThan(300);
  expect(Math.max(...values) / 10).toBeLessThan(430);
  for (const river of layer('rivers')) expect(heightAt(lineOf(river).at(-2)!)).toBeLessThan(heightAt(lineOf(river)[1]!));
  for (const { lon, lat } of villages()) expect(heightAt([lon!, lat!])).toBeLessThan(80);
});

test('whatever is invented says 演示 in its name', () => {
  for (const { name } of villages()) expect(name.zh).toContain('演示');
  for (const { features } of story.layers) for (const { properties } of features) expect(properties['name']).toContain('演示');
  for (const register of demoRegisters) {
    for (const record of story.registers[register]) {
      expect(String(record['name'] ?? record['textZh'] ?? record['officerName'])).toContain('演示');
    }
  }
  for (const { fields, lines } of [...story.incidents, ...story.warnings]) {
    expect(String(fields['title'] ?? fields['headlineZh'])).toContain('演示');
    for (const { actor, note } of lines) expect(actor + note).toMatch(/演示.*演示/);
  }
});

test('no phone number, credit code or address of the story can belong to anybody', () => {
  const everything = JSON.stringify([story.registers, story.incidents, story.warnings]);
  expect(/"1[3-9]\d{9}|0557-/.exec(everything)).toBeNull();
  for (const { creditCode } of story.registers.enterprises) expect(creditCode).toBeNull();
  for (const { address } of story.registers.warningRecipients) expect(address).toMatch(/@example\.invalid$/);
  for (const [phone] of everything.matchAll(/"\d{3}-\d{4}-\d{4}"/g)) expect(phone).toMatch(/^"000-0000-/);
});

test('records have ids in the form of UUIDv7, all different, and every reference leads to a record', () => {
  const ids = demoRegisters.flatMap((register) => story.registers[register].map(({ id }) => id));
  const all = [...ids, ...[...story.incidents, ...story.warnings].flatMap(({ id, lines }) => [id, ...lines.map((line) => line.id)])];
  expect(new Set(all).size).toBe(all.length);
  for (const id of all) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const { stations, devices, points, alarmRules } = story.registers;
  for (const [from, field, to] of [
    [devices, 'station', stations],
    [points, 'device', devices],
    [alarmRules, 'point', points],
  ] as const) {
    expect(from.filter((record) => !to.some(({ id }) => id === record[field]))).toEqual([]);
  }
});

test('the timelines of past cases run forward and end before the instant of the story', () => {
  for (const { lines, openedAt, closedAt } of [...story.incidents, ...story.warnings]) {
    const times = lines.map(({ at }) => Date.parse(at));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect([lines[0]!.at, lines.at(-1)!.at]).toEqual([openedAt, closedAt]);
    expect(times.at(-1)).toBeLessThan(nowMs);
  }
});

test('every point has a day of readings that end now, lie in range and below every limit that raises an alarm', () => {
  const rules = story.registers.alarmRules;
  expect(story.observations).toHaveLength(story.registers.points.length);
  for (const series of story.observations) {
    const point = story.registers.points.find(({ id }) => id === series.pointId)!;
    const device = story.registers.devices.find(({ id }) => id === point['device'])!;
    expect(series.deviceKey).toBe(device['deviceKey']);
    expect(series.startMs + (series.values.length - 1) * series.stepMs).toBe(nowMs);
    const [lowest, highest] = [Math.min(...series.values), Math.max(...series.values)];
    expect(lowest).toBeGreaterThanOrEqual(point['rangeMin'] as number);
    expect(highest).toBeLessThanOrEqual(point['rangeMax'] as number);
    const limits = rules.filter((rule) => rule['point'] === point.id && rule['kind'] === 'above').map((rule) => rule['limit'] as number);
    expect(limits.every((limit) => highest < limit)).toBe(true);
  }
});

test('rivers have risen after the rain of last night and still lie below their limits', () => {
  for (const series of story.observations.filter(({ quantity }) => quantity === 'waterLevel')) {
    expect(series.values.at(-1)! - series.values[0]!).toBeGreaterThan(0.8);
  }
  const rain = story.observations.filter(({ quantity }) => quantity === 'rainIntensity');
  for (const { values } of rain) expect(Math.max(...values)).toBeGreaterThan(5);
});

test('devices of the recorded frames are on file', () => {
  const keys = story.registers.devices.map(({ deviceKey }) => deviceKey);
  expect(new Set(keys).size).toBe(60);
  expect(keys).toContain('hj212:Y80110010000010');
  expect(keys).toContain('gb26875:000000000D80');
});

test('somebody is on duty at the instant of the story, whatever the hour', () => {
  for (let hour = 0; hour < 24; hour += 1) {
    const at = nowMs + hour * 3_600_000;
    const shifts = pack.makeDemo === null ? [] : story.registers.dutyShifts;
    expect(shifts.filter(({ startsAt, endsAt }) => Date.parse(String(startsAt)) <= at && at < Date.parse(String(endsAt)))).toHaveLength(1);
  }
});

const middle = (a: LonLat, b: LonLat): LonLat => [a[0] + (b[0] - a[0]) * 0.3, a[1] + (b[1] - a[1]) * 0.3];

function selfCrossings(line: LonLat[]): number {
  const closed = distanceM(line[0]!, line.at(-1)!) === 0;
  let found = 0;
  for (let i = 1; i < line.length; i += 1) {
    for (let k = i + 2; k < line.length; k += 1) {
      if (closed && i === 1 && k === line.length - 1) continue;
      if (linesMeet([line[i - 1]!, line[i]!], [line[k - 1]!, line[k]!])) found += 1;
    }
  }
  return found;
}
