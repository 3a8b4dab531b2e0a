import type { Random } from '#geo/random.ts';
import type { DemoRecord, DemoSeries } from '../../demo.ts';
import { rainMiddleMs } from './curves.ts';
import * as instruments from './instruments.ts';
import type { PointPlan } from './instruments.ts';
import type { Land } from './land.ts';
import { demoPhone, placeWord } from './names.ts';
import { lineLength, placeAlong, toDegrees, type Place } from './plane.ts';
import { areaCodeAt, placeNear, type Site } from './sites.ts';

// Invented stations with their devices, points, alarm rules and the readings of the last day.

export interface Network {
  stations: DemoRecord[];
  devices: DemoRecord[];
  points: DemoRecord[];
  alarmRules: DemoRecord[];
  observations: DemoSeries[];
}

interface StationPlan {
  kind: string;
  name: string;
  place: Place;
  owner: string;
  protocol: 'mqtt' | 'http' | 'hj212' | 'gb26875';
  address: string;
  points: PointPlan[];
}

const stepMs = 600_000;
const steps = 145;

/** Sixty stations; history of 24 hours in steps of ten minutes that ends at `nowMs`. */
export function makeNetwork(
  land: Land,
  sites: { enterprises: readonly Site[]; schools: readonly Site[] },
  random: Random,
  nextId: () => string,
  nowMs: number,
): Network {
  const network: Network = { stations: [], devices: [], points: [], alarmRules: [], observations: [] };
  const plans = [
    ...riverStations(land, random),
    ...rainStations(land, random),
    ...gasStations(sites.enterprises, random),
    ...fireStations([...sites.schools.slice(-8), ...sites.enterprises.slice(15, 25)]),
    ...airStations(land, random),
    ...weatherStations(land, random),
    ...lowRoads(land, random),
  ];
  for (const [number, plan] of plans.entries()) addStation(network, plan, { land, number, nextId, nowMs });
  return network;
}

function addStation(
  network: Network,
  plan: StationPlan,
  { land, number, nextId, nowMs }: { land: Land; number: number; nextId: () => string; nowMs: number },
): void {
  const areaCode = areaCodeAt(land, plan.place);
  const station = {
    id: nextId(),
    areaCode,
    name: plan.name,
    kind: plan.kind,
    place: toDegrees(plan.place),
    owner: plan.owner,
    contact: demoPhone(4001 + number),
  };
  const deviceKey = `${plan.protocol}:${plan.address}`;
  const device = { id: nextId(), areaCode, name: `${plan.name}·设备`, station: station.id, protocol: plan.protocol, deviceKey };
  network.stations.push(station);
  network.devices.push(device);
  for (const { range, curve, rules, ...point } of plan.points) {
    const id = nextId();
    network.points.push({ id, areaCode, device: device.id, ...point, rangeMin: range[0], rangeMax: range[1] });
    for (const { limit = null, hysteresis = null, delaySeconds = null, silentSeconds = null, ...rule } of rules) {
      network.alarmRules.push({ id: nextId(), areaCode, point: id, limit, hysteresis, delaySeconds, silentSeconds, ...rule });
    }
    const { channel, quantity, unit, decimals } = point;
    network.observations.push({ pointId: id, deviceKey, channel, quantity, unit, ...readingsOf(curve, decimals, nowMs) });
  }
}

function readingsOf(curve: PointPlan['curve'], decimals: number, nowMs: number): Pick<DemoSeries, 'startMs' | 'stepMs' | 'values'> {
  const startMs = nowMs - (steps - 1) * stepMs;
  const middleMs = rainMiddleMs(nowMs);
  const values = new Float64Array(steps);
  for (let i = 0; i < steps; i += 1) {
    const atMs = startMs + i * stepMs;
    const value = curve({ afterRain: (atMs - middleMs) / 3_600_000, hourOfDay: (atMs / 3_600_000 + 8) % 24 });
    values[i] = Number(value.toFixed(decimals));
  }
  return { startMs, stepMs, values };
}

