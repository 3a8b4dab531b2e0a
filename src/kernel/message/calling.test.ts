import { expect, test } from 'vitest';
import { plannedCalls, type CallStep } from './calling.ts';

const aStep = (overrides: Partial<CallStep> = {}): CallStep => ({
  afterSeconds: 0,
  whom: 'dutyOfficer',
  postId: null,
  channels: ['desk'],
  gapSeconds: 0,
  repeatEverySeconds: 0,
  repeatTimes: 0,
  ...overrides,
});
const told = (steps: CallStep[]) => plannedCalls(steps).map(({ atSeconds, whom, channel, round }) => [atSeconds, whom, channel, round]);

test('a step calls by its channels in order, with the stated seconds in between', () => {
  expect(told([aStep({ afterSeconds: 60, channels: ['sms', 'voice', 'email'], gapSeconds: 20 })])).toEqual([
    [60, 'dutyOfficer', 'sms', 1],
    [80, 'dutyOfficer', 'voice', 1],
    [100, 'dutyOfficer', 'email', 1],
  ]);
});

test('repetitions of one step lie between the steps after it', () => {
  const steps = [
    aStep({ afterSeconds: 100, whom: 'dutyLeader', channels: ['voice'] }),
    aStep({ channels: ['sms'], repeatEverySeconds: 60, repeatTimes: 2 }),
  ];
  expect(told(steps)).toEqual([
    [0, 'dutyOfficer', 'sms', 1],
    [60, 'dutyOfficer', 'sms', 2],
    [100, 'dutyLeader', 'voice', 1],
    [120, 'dutyOfficer', 'sms', 3],
  ]);
});

test('repetitions without a pause between them are not made', () => {
  expect(told([aStep({ repeatTimes: 9 })])).toHaveLength(1);
});

test('a policy that would never end is cut off', () => {
  expect(plannedCalls([aStep({ repeatEverySeconds: 1, repeatTimes: 100_000 })])).toHaveLength(500);
});
