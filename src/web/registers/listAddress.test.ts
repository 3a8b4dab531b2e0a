import { expect, test } from 'vitest';
import { choice, count, geometry, text } from '#kernel/register/field.ts';
import { defineRegister, type RegisterDeclaration } from '#kernel/register/register.ts';
import { listQuery, listedFields, nextSort, readListState, viewSearch } from './listAddress.ts';

const words = { zh: '字', en: 'word' };
const declaration = defineRegister({
  id: 'caves',
  label: words,
  singular: words,
  title: 'name',
  fields: {
    name: text({ label: words }),
    kind: choice({ label: words, options: { wet: words, dry: words } }),
    outline: geometry({ label: words, allow: ['Polygon'] }),
    note: text({ label: words, listed: false }),
  },
  access: { read: [], write: [] },
  empty: words,
}) as unknown as RegisterDeclaration;

const ranged = {
  ...declaration,
  fields: { ...declaration.fields, many: count({ label: words, unit: words }) },
} as unknown as RegisterDeclaration;

test('a list is described wholly by its address', () => {
  const state = readListState({ q: '泵', kind: 'wet', sort: 'name', columns: 'name,note' }, declaration);
  expect(state).toEqual({ q: '泵', sort: 'name', filters: { kind: 'wet' }, archived: 'no', columns: ['name', 'note'] });
  expect(listQuery(state)).toEqual({ q: '泵', kind: 'wet', sort: 'name' });
});

test('a range, the archive and a saved view stand in the address too', () => {
  const state = readListState({ 'many.min': '3', 'many.from': 'x', archived: 'all', 'note.min': '1' }, ranged);
  expect(state.filters).toEqual({ 'many.min': '3' });
  expect(listQuery(state)).toEqual({ 'many.min': '3', archived: 'all', q: '', sort: '-updatedAt' });
  const view = { q: '泵', sort: 'many', filters: { many: '4' }, columns: ['many'], density: 'tight' as const };
  expect(viewSearch(view, state)).toEqual({
    'many.min': undefined,
    archived: undefined,
    q: '泵',
    sort: 'many',
    columns: 'many',
    many: '4',
  });
});

test('what is no field of the register does not reach the server', () => {
  expect(readListState({ utm: 'x', areaCode: '341322100' }, declaration).filters).toEqual({ areaCode: '341322100' });
});

test('without choice the newest come first and the declared columns are shown', () => {
  expect(readListState({}, declaration)).toMatchObject({ sort: '-updatedAt', columns: ['name', 'kind'] });
  expect(listedFields(declaration.fields)).toEqual(['name', 'kind']);
});

test('clicking a column sorts up, then down, then as usual', () => {
  expect(nextSort('-updatedAt', 'name')).toBe('name');
  expect(nextSort('name', 'name')).toBe('-name');
  expect(nextSort('-name', 'name')).toBeUndefined();
});
