import type { Random } from '#geo/random.ts';
import * as curves from './curves.ts';

// Which points each kind of station has, with alarm rules. All limits are invented for the story and say so in their text.

export interface PointPlan {
  channel: string;
  quantity: string;
  name: string;
  unit: string;
  decimals: number;
  range: [number, number];
  curve: curves.Curve;
  rules: RulePlan[];
}

export interface RulePlan {
  kind: 'above' | 'below' | 'noData';
  priority: 'critical' | 'high' | 'medium' | 'low';
  limit?: number;
  hysteresis?: number;
  delaySeconds?: number;
  silentSeconds?: number;
  textZh: string;
  textEn: string;
  active: boolean;
}

function above(
  limit: number,
  unit: string,
  what: [zh: string, en: string],
  rest: Pick<RulePlan, 'priority' | 'hysteresis' | 'delaySeconds'>,
): RulePlan {
  return {
    kind: 'above',
    limit,
    textZh: `演示：${what[0]}超过演示限值 ${limit} ${unit}`.trim(),
    textEn: `Demo: ${what[1]} above the demo limit of ${limit} ${unit}`.trim(),
    active: true,
    ...rest,
  };
}

/** Declared but switched off: nobody sends for the demo devices, so it would raise an alarm at every station. */
function silent(hours: number): RulePlan {
  return {
    kind: 'noData',
    priority: 'low',
    silentSeconds: hours * 3600,
    textZh: `演示：超过 ${hours} 小时没有数据`,
    textEn: `Demo: no data for more than ${hours} hours`,
    active: false,
  };
}

const point = (
  [channel, quantity, name, unit, decimals]: [string, string, string, string, number],
  range: [number, number],
  curve: curves.Curve,
  rules: RulePlan[] = [],
): PointPlan => ({ channel, quantity, name: `演示${name}`, unit, decimals, range, curve, rules });

/** @param bed height of the river bed at the station, metres above sea level */
export function waterPoints(random: Random, bed: number): PointPlan[] {
  const base = round(bed + 2.1 + random.between(-0.2, 0.2), 2);
  const limit = round(base + 2.9, 1);
  const curve = curves.riverCurve(random, base, limit - base - random.between(0.35, 0.8), random.between(0, 2.5));
  const what: [string, string] = ['水位', 'water level'];
  return [
    point(['', 'waterLevel', '水位', 'm', 2], [round(bed - 1, 0), round(bed + 15, 0)], curve, [
      above(limit, 'm', what, { priority: 'high', hysteresis: 0.1, delaySeconds: 600 }),
      above(round(limit + 0.8, 1), 'm', what, { priority: 'critical', hysteresis: 0.1, delaySeconds: 300 }),
      silent(2),
    ]),
    point(['', 'voltage', '电源电压', 'V', 1], [0, 30], curves.quietCurve(random, 12.6, 0.1)),
  ];
}

export function rainPoints(random: Random): PointPlan[] {
  const curve = curves.rainCurve(random, random.between(12, 24), random.between(-0.8, 0.8));
  const rules = [above(30, 'mm/h', ['雨强', 'rainfall intensity'], { priority: 'medium', hysteresis: 5, delaySeconds: 0 }), silent(6)];
  return [point(['', 'rainIntensity', '雨强', 'mm/h', 1], [0, 300], curve, rules)];
}

export function gasPoints(random: Random): PointPlan[] {
  return ['A', 'B'].map((channel) =>
    point([channel, 'gasLel', `可燃气体${channel}`, '%LEL', 1], [0, 100], curves.quietCurve(random, random.between(0.5, 2.5), 0.5), [
      above(25, '%LEL', ['可燃气体', 'combustible gas'], { priority: 'high', hysteresis: 5, delaySeconds: 3 }),
      above(50, '%LEL', ['可燃气体', 'combustible gas'], { priority: 'critical', hysteresis: 5, delaySeconds: 0 }),
    ]),
  );
}

