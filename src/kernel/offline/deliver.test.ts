import { describe, expect, test } from 'vitest';
import { deliver, nothingDelivered, resolve, type DeliveryState } from './deliver.ts';
import type { OfflineWrite } from './offlineWrite.ts';
import { sameValue } from './sameValue.ts';

const aWrite = (change: Partial<OfflineWrite> = {}): OfflineWrite => ({
  id: `w${change.sequence ?? 1}-${change.deviceId ?? 'phone'}`,
  deviceId: 'phone',
  sequence: 1,
  madeAt: '2026-07-01T00:00:00.000Z',
  kind: 'create',
  type: 'shelters',
  recordId: 's1',
  baseVersion: null,
  base: {},
  body: { name: '一中操场', capacity: 400 },
  ...change,
});

const school: DeliveryState = {
  ...nothingDelivered,
  records: new Map([['shelters/s1', { version: 3, values: { name: '一中操场', capacity: 400 }, by: '王芳', at: '2026-07-01T00:00:00Z' }]]),
};
const changed = (change: Partial<OfflineWrite>) => aWrite({ kind: 'change', baseVersion: 3, ...change });
const stateOf = (delivered: { outcomes: ReadonlyMap<string, { state: string }> }, id: string) => delivered.outcomes.get(id)?.state;

describe('order', () => {
  test('an edit that comes before its creation waits for it; then both are there, in order', () => {
    const edit = changed({ sequence: 2, baseVersion: null, base: { capacity: 400 }, body: { capacity: 450 } });
    const early = deliver(nothingDelivered, edit);
    expect(stateOf(early, edit.id)).toBe('waiting');
    const both = deliver(early.state, aWrite());
    expect([...both.outcomes.values()].map(({ state, version }) => [state, version])).toEqual([
      ['applied', 2],
      ['applied', 1],
    ]);
    expect(both.state.records.get('shelters/s1')?.values).toEqual({ name: '一中操场', capacity: 450 });
  });

  test('a write that comes twice is answered with its first outcome', () => {
    const once = deliver(nothingDelivered, aWrite());
    const twice = deliver(once.state, aWrite());
    expect(twice.outcomes).toEqual(once.outcomes);
    expect(twice.state.records).toEqual(once.state.records);
  });

  test('another write under a number already used is not taken: the storage was copied', () => {
    const once = deliver(nothingDelivered, aWrite());
    expect(deliver(once.state, aWrite({ id: 'other' }))).toMatchObject({ isNumberTaken: true });
  });

  test('a write given up on the device leaves no gap', () => {
    const second = aWrite({ sequence: 2, recordId: 's2' });
    const held = deliver(nothingDelivered, second);
    const gone = deliver(held.state, aWrite({ kind: 'withdrawn' }));
    expect(stateOf(gone, second.id)).toBe('applied');
    expect([...gone.state.records.keys()]).toEqual(['shelters/s2']);
  });

  test('a refused write holds up later ones of its record and no others', () => {
    const refuse = ({ body }: OfflineWrite) => (body.capacity === -1 ? { code: 'fields-invalid', text: { zh: '错', en: 'wrong' } } : null);
    const refused = deliver(nothingDelivered, aWrite({ body: { capacity: -1 } }), refuse);
    const later = changed({ sequence: 2, baseVersion: null, base: { capacity: -1 }, body: { capacity: 5 } });
    const same = deliver(refused.state, later, refuse);
    const other = deliver(same.state, aWrite({ sequence: 3, recordId: 's2' }), refuse);
    expect([stateOf(refused, 'w1-phone'), stateOf(same, 'w2-phone'), stateOf(other, 'w3-phone')]).toEqual([
      'refused',
      'blocked',
      'applied',
    ]);
    const corrected = resolve(other.state, aWrite(), { choice: 'fields', fields: { capacity: 4 } }, refuse);
    expect([stateOf(corrected, 'w1-phone'), stateOf(corrected, 'w2-phone')]).toEqual(['resolved', 'conflict']);
  });
});

describe('two people, one record', () => {
  test('fields that only one of them changed merge', () => {
    const first = deliver(school, changed({ deviceId: 'a', base: { capacity: 400 }, body: { capacity: 450 } }));
    const second = deliver(first.state, changed({ deviceId: 'b', base: { name: '一中操场' }, body: { name: '一中体育场' } }));
    expect(stateOf(second, 'w1-b')).toBe('applied');
    expect(second.state.records.get('shelters/s1')?.values).toEqual({ name: '一中体育场', capacity: 450 });
  });

  test('a field both changed becomes a conflict, and nothing of the later write is stored', () => {
    const first = deliver(school, changed({ deviceId: 'a', base: { capacity: 400 }, body: { capacity: 450 } }));
    const late = changed({ deviceId: 'b', base: { name: '一中操场', capacity: 400 }, body: { name: '一中体育场', capacity: 500 } });
    const second = deliver(first.state, late);
    expect(second.outcomes.get('w1-b')).toMatchObject({
      state: 'conflict',
      conflict: { fields: [{ field: 'capacity', mine: 500, theirs: 450 }] },
    });
    expect(second.state.records.get('shelters/s1')?.values).toEqual({ name: '一中操场', capacity: 450 });
    const decided = resolve(second.state, late, { choice: 'fields', fields: { capacity: 480 } });
    expect(decided.state.records.get('shelters/s1')?.values).toEqual({ name: '一中体育场', capacity: 480 });
  });

  test('two people who wrote the same agree', () => {
    const first = deliver(school, changed({ deviceId: 'a', base: { capacity: 400 }, body: { capacity: 450 } }));
    const second = deliver(first.state, changed({ deviceId: 'b', base: { capacity: 400 }, body: { capacity: 450 } }));
    expect(second.outcomes.get('w1-b')).toMatchObject({ state: 'applied', version: 4 });
  });

  test('a second edit does not overwrite what merged into the first and its person never saw', () => {
    const office = deliver(school, changed({ deviceId: 'a', base: { name: '一中操场' }, body: { name: '一中体育场' } }));
    const one = deliver(office.state, changed({ deviceId: 'b', base: { capacity: 400 }, body: { capacity: 450 } }));
    const two = deliver(
      one.state,
      changed({ deviceId: 'b', sequence: 2, baseVersion: null, base: { name: '一中操场' }, body: { name: '县一中' } }),
    );
    expect(stateOf(one, 'w1-b')).toBe('applied');
    expect(stateOf(two, 'w2-b')).toBe('conflict');
  });

  test('an action on a case that moved on is never done by itself, even where it touches no common field', () => {
    const act = aWrite({ kind: 'caseAct', type: 'shelters', baseVersion: 2, body: { action: 'close' } });
    expect(deliver(school, act).outcomes.get(act.id)).toMatchObject({ state: 'conflict', conflict: { version: 3, fields: [] } });
  });
});

test('values are the same however form, JSON and column write them', () => {
  expect(sameValue('', null)).toBe(true);
  expect(sameValue(undefined, null)).toBe(true);
  expect(sameValue('2026-07-01T11:00:00+08:00', '2026-07-01T03:00:00.000Z')).toBe(true);
  expect(sameValue({ type: 'Polygon', coordinates: [] }, { coordinates: [], type: 'Polygon' })).toBe(true);
  expect(sameValue([1, 2], [2, 1])).toBe(false);
  expect(sameValue(0, null)).toBe(false);
});