const serial = (number: number): string => String(number).padStart(2, '0');
const waterOffice = '演示水利站';

function riverStations({ rivers }: Land, random: Random): StationPlan[] {
  let number = 0;
  return rivers.flatMap((river, index) =>
    Array.from({ length: index === 0 ? 6 : 4 }, (_, i): StationPlan => {
      number += 1;
      const share = (i + 0.5) / (index === 0 ? 6 : 4);
      const bed = river.bed[0] + (river.bed[1] - river.bed[0]) * share;
      return {
        kind: 'water',
        name: `${river.name.zh}${i + 1}号水位站`,
        place: placeAlong(river.line, lineLength(river.line) * share),
        owner: waterOffice,
        protocol: 'mqtt',
        address: `demo-water-${serial(number)}`,
        points: instruments.waterPoints(random, bed),
      };
    }),
  );
}

function rainStations({ townships }: Land, random: Random): StationPlan[] {
  return townships.all
    .filter((_, i) => i % 2 === 1)
    .concat(townships.all[26]!)
    .map(({ seat }, i) => ({
      kind: 'rain',
      name: `演示·${placeWord(i * 11 + 2).zh}雨量站`,
      place: [seat[0] + 180, seat[1] - 150],
      owner: waterOffice,
      protocol: 'mqtt',
      address: `demo-rain-${serial(i + 1)}`,
      points: instruments.rainPoints(random),
    }));
}

function gasStations(enterprises: readonly Site[], random: Random): StationPlan[] {
  return enterprises.slice(0, 10).map(({ place, record }, i) => ({
    kind: 'gas',
    name: `${String(record['name'])}可燃气体监测`,
    place: [place[0] + 40, place[1] + 30],
    owner: String(record['name']),
    protocol: 'mqtt',
    address: `demo-gas-${serial(i + 1)}`,
    points: instruments.gasPoints(random),
  }));
}

/** Addresses of twelve hexadecimal digits; the first is the source of a recorded frame. */
function fireStations(sites: readonly Site[]): StationPlan[] {
  return sites.slice(0, 10).map(({ place, record }, i) => ({
    kind: 'fire',
    name: `${String(record['name'])}消防控制室`,
    place,
    owner: String(record['name']),
    protocol: 'gb26875',
    address: (0x0d80 + i).toString(16).toUpperCase().padStart(12, '0'),
    points: instruments.firePoints(),
  }));
}

function airStations(land: Land, random: Random): StationPlan[] {
  return Array.from({ length: 5 }, (_, i) => ({
    kind: 'environment',
    name: `演示·${placeWord(i * 17 + 4).zh}空气质量站`,
    place: placeNear({ land, random }, i === 0 ? ['400'] : undefined, 300, 900),
    owner: '演示生态环境站',
    protocol: 'hj212',
    address: `Y801100100000${10 + i}`,
    points: instruments.airPoints(random),
  }));
}

function weatherStations(land: Land, random: Random): StationPlan[] {
  return Array.from({ length: 6 }, (_, i) => ({
    kind: 'weather',
    name: `演示·${placeWord(i * 19 + 6).zh}自动气象站`,
    place: placeNear({ land, random }, undefined, 300, 900),
    owner: '演示气象站',
    protocol: 'http',
    address: `demo-weather-${serial(i + 1)}`,
    points: instruments.weatherPoints(random),
  }));
}

function lowRoads(land: Land, random: Random): StationPlan[] {
  const endings = ['100', '001', '002', '003', '118'];
  return endings.map((ending, i) => ({
    kind: 'other',
    name: `演示·${placeWord(i * 23 + 8).zh}低洼路段积水监测`,
    place: placeNear({ land, random }, [ending], 150, 500),
    owner: '演示市政所',
    protocol: 'mqtt',
    address: `demo-ponding-${serial(i + 1)}`,
    points: instruments.pondingPoints(random),
  }));
}
