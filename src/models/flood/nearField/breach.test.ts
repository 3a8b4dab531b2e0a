import { expect, test } from 'vitest';
import { type Breach, breachFlow, breachShape } from './breach.ts';

const reservoir: Breach = { volumeM3: 2e6, bottomM: 40, levelM: 48, isOvertopped: true, keepsLevel: false };

test('an overtopped dam opens wider and steeper than one that is piped, both in the same time', () => {
  const [over, piped] = [breachShape(reservoir), breachShape({ ...reservoir, isOvertopped: false })];
  // 0.27 × 1.3 × 2000000^0.32 × 8^0.04 and 63.2 × √(2000000 / (9.81 × 64)), worked by hand.
  expect(over.widthM).toBeCloseTo(39.6, 0);
  expect(over.formationS).toBeCloseTo(3567, 0);
  expect(over.widthM / piped.widthM).toBeCloseTo(1.3, 12);
  expect([over.sideSlope, piped.sideSlope]).toEqual([1, 0.7]);
});

test('a reservoir never gives more than it holds, and its flow rises, peaks and fades', () => {
  const flow = breachFlow(reservoir);
  const flows = Array.from({ length: 2000 }, (_, at) => flow.next(at * 20, (at + 1) * 20, -100));
  expect(flow.releasedM3()).toBeLessThanOrEqual(2e6);
  expect(flow.releasedM3()).toBeGreaterThan(1.8e6);
  const peakAt = flows.indexOf(flow.peakM3s());
  expect(peakAt).toBeGreaterThan(10);
  expect(flows[0]).toBeLessThan(flow.peakM3s() / 10);
  expect(flows.at(-1)).toBeLessThan(flow.peakM3s() / 10);
});

test('water standing as high behind as before stops most of the flow', () => {
  const free = breachFlow({ ...reservoir, keepsLevel: true });
  const drowned = breachFlow({ ...reservoir, keepsLevel: true });
  const [full, held] = [free.next(4000, 4010, 0), drowned.next(4000, 4010, 48)];
  expect(held).toBeLessThan(full * 0.01);
});
