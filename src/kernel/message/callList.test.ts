import { expect, test } from 'vitest';
import { draftCallList, reachedByMinute, tickCall, type CallEntry, type Responsible } from './callList.ts';

const someone = (name: string, areaCode: string, more: Partial<Responsible> = {}): Responsible => ({
  areaCode,
  level: areaCode.length > 9 ? 'village' : areaCode.length > 6 ? 'township' : 'county',
  organisation: '',
  post: '应急',
  seat: 'A',
  name,
  phone: '1',
  ...more,
});
const people = [
  someone('县', '341322'),
  someone('镇甲', '341322101'),
  someone('镇乙', '341322101', { seat: 'B' }),
  someone('村甲', '341322101201'),
  someone('别村', '341322102201'),
];
const anEntry = (more: Partial<CallEntry> = {}): CallEntry => ({
  id: 'e',
  areaCode: '341322101201',
  position: 0,
  level: 'village',
  role: '应急 A',
  organisation: '',
  name: '村甲',
  phone: '1',
  superiorId: 's',
  state: 'notYet',
  tries: 0,
  nextAt: '2026-07-01T00:10:00.000Z',
  reachedAt: null,
  confirmedAt: null,
  lines: [],
  version: 1,
  ...more,
});

test('a warning for a township calls its people and its villages, climbing from A to B to the township to the county', () => {
  const drafts = draftCallList(people, ['341322101']);
  const nameOf = (index: number | null) => (index === null ? null : drafts[index]?.name);
  expect(drafts.map(({ isFirst, name, superior }) => [name, isFirst, nameOf(superior)])).toEqual([
    ['县', false, null],
    ['镇甲', true, '镇乙'],
    ['镇乙', false, '县'],
    ['村甲', true, '镇甲'],
  ]);
});

test('a village alone brings its township with it, not its neighbours', () => {
  expect(draftCallList(people, ['341322101201']).map(({ name }) => name)).toEqual(['县', '镇甲', '镇乙', '村甲']);
});

test('a post with a deputy only calls the deputy', () => {
  expect(draftCallList([someone('副', '341322101', { seat: 'B' })], ['341322101'])).toMatchObject([{ name: '副', isFirst: true }]);
});

test('no answer waits the stated minutes, the last try climbs, an answer ends the waiting', () => {
  const list = { minutes: 5, tries: 2 };
  const at = new Date('2026-07-01T00:00:00Z');
  const once = tickCall(list, anEntry(), 'noAnswer', '甲', 'phone', '', at);
  expect(once).toMatchObject({ climbs: false, entry: { state: 'noAnswer', tries: 1, nextAt: '2026-07-01T00:05:00.000Z' } });
  const twice = tickCall(list, once.entry, 'noAnswer', '甲', 'phone', '', at);
  expect(twice).toMatchObject({ climbs: true, entry: { tries: 2, nextAt: null } });
  const reached = tickCall(list, twice.entry, 'confirmed', '乙', 'phone', '', at);
  expect(reached).toMatchObject({
    climbs: false,
    entry: { state: 'confirmed', reachedAt: at.toISOString(), confirmedAt: at.toISOString() },
  });
  expect(reached.entry.lines.map(({ by, kind }) => [by, kind])).toEqual([
    ['甲', 'noAnswer'],
    ['甲', 'noAnswer'],
    ['乙', 'confirmed'],
  ]);
});

test('how many were reached is counted by the minute', () => {
  const createdAt = '2026-07-01T00:00:00.000Z';
  const reached = (seconds: number) => anEntry({ reachedAt: new Date(Date.parse(createdAt) + seconds * 1000).toISOString() });
  expect(reachedByMinute({ createdAt }, [reached(30), reached(60), reached(130), anEntry()])).toEqual([
    [0, 0],
    [1, 2],
    [2, 2],
    [3, 3],
  ]);
});
