import { expect, test } from 'vitest';
import { readLayoutRow, readMappingRow, type LayoutRow } from './payloadDeclarations.ts';

const field = { quantity: 'level', unit: 'm', at: 0, bytes: 2, form: 'uint', endian: 'big' };
const layoutRow = (more: Partial<LayoutRow>): LayoutRow => ({
  name: 'n',
  topics: 'a/+/up',
  devices: null,
  known: null,
  layout: null,
  source: 's',
  ...more,
});
const own = (more: object) => layoutRow({ layout: JSON.stringify({ kind: 'fixed', bytes: 2, fields: [field], ...more }) });

test('a layout is a known one or one declared here, for some devices or all', () => {
  expect(readLayoutRow(layoutRow({ known: 'cayenneLpp', devices: 'aa01\n bb02 ' }))).toMatchObject({
    ok: true,
    value: { devices: ['AA01', 'BB02'], codec: { id: 'cayenneLpp' } },
  });
  expect(readLayoutRow(own({}))).toMatchObject({ ok: true, value: { devices: [], codec: { id: 'n', source: 's', fPorts: null } } });
});

test.each([
  [layoutRow({}), 'known', 'either'],
  [layoutRow({ known: 'cayenneLpp', layout: '{}' }), 'known', 'either'],
  [layoutRow({ known: 'nothing' }), 'known', 'nothing'],
  [layoutRow({ known: 'cayenneLpp', topics: 'a/b+/c' }), 'topics', 'line 1'],
  [layoutRow({ known: 'cayenneLpp', topics: ' ' }), 'topics', 'at least one'],
  [layoutRow({ known: 'cayenneLpp', devices: 'AA\nxyz' }), 'devices', 'line 2'],
  [layoutRow({ layout: '{' }), 'layout', 'no JSON'],
  [layoutRow({ layout: '[]' }), 'layout', 'an object'],
  [own({ kind: 'other' }), 'layout', 'kind:'],
  [own({ colour: 1 }), 'layout', 'colour: there is no such field'],
  [own({ fPorts: [0] }), 'layout', 'fPorts:'],
  [own({ fields: [] }), 'layout', 'fields:'],
  [own({ fields: [{ ...field, form: 'bcd' }] }), 'layout', 'fields[0].form'],
  [own({ fields: [{ ...field, quantity: 'a b' }] }), 'layout', 'fields[0].quantity'],
  [own({ fields: [{ ...field, at: 1 }] }), 'layout', 'payload.fields[0].bytes: the field ends behind'],
  [own({ fields: [{ ...field, bits: { from: 0 } }] }), 'layout', 'fields[0].bits'],
  [own({ fields: [{ ...field, scale: 0 }] }), 'layout', 'scale: is 0'],
  [own({ fields: [{ ...field, meanings: { x: 'y' } }] }), 'layout', 'meanings'],
  [own({ kind: 'tlv' }), 'layout', 'entries:'],
])('%j is refused at %s', (row, where, says) => {
  const read = readLayoutRow(row);
  expect(read).toMatchObject({
    ok: false,
    problems: expect.arrayContaining([expect.objectContaining({ field: where, en: expect.stringContaining(says) })]),
  });
});

test('mistakes of a mapping are told by its place, those of topics at the topics', () => {
  const row = { name: 'n', source: 's', topics: 'a/{device}/x\nb/x+/c', mapping: '{"readings":[{"quantity":"q"}],"each":"$["}' };
  const read = readMappingRow(row);
  expect(!read.ok && read.problems.map(({ field: name, en }) => `${name} ${en.split(':')[0]}`).sort()).toEqual([
    'mapping device',
    'mapping each',
    'mapping readings[0].value',
    'topics topics[1]',
  ]);
  expect(readMappingRow({ ...row, mapping: 'x' })).toMatchObject({ ok: false, problems: [{ field: 'mapping' }] });
  expect(readMappingRow({ ...row, mapping: '5' })).toMatchObject({ ok: false, problems: [{ field: 'mapping' }] });
});