/** Fire alarm control panel, system type 1 address 0 of GB/T 26875.3; status bits as 0 or 1. */
export function firePoints(): PointPlan[] {
  const bit = (channel: string, quantity: string, name: string, en: string, priority: RulePlan['priority']): PointPlan =>
    point([channel, quantity, name, '', 0], [0, 1], curves.zeroCurve, [
      {
        kind: 'above',
        priority,
        limit: 0.5,
        hysteresis: 0,
        delaySeconds: 0,
        textZh: `演示：${name}`,
        textEn: `Demo: ${en}`,
        active: true,
      },
    ]);
  return [
    bit('1.0', 'fireAlarm', '火警', 'fire alarm', 'critical'),
    bit('1.0', 'fault', '控制器故障', 'panel fault', 'low'),
    bit('', 'linkFault', '传输装置通信故障', 'transmission device link fault', 'low'),
  ];
}

/** Air quality by HJ 212 factor codes; the first seven are those of the recorded frame of device Y80110010000010. */
export function airPoints(random: Random): PointPlan[] {
  const swing = (mean: number, peakHour: number): curves.Curve =>
    curves.dailyCurve(random, { mean, swing: mean * 0.3, peakHour, rain: -mean * 0.4, noise: mean * 0.06 });
  return [
    point(['', 'a21005', '一氧化碳', 'mg/m³', 2], [0, 100], swing(0.7, 8), [
      above(10, 'mg/m³', ['一氧化碳', 'carbon monoxide'], { priority: 'medium', hysteresis: 1, delaySeconds: 300 }),
      silent(24),
    ]),
    point(['', 'a21004', '二氧化氮', 'mg/m³', 3], [0, 20], swing(0.03, 8)),
    point(['', 'a21001', '氨', 'mg/m³', 2], [0, 200], curves.quietCurve(random, 0.05, 0.01)),
    point(['', 'a21002', '氮氧化物', 'mg/m³', 2], [0, 200], curves.quietCurve(random, 0.05, 0.01)),
    point(['', 'a21003', '一氧化氮', 'mg/m³', 2], [0, 200], curves.quietCurve(random, 0.01, 0.002)),
    point(['', 'a21006', '因子 a21006', '', 3], [0, 100], curves.quietCurve(random, 0.03, 0.003)),
    point(['', 'a21007', '因子 a21007', '', 3], [0, 100], curves.quietCurve(random, 0.03, 0.003)),
    point(['', 'a21026', '二氧化硫', 'mg/m³', 3], [0, 20], swing(0.012, 10), [
      above(0.5, 'mg/m³', ['二氧化硫', 'sulphur dioxide'], { priority: 'medium', hysteresis: 0.05, delaySeconds: 300 }),
    ]),
    point(['', 'a05024', '臭氧', 'mg/m³', 3], [0, 5], swing(0.09, 15)),
    point(['', 'a34004', '细颗粒物', 'mg/m³', 3], [0, 5], swing(0.045, 7), [
      above(0.15, 'mg/m³', ['细颗粒物', 'PM2.5'], { priority: 'low', hysteresis: 0.01, delaySeconds: 1800 }),
    ]),
  ];
}

export function weatherPoints(random: Random): PointPlan[] {
  const daily = (mean: number, swing: number, peakHour: number, rain: number, noise: number): curves.Curve =>
    curves.dailyCurve(random, { mean, swing, peakHour, rain, noise });
  return [
    point(['', 'airTemperature', '气温', '°C', 1], [-40, 60], daily(26, 4.5, 14.5, -2.5, 0.3)),
    point(['', 'humidity', '相对湿度', '%', 0], [0, 100], daily(72, -14, 14.5, 12, 1)),
    point(['', 'windSpeed', '风速', 'm/s', 1], [0, 75], daily(2.8, 1.1, 15, 5, 0.5), [
      above(17.2, 'm/s', ['风速', 'wind speed'], { priority: 'medium', hysteresis: 2, delaySeconds: 120 }),
    ]),
    point(['', 'windDirection', '风向', '°', 0], [0, 360], curves.directionCurve(random)),
    point(['', 'pressure', '气压', 'hPa', 1], [850, 1100], daily(1006, 1.2, 9, -3, 0.2)),
  ];
}

export function pondingPoints(random: Random): PointPlan[] {
  return [
    point(['', 'pondingDepth', '积水深度', 'cm', 1], [0, 300], curves.pondingCurve(random, random.between(6, 14)), [
      above(27, 'cm', ['积水深度', 'water on the road'], { priority: 'high', hysteresis: 3, delaySeconds: 60 }),
    ]),
  ];
}

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
