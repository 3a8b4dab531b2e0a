import { expect, test } from 'vitest';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import { alarmFeatures, legendCounts, stationFeatures, type MapStation } from './drawn.ts';

function anAlarm(id: string, stationId: string, change: Partial<Alarm> = {}): Alarm {
  return {
    id,
    stationId,
    version: 1,
    state: 'unacknowledged',
    priority: 'medium',
    ruleId: 'r',
    ruleVersion: 1,
    pointId: 'p',
    stationName: '龙河闸',
    pointName: '水位',
    unit: 'm',
    areaCode: '341322100',
    lon: 116.9,
    lat: 34.2,
    text: { zh: '水位超警戒', en: 'Water level above warning' },
    value: 32.1,
    peak: 32.1,
    limit: 32,
    raisedAt: '2026-07-01T03:00:00.000Z',
    returnedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    dismissedReason: null,
    incidentId: null,
    occurrences: 1,
    ruleSentence: null,
    shelf: null,
    suppressedBy: null,
    suppressedCount: 0,
    demo: false,
    lines: [],
    ...change,
  };
}

const aStation = (id: string, state: MapStation['state']): MapStation => ({
  id,
  name: id,
  kind: 'water',
  state,
  lon: 116.9,
  lat: 34.2,
  demo: false,
});
const zh = (text: { zh: string }) => text.zh;

test('a station with an open alarm is drawn once, as its alarm', () => {
  const { features, counts } = stationFeatures([aStation('a', 'normal'), aStation('b', 'noData')], [anAlarm('x', 'a')], new Set());
  expect(features.map((feature) => feature.id)).toEqual(['b']);
  expect(counts).toEqual({ normal: 0, alarm: 1, noData: 1, unknown: 0 });
});

test('a state switched off is not drawn but still counted', () => {
  const { features, counts } = stationFeatures([aStation('a', 'normal'), aStation('b', 'noData')], [], new Set(['normal']));
  expect(features.map((feature) => feature.id)).toEqual(['b']);
  expect(counts.normal).toBe(1);
});

test('a station list that is older than the alarms does not show an alarm that is gone', () => {
  const { features } = stationFeatures([aStation('a', 'alarm')], [], new Set());
  expect(features[0]?.properties['state']).toBe('normal');
});

test('several alarms of one station make one symbol, of the worst one', () => {
  const alarms = [
    anAlarm('low', 's', { priority: 'low' }),
    anAlarm('critical', 's', { priority: 'critical' }),
    anAlarm('over', 's', { state: 'normal' }),
  ];
  const [only, ...rest] = alarmFeatures(alarms, zh);
  expect(rest).toEqual([]);
  expect(only?.id).toBe('critical');
  expect(only?.properties['number']).toBe(2);
});

test('the legend names only what is on the map', () => {
  const alarms = alarmFeatures([anAlarm('x', 'a', { state: 'acknowledged' })], zh);
  const counts = legendCounts({ normal: 1, alarm: 1, noData: 0, unknown: 0 }, alarms, [], []);
  expect(counts.alarms).toEqual([{ priority: 'medium', answered: true, count: 1 }]);
  expect(counts.warnings).toEqual([]);
});
