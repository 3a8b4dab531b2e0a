import { expect, test } from 'vitest';
import { changedValues, compareChanges } from './changes.ts';

const names = ['name', 'contact', 'place', 'owner'];
const start = { name: '泵站', contact: '1', place: [116.9, 34.1], owner: null };

test('only what was changed is sent, and emptied fields as null', () => {
  expect(changedValues(start, { ...start, name: '新泵站', contact: undefined, place: [116.9, 34.1] }, names)).toEqual({
    name: '新泵站',
    contact: null,
  });
});

test('nothing and empty text are the same', () => {
  expect(changedValues({ owner: null }, { owner: '' }, names)).toEqual({});
});

test('a conflict tells apart what both changed and what only one changed', () => {
  const mine = { ...start, name: '甲', contact: '2' };
  const theirs = { ...start, name: '乙', owner: '水务局' };
  expect(compareChanges(start, mine, theirs, names)).toEqual({ both: ['name'], theirs: ['owner'], mine: ['contact'] });
});

test('two people who made the same change do not conflict', () => {
  const same = { ...start, name: '甲' };
  expect(compareChanges(start, same, same, names).both).toEqual([]);
});
