import type { Clock } from '#kernel/clock/clock.ts';
import { localDate } from '#kernel/clock/localDate.ts';
import { refuse, RefusalError, type FieldError } from '#kernel/problem/refusal.ts';
import type { Field } from '#kernel/register/field.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { caseById, registerById } from '#rooms/rooms.ts';
import type { Transaction } from '../storage/database.ts';
import { dictionary, isValidOn } from '../storage/dictionaries.ts';
import { existingIds } from '../storage/records.ts';

// References and dictionary codes of many records at once: each record or code that is named is looked for once, however
// many name it.

/** Throws the refusal that names every reference and code of these values which does not hold (any more). */
export async function checkMany(
  tx: Transaction,
  clock: Clock,
  declaration: RegisterDeclaration,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const fields: FieldError[] = [];
  for (const [name, field] of Object.entries(declaration.fields)) {
    const named = [...new Set(rows.map((row) => row[name]).filter((value) => typeof value === 'string'))];
    if (named.length === 0) continue;
    const known = await knownTo(tx, clock, field, named);
    if (known) fields.push(...named.filter((value) => !known.has(value)).map((value) => fault(name, field, value)));
  }
  if (fields.length > 0)
    throw new RefusalError(refuse('fields-invalid', 422, { zh: '有内容填写不正确', en: 'Some fields are not right' }, { fields }));
}

/** Which of the named values exist; null for a field that names nothing. */
async function knownTo(tx: Transaction, clock: Clock, field: Field, named: readonly string[]): Promise<Set<string> | null> {
  if (field.kind === 'reference') {
    const target = registerById(field.register) ?? caseById(field.register);
    return target ? existingIds(tx, target, named) : new Set();
  }
  if (field.kind !== 'choice' || !field.dictionary) return null;
  const today = localDate(clock.now());
  const entries = (await dictionary(tx, field.dictionary)) ?? [];
  return new Set(entries.filter((entry) => isValidOn(entry, today)).map(({ code }) => code));
}

function fault(field: string, { kind, label }: Field, value: string): FieldError {
  const text =
    kind === 'reference'
      ? { zh: `“${label.zh}”所指的记录不存在`, en: `"${label.en}" names a record that does not exist` }
      : {
          zh: `“${label.zh}”的代码 ${value} 不在字典中或已失效`,
          en: `"${label.en}": the dictionary has no code ${value} that is valid today`,
        };
  return { field, value, rule: kind, text };
}
