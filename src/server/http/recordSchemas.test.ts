import { expect, test } from 'vitest';
import { checkFields } from '#kernel/register/check.ts';
import type { Field } from '#kernel/register/field.ts';
import { registerById, registers } from '#rooms/rooms.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { inputSchema, recordComponents } from './recordSchemas.ts';

const enterprises = registerById('enterprises') as RegisterDeclaration;

test('every register has a record and an input in the document, with labels in both languages', () => {
  const components = recordComponents(registers) as Record<string, { properties: Record<string, { description?: string }> }>;
  expect(Object.keys(components)).toHaveLength(2 * registers.length);
  for (const { id, fields } of registers) {
    for (const [name, field] of Object.entries(fields))
      expect(components[`${id}Record`]?.properties[name]?.description).toContain(`${field.label.zh} / ${field.label.en}`);
  }
  expect(components['enterprisesRecord']?.properties['phone']?.description).toContain('personal data');
  expect(components['enterprisesRecord']?.properties['staff']?.description).toContain('unit: people (人)');
  expect(components['enterprisesInput']).toMatchObject({
    additionalProperties: false,
    required: expect.arrayContaining(['name', 'industry']),
  });
});

/** A value of a field that its declaration allows, and one it refuses. */
const bad: Partial<Record<Field['kind'], unknown>> = {
  text: 7,
  count: 1.5,
  flag: 'x',
  choice: 'nothing',
  point: [500, 0],
  measure: 'a',
  date: '2026-02-31',
};

test.each(Object.entries(enterprises.fields).filter(([, field]) => field.kind in bad))(
  'the document and the program refuse the same value of %s',
  (name, field) => {
    const input = { name: '甲', industry: 'food', [name]: bad[field.kind] };
    expect(inputSchema(enterprises).safeParse(input).success).toBe(false);
    expect(checkFields(enterprises.fields, input, { partial: false }).ok).toBe(false);
  },
);

test('and accept the same record', () => {
  const input = { name: '甲', industry: 'food', staff: 3, place: [116.9, 34.2], phone: '13812345678' };
  expect(inputSchema(enterprises).safeParse(input).success).toBe(true);
  expect(checkFields(enterprises.fields, input, { partial: false }).ok).toBe(true);
});
