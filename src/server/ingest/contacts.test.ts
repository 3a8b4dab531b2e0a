import { expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import { createContacts } from './contacts.ts';
import { Counters } from './counters.ts';

function someContacts() {
  const clock = new TestClock();
  const counters = new Counters(clock);
  const contacts = createContacts(clock, counters);
  return {
    clock,
    heard: (...remotes: string[]) => {
      for (const remote of remotes) {
        contacts.heard('hj212:1', 'hj212', remote);
        clock.advance(1000);
      }
    },
    contact: () => contacts.of('hj212:1'),
    flagged: () => counters.list().find(({ reason }) => reason === 'twoAddresses')?.count ?? 0,
    contacts,
  };
}

test('a device that changes its address is followed and not suspected', () => {
  const { heard, contact, flagged } = someContacts();
  heard('10.0.0.1:4000', '10.0.0.1:4001', '10.0.0.2:4000', '10.0.0.3:9');
  expect(contact()).toMatchObject({ remote: '10.0.0.3:9', moves: 2, rival: null });
  expect(flagged()).toBe(0);
});

test('two devices under one address are flagged once, whether they differ by host or by connection', () => {
  for (const [one, other] of [
    ['10.0.0.1:4000', '10.0.0.2:4000'],
    ['10.0.0.1:4000', '10.0.0.1:5000'],
  ] as const) {
    const { heard, contact, flagged } = someContacts();
    heard(one, other, one, other, one);
    expect(contact()?.rival).toMatchObject({ remote: other });
    expect(flagged()).toBe(1);
  }
});

test('once the other has been silent for ten minutes the flag goes', () => {
  const { heard, contact, clock } = someContacts();
  heard('a:1', 'b:1', 'a:1');
  clock.advance(10 * 60_000);
  heard('a:1');
  expect(contact()?.rival).toBeNull();
});

test('a sender that invents a hundred thousand devices does not fill the memory, and those heard lately are known', () => {
  const { contacts } = someContacts();
  for (let index = 0; index < 100_000; index++) contacts.heard(`hj212:x${index}`, 'hj212', 'a:1');
  expect([contacts.of('hj212:x0'), contacts.of('hj212:x99999')?.remote]).toEqual([null, 'a:1']);
});
