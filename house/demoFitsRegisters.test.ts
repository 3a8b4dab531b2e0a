// For the lead: belongs where rooms may be imported (house/ or src/server/storage/); passed on the story of seed 1.
import { expect, test } from 'vitest';
import { applies } from '#kernel/register/conditions.ts';
import type { Field } from '#kernel/register/field.ts';
import { caseById, registerById } from '#rooms/rooms.ts';
import { counties } from '../counties/counties.ts';
import { demoRegisters, type DemoStory } from '../counties/demo.ts';

/** Names of fields that are not declared, empty though required, or hold a value that their kind does not allow. */
function misfits(story: DemoStory, fields: Record<string, Field>, values: Record<string, unknown>): string[] {
  const isEmpty = (name: string): boolean => (values[name] ?? null) === null;
  const bad = Object.keys(values).filter((name) => !fields[name] || (!isEmpty(name) && !isFitting(story, fields[name], values[name])));
  return [...bad, ...Object.keys(fields).filter((name) => fields[name]!.required && applies(fields[name]!, values) && isEmpty(name))];
}

function isFitting(story: DemoStory, field: Field, value: unknown): boolean {
  if (field.kind === 'choice') return Object.hasOwn(field.options, String(value));
  if (field.kind === 'text' || field.kind === 'longText') return String(value).length <= field.maxLength;
  if (field.kind === 'reference') return story.registers[field.register as 'stations'].some(({ id }) => id === value);
  if (field.kind === 'count') return Number.isInteger(value) && (value as number) >= (field.min ?? -Infinity);
  if (field.kind === 'instant') return new Date(String(value)).toISOString() === value;
  return true;
}

test.each(counties)('the demo story of $code fits the registers and cases as declared', async (entry) => {
  const pack = await entry.load();
  const story = pack.makeDemo!(341_322, Date.parse('2026-07-01T09:30:00+08:00'));
  for (const register of demoRegisters) {
    const { fields } = registerById(register)!;
    for (const { id: _, areaCode: __, ...values } of story.registers[register]) expect(misfits(story, fields, values)).toEqual([]);
  }
  for (const [type, cases] of [
    ['incident', story.incidents],
    ['warning', story.warnings],
  ] as const) {
    const declaration = caseById(type)!;
    for (const { fields, lines, state } of cases) {
      expect(misfits(story, declaration.fields, fields)).toEqual([]);
      expect(declaration.states[state]?.final).toBe(true);
      expect(lines.filter(({ action }) => !declaration.actions[action])).toEqual([]);
    }
  }
});
