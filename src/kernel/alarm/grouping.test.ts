import { expect, test } from 'vitest';
import type { Alarm } from './alarm.ts';
import { aPoint, aRule, noon } from './alarmBuilders.ts';
import { groupAlarms } from './grouping.ts';
import { raised } from './transition.ts';

const anAlarm = (n: number, more: Partial<Alarm> = {}): Alarm => ({
  ...raised(aRule(), aPoint({ id: `point-${n}` }), 31, 1, noon, n),
  ...more,
});

test('seven alarms of one cause in one township are one line, where the first of them stood', () => {
  const gas = (n: number) => anAlarm(n, { text: { zh: '燃气', en: 'Gas' }, areaCode: '341322101003' });
  const alarms = [anAlarm(1), gas(2), gas(3), anAlarm(4), ...[5, 6, 7, 8, 9].map(gas)];
  const groups = groupAlarms(alarms);
  expect(groups.map((group) => (group.kind === 'one' ? group.alarm.pointId : `${group.kind} ${group.alarms.length}`))).toEqual([
    'point-1',
    'cause 7',
    'point-4',
  ]);
  expect(groups[1]).toMatchObject({ areaCode: '341322101' });
});

test('what is shelved or spoken for stands last and loses no alarm', () => {
  const shelf = { until: '2026-07-01T06:00:00.000Z', by: '王敏', reason: '检修' };
  const groups = groupAlarms([
    anAlarm(1, { shelf }),
    anAlarm(2, { suppressedBy: 'x' }),
    anAlarm(3),
    anAlarm(4, { shelf, suppressedBy: 'x' }),
  ]);
  expect(groups.map(({ kind }) => kind)).toEqual(['one', 'shelved', 'suppressed']);
  expect(groups[1]).toMatchObject({ alarms: [{ pointId: 'point-1' }, { pointId: 'point-4' }] });
});
