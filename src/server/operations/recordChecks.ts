import type { Clock } from '#kernel/clock/clock.ts';
import { localDate } from '#kernel/clock/localDate.ts';
import { refuse, RefusalError, type FieldError, type Refusal } from '#kernel/problem/refusal.ts';
import { checkFields } from '#kernel/register/check.ts';
import { derived } from '#kernel/register/conditions.ts';
import { isMask, maskOf } from '#kernel/register/mask.ts';
import type { Fields, RegisterDeclaration } from '#kernel/register/register.ts';
import { caseById, registerById } from '#rooms/rooms.ts';
import type { Transaction } from '../storage/database.ts';
import { hasEntry } from '../storage/dictionaries.ts';
import { findRecord } from '../storage/records.ts';
import type { Context } from './context.ts';
import { recordGuards } from './recordGuards.ts';

// What a record must satisfy before it is written, whichever door it comes through.

/** Fields a person may fill in. */
export function writable(declaration: Pick<RegisterDeclaration, 'fields'>): Fields {
  return Object.fromEntries(Object.entries(declaration.fields).filter(([, field]) => !field.computed));
}

/**
 * Checks input and returns all that must be stored: what was sent, what no longer applies, what is computed. Throws the refusal.
 * @param areaCode the division asked for, if any
 */
export async function checkRecord(
  tx: Transaction,
  context: Context,
  declaration: RegisterDeclaration,
  input: Readonly<Record<string, unknown>>,
  stored: Readonly<Record<string, unknown>> | null,
  areaCode?: unknown,
): Promise<Record<string, unknown>> {
  const overwritten = overwrittenMasks(declaration, input, stored);
  if (overwritten.length > 0) throw new RefusalError(invalid(overwritten));
  const checked = checkFields(writable(declaration), { ...input }, { partial: stored !== null, ...(stored && { stored }) });
  if (!checked.ok) throw new RefusalError(checked);
  const foreign = foreignFields(declaration, input);
  if (foreign) throw new RefusalError(foreign);
  await checkReferences(tx, declaration, checked.value);
  await checkDictionaries(tx, context.clock, declaration, checked.value);
  const values = { ...checked.value, ...derived(declaration.fields, { ...stored, ...checked.value }) };
  const area = typeof areaCode === 'string' && areaCode !== '' ? areaCode : (stored?.['areaCode'] ?? tx.actor.areaCode);
  await recordGuards[declaration.id]?.(
    tx,
    context,
    { id: noId, version: 0, ...stored, ...values, areaCode: area },
    stored ? Object.keys(values) : [],
  );
  return values;
}

const noId = '00000000-0000-0000-0000-000000000000';

function foreignFields(declaration: RegisterDeclaration, input: Readonly<Record<string, unknown>>): Refusal | null {
  const known = writable(declaration);
  const fields = Object.keys(input)
    .filter((name) => !Object.hasOwn(known, name))
    .map((field): FieldError => ({
      field,
      value: input[field],
      rule: 'unknown',
      text: { zh: `没有字段“${field}”`, en: `There is no field "${field}"` },
    }));
  return fields.length > 0
    ? refuse('fields-unknown', 422, { zh: '含有不存在的字段', en: 'There are fields that do not exist' }, { fields })
    : null;
}

/** A mask sent back unchanged leaves the field as it is; one that was written over is no value and is refused. */
export function overwrittenMasks(
  declaration: Pick<RegisterDeclaration, 'fields'>,
  input: Readonly<Record<string, unknown>>,
  stored: Readonly<Record<string, unknown>> | null,
): FieldError[] {
  return Object.entries(declaration.fields)
    .filter(([name, field]) => field.sensitive && isMask(input[name]) && input[name] !== maskOf(field, stored?.[name]))
    .map(([name, field]): FieldError => ({
      field: name,
      value: input[name],
      rule: 'masked',
      text: {
        zh: `“${field.label.zh}”含有掩码“•”，请完整填写或保持不变`,
        en: `"${field.label.en}" holds the mask "•": write it in full or leave it unchanged`,
      },
    }));
}

export async function checkReferences(tx: Transaction, declaration: RegisterDeclaration, values: Record<string, unknown>): Promise<void> {
  const problems: FieldError[] = [];
  for (const [name, value] of Object.entries(values)) {
    const field = declaration.fields[name];
    if (field?.kind !== 'reference' || value === null) continue;
    const target = registerById(field.register) ?? caseById(field.register);
    if (!target || !(await findRecord(tx, target, value as string))) {
      problems.push({
        field: name,
        value,
        rule: 'reference',
        text: { zh: `“${field.label.zh}”所指的记录不存在`, en: `"${field.label.en}" names a record that does not exist` },
      });
    }
  }
  if (problems.length > 0) throw new RefusalError(invalid(problems));
}

async function checkDictionaries(
  tx: Transaction,
  clock: Clock,
  declaration: RegisterDeclaration,
  values: Record<string, unknown>,
): Promise<void> {
  const problems: FieldError[] = [];
  for (const [name, value] of Object.entries(values)) {
    const field = declaration.fields[name];
    if (field?.kind !== 'choice' || !field.dictionary || typeof value !== 'string') continue;
    if (!(await hasEntry(tx, field.dictionary, value, localDate(clock.now())))) {
      problems.push({
        field: name,
        value,
        rule: 'choice',
        text: {
          zh: `“${field.label.zh}”的代码 ${value} 不在字典中或已失效`,
          en: `"${field.label.en}": the dictionary has no code ${value} that is valid today`,
        },
      });
    }
  }
  if (problems.length > 0) throw new RefusalError(invalid(problems));
}

function invalid(fields: FieldError[]): Refusal {
  return refuse('fields-invalid', 422, { zh: '有内容填写不正确', en: 'Some fields are not right' }, { fields });
}
