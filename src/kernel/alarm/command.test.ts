import { expect, test } from 'vitest';
import { aWatch, noon } from './alarmBuilders.ts';

function anAlarm() {
  const watch = aWatch();
  const alarm = watch.read(31, noon)[0]?.alarm;
  if (alarm === undefined) throw new Error('no alarm raised');
  return { ...watch, alarmId: alarm.id };
}

test('an acknowledged alarm keeps who took it and when', () => {
  const watch = anAlarm();
  expect(watch.act({ alarmId: watch.alarmId, atMs: noon + 5000 }).outcome).toMatchObject({
    ok: true,
    value: { state: 'acknowledged', version: 2, acknowledgedBy: '王敏', acknowledgedAt: '2026-07-01T04:00:05.000Z' },
  });
});

test('the second of two officers is told who was first and what they did', () => {
  const watch = anAlarm();
  watch.act({ alarmId: watch.alarmId, atMs: noon + 5000 });
  const { outcome, changes } = watch.act({ alarmId: watch.alarmId, actor: { id: null, name: '李强', from: '' } });
  expect(outcome).toMatchObject({ ok: false, code: 'alarm-changed', status: 409 });
  expect(outcome?.ok === false && outcome.text.zh).toBe('王敏 已于 12:00:05 将该报警确认。');
  expect(changes).toEqual([]);
});

test('the refusal names the person even when the alarm returned afterwards', () => {
  const watch = anAlarm();
  watch.act({ alarmId: watch.alarmId, atMs: noon + 5000 });
  watch.read(20, noon + 9000);
  const { outcome } = watch.act({ alarmId: watch.alarmId });
  expect(outcome?.ok === false && outcome.text.en).toBe('王敏 acknowledged this alarm at 12:00:05.');
});

test('an act on an alarm nobody knows is refused', () => {
  expect(anAlarm().act({ alarmId: 'none' }).outcome).toMatchObject({ ok: false, code: 'alarm-unknown', status: 404 });
});

test('dismissing and noting need words', () => {
  const watch = anAlarm();
  for (const action of ['dismiss', 'note'] as const) {
    expect(watch.act({ alarmId: watch.alarmId, action, text: ' ' }).outcome).toMatchObject({
      ok: false,
      code: 'alarm-text-missing',
      status: 422,
    });
  }
});

test('acknowledging an alarm that has returned ends it', () => {
  const watch = anAlarm();
  watch.read(20, noon + 1);
  expect(watch.act({ alarmId: watch.alarmId, version: 2 }).outcome).toMatchObject({ ok: true, value: { state: 'normal' } });
  expect(watch.engine.openAlarms()).toEqual([]);
});

test('a dismissed alarm does not ring again until its condition has been normal once', () => {
  const watch = anAlarm();
  const { outcome } = watch.act({ alarmId: watch.alarmId, action: 'dismiss', text: '检修试验' });
  expect(outcome).toMatchObject({ ok: true, value: { state: 'normal', dismissedReason: '检修试验' } });
  expect(watch.read(33, noon + 1)).toEqual([]);
  expect(watch.read(20, noon + 2)).toEqual([]);
  expect(watch.read(31, noon + 3)).toMatchObject([{ kind: 'raised', alarm: { occurrences: 1 } }]);
});

test('opening an incident answers the alarm and names the incident', () => {
  const watch = anAlarm();
  expect(watch.act({ alarmId: watch.alarmId, action: 'incidentOpened', incidentId: 'i-1', text: '堤防险情' }).outcome).toMatchObject({
    ok: true,
    value: { state: 'acknowledged', incidentId: 'i-1', acknowledgedBy: '王敏' },
  });
});

test('a second acknowledgement by whoever saw the first is refused', () => {
  const watch = anAlarm();
  watch.act({ alarmId: watch.alarmId });
  expect(watch.act({ alarmId: watch.alarmId, version: 2 }).outcome).toMatchObject({ ok: false, code: 'alarm-acknowledged', status: 409 });
});
