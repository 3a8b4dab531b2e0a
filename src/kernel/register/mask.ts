import { mayOpen } from '#kernel/access/sensitive.ts';
import { hasRole, type Actor } from '#kernel/access/access.ts';
import type { Field } from './field.ts';
import type { AnyRecord, RegisterDeclaration } from './register.ts';

// What is shown of a sensitive field (personal data, PIPL art. 28) until somebody opens it: enough to recognise an entry
// one knows, not enough to use it. Everybody sees the mask, also who may open the field.

/** Stands for what is hidden. No phone, number or address contains it, so a mask is never mistaken for a value. */
export const maskMark = '•';

/** Characters kept at both ends, by what the text is. */
const kept: Record<string, [head: number, tail: number]> = { phone: [3, 4], idNumber: [3, 2] };
/** A short value is hidden whole: its ends would be most of it. */
const shortest = 8;

/** The mask of a value; null stays null, so an empty field is seen to be empty. */
export function maskOf(field: Field, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (field.kind !== 'text' || typeof value !== 'string') return maskMark.repeat(4);
  const characters = Array.from(value);
  const [head, tail] = kept[field.check ?? ''] ?? [1, 0];
  if (field.check && characters.length < shortest) return maskMark.repeat(4);
  return `${characters.slice(0, head).join('')}${maskMark.repeat(4)}${tail > 0 ? characters.slice(-tail).join('') : ''}`;
}

/** Whether what came for a sensitive field is a mask, whole or partly written over, and no value. */
export function isMask(value: unknown): value is string {
  return typeof value === 'string' && value.includes(maskMark);
}

/** A record as it may leave the program: sensitive fields as their masks. */
export function masked<R extends Readonly<Record<string, unknown>>>(declaration: Pick<RegisterDeclaration, 'fields'>, record: R): R {
  const hidden = Object.entries(declaration.fields).filter(([name, field]) => field.sensitive && name in record);
  return hidden.length === 0
    ? record
    : { ...record, ...Object.fromEntries(hidden.map(([name, field]) => [name, maskOf(field, record[name])])) };
}

/** Whether the actor may open a sensitive field of a record; in a list all areas share, the role alone decides. */
export function mayOpenField(
  actor: Actor,
  declaration: Pick<RegisterDeclaration, 'shared'>,
  field: Pick<Field, 'sensitive'>,
  record: Pick<AnyRecord, 'areaCode'>,
): boolean {
  if (declaration.shared && field.sensitive) return hasRole(actor, field.sensitive);
  return mayOpen(actor, field, record.areaCode);
}
