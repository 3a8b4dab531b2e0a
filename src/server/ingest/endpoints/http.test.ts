import { expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import { Counters } from '../counters.ts';
import { RefusalError, refuse } from '#kernel/problem/refusal.ts';
import type { Signal } from '#kernel/observation/reading.ts';
import { acceptObservations } from './http.ts';

const clock = new TestClock();

function post(
  body: { device: string } & Record<string, unknown>,
  answer: () => Promise<{ position: number }> = async () => ({ position: 7 }),
) {
  const signals: Signal[] = [];
  const counters = new Counters(clock);
  const pipeline = { counters, accept: (signal: Signal) => (signals.push(signal), answer()) };
  return acceptObservations(pipeline, clock, body, '10.0.0.9').then((outcome) => ({ outcome, signals, counters }));
}

test('readings are answered with how many there were and where they are in the log', async () => {
  const { outcome, signals } = await post({
    device: 'pump-3',
    items: [
      { code: 'pressure', value: 0.6, unit: 'MPa', channel: 'in' },
      { code: 'flow', value: 3, t: clock.nowMs() - 5 },
    ],
  });
  expect(outcome).toEqual({ ok: true, value: { accepted: 2, position: 7 } });
  expect(signals).toMatchObject([
    {
      deviceKey: 'http:pump-3',
      readings: [
        { channel: 'in', quantity: 'pressure', value: 0.6, unit: 'MPa', atMs: clock.nowMs(), quality: 'good' },
        { quantity: 'flow', atMs: clock.nowMs() - 5 },
      ],
    },
  ]);
});

test('one item that is wrong refuses all and is named', async () => {
  const { outcome, signals, counters } = await post({
    device: 'pump-3',
    items: [
      { code: 'flow', value: 3 },
      { code: 'pressure', value: 'NaN' },
    ],
  });
  expect(outcome).toMatchObject({
    ok: false,
    code: 'observations-invalid',
    status: 422,
    fields: [{ field: 'items[1].value', value: 'NaN', rule: 'type' }],
  });
  expect(signals).toEqual([]);
  expect(counters.list()).toMatchObject([{ name: 'refused', reason: 'invalidFormat', count: 1 }]);
});

test('a device name with a blank, no items and too many items are refused by name', async () => {
  const fieldsOf = async (body: { device: string } & Record<string, unknown>) => {
    const { outcome } = await post(body);
    return outcome.ok ? [] : outcome.fields?.map(({ field, rule }) => `${field} ${rule}`);
  };
  expect(await fieldsOf({ device: 'a b', items: [{ code: 'x', value: 1 }] })).toEqual(['device pattern']);
  expect(await fieldsOf({ device: 'a' })).toEqual(['items empty']);
  expect(await fieldsOf({ device: 'a', items: Array.from({ length: 1001 }, () => ({ code: 'x', value: 1 })) })).toEqual(['items max']);
});

test('a full disk is said to be one', async () => {
  const full = refuse('log-full', 503, { zh: '满', en: 'full' });
  const { outcome } = await post({ device: 'a', x: 1 }, () => Promise.reject(new RefusalError(full)));
  expect(outcome).toBe(full);
});
