import { expect, test } from 'vitest';
import { choice, geometry, text } from '#kernel/register/field.ts';
import { defineRegister, type RegisterDeclaration } from '#kernel/register/register.ts';
import { listedFields, listQuery, nextSort, readListState } from './listAddress.ts';

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

test('a list is described wholly by its address', () => {
  const state = readListState({ q: '泵', kind: 'wet', sort: 'name', columns: 'name,note' }, declaration);
  expect(state).toEqual({ q: '泵', sort: 'name', filters: { kind: 'wet' }, columns: ['name', 'note'] });
  expect(listQuery(state)).toEqual({ q: '泵', kind: 'wet', sort: 'name' });
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
