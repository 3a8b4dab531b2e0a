import { expect, test } from 'vitest';
import { deliver, nothingDelivered, resolve, type Choice, type DeliveryState, type Validate } from './deliver.ts';
import type { Entry } from './deviceBook.ts';
import { aHistory, asDelivered, bad, pick, seeded, shared, sharedValues } from './histories.fixture.ts';
import { isSettled, type OfflineWrite } from './offlineWrite.ts';

// Whatever the order in which writes of several devices arrive, however often each comes: the same records, or a conflict
// somebody sees. 2,000 histories whose values all differ, and 500 in which people often mean the same.

const validate: Validate = ({ body }) =>
  Object.values(body).includes(bad) ? { code: 'fields-invalid', text: { zh: '不对', en: 'wrong' } } : null;

const start: DeliveryState = {
  ...nothingDelivered,
  records: new Map(shared.map((id) => [`shelters/${id}`, { version: 1, values: sharedValues, by: 'office', at: '' }])),
};

function arrive(writes: readonly OfflineWrite[], from = start): DeliveryState {
  return writes.reduce((state, write) => deliver(state, write, validate).state, from);
}

function entriesOf(state: DeliveryState): Entry[] {
  return [...state.books.values()].flatMap((book) => [...book.entries.values()]);
}

const place = ({ type, recordId }: OfflineWrite, field: string) => `${type}/${recordId}.${field}`;

/** Fields that somebody must still look at, or that wait for such a one. */
function openFields(state: DeliveryState): Set<string> {
  const open = entriesOf(state).filter(({ outcome }) => !isSettled(outcome.state));
  return new Set(open.flatMap(({ write }) => Object.keys(write.body).map((field) => place(write, field))));
}

function valuesOf(state: DeliveryState): Map<string, unknown> {
  return new Map(
    [...state.records].flatMap(([key, { values }]) => Object.entries(values).map(([field, value]) => [`${key}.${field}`, value])),
  );
}

function checkNothingIsLost(writes: readonly OfflineWrite[], state: DeliveryState): void {
  const entries = entriesOf(state);
  expect(entries).toHaveLength(writes.length);
  expect(entries.filter(({ outcome }) => outcome.state === 'waiting')).toEqual([]);
  const applied = entries.filter(({ outcome }) => outcome.state === 'applied');
  const values = valuesOf(state);
  for (const { write } of applied) {
    for (const [field, value] of Object.entries(write.body)) {
      const replaced = applied.some((other) => place(other.write, field) === place(write, field) && other.write.base[field] === value);
      expect(
        values.get(place(write, field)) === value || replaced,
        `${write.id} ${field} is there, or was replaced by one who saw it`,
      ).toBe(true);
    }
  }
}

function checkNothingIsAppliedTwice(state: DeliveryState): void {
  for (const [key, { version }] of state.records) {
    const versions = entriesOf(state)
      .filter(({ write, outcome }) => `${write.type}/${write.recordId}` === key && outcome.version !== null)
      .map(({ outcome }) => outcome.version)
      .sort((a, b) => Number(a) - Number(b));
    const first = shared.some((id) => key.endsWith(id)) ? 2 : 1;
    expect(versions).toEqual(Array.from({ length: version - first + 1 }, (_, index) => first + index));
  }
}

test('2,000 histories of several devices, shuffled and repeated, give the same records or a conflict that is seen', () => {
  let compared = 0;
  let conflicts = 0;
  let blockedWrites = 0;
  for (let seed = 1; seed <= 2_000; seed += 1) {
    const random = seeded(seed);
    const writes = aHistory(random);
    const [one, other] = [arrive(asDelivered(random, writes)), arrive(asDelivered(random, writes))];
    for (const state of [one, other]) {
      checkNothingIsLost(writes, state);
      checkNothingIsAppliedTwice(state);
    }
    const [here, there] = [valuesOf(one), valuesOf(other)];
    const open = openFields(one).union(openFields(other));
    for (const key of new Set([...here.keys(), ...there.keys()])) {
      if (open.has(key)) continue;
      compared += 1;
      expect(here.get(key), `seed ${seed}, ${key}`).toBe(there.get(key));
    }
    expect(arrive(asDelivered(random, writes), one), 'everything sent once more changes nothing').toEqual(one);
    conflicts += entriesOf(one).filter(({ outcome }) => outcome.state === 'conflict').length;
    blockedWrites += entriesOf(one).filter(({ outcome }) => outcome.state === 'blocked').length;
  }
  // A generator that makes no conflicts, or nothing else, would prove nothing.
  expect(compared).toBeGreaterThan(10_000);
  expect(conflicts).toBeGreaterThan(1_000);
  expect(blockedWrites).toBeGreaterThan(500);
});

test('what one device alone wrote ends as if it had come in order, each outcome too', () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const random = seeded(seed);
    const writes = aHistory(random).filter(({ deviceId }) => deviceId === 'device-1');
    const [inOrder, shuffled] = [arrive(writes), arrive(asDelivered(random, writes))];
    expect(shuffled.records).toEqual(inOrder.records);
    expect(shuffled.books).toEqual(inOrder.books);
    expect(entriesOf(shuffled).filter(({ outcome }) => outcome.state === 'conflict')).toEqual([]);
  }
});

test('once people have decided, nothing is left open, whatever they choose', () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const random = seeded(seed);
    let state = arrive(asDelivered(random, aHistory(random)));
    for (;;) {
      const open = entriesOf(state).filter(({ outcome }) => ['conflict', 'refused'].includes(outcome.state));
      if (open.length === 0) break;
      const { write } = pick(random, open);
      const corrected = Object.fromEntries(Object.keys(write.body).map((field) => [field, `${field}-decided`]));
      const choice = pick<Choice>(random, [{ choice: 'theirs' }, { choice: 'fields', fields: corrected }]);
      state = resolve(state, write, choice, validate).state;
    }
    expect(entriesOf(state).filter(({ outcome }) => !isSettled(outcome.state))).toEqual([]);
  }
});

test('500 histories in which people often mean the same lose nothing and apply nothing twice', () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const random = seeded(seed);
    const writes = aHistory(random, true);
    const state = arrive(asDelivered(random, writes));
    expect(entriesOf(state)).toHaveLength(writes.length);
    expect(arrive(asDelivered(random, writes), state)).toEqual(state);
    const unexplained = entriesOf(state).filter(({ outcome }) => outcome.state === 'conflict' && outcome.conflict?.fields.length === 0);
    expect(unexplained).toEqual([]);
  }
});
