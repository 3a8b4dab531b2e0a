import type { Field } from '#kernel/register/field.ts';
import { mayTouch, type Actor } from './access.ts';

// Personal data (PIPL art. 28): a field declared `sensitive` is shown masked; who has one of its roles for the record's
// division may open it, with a reason, and the opening is journaled.

/** Whether the actor may see the whole value of a field of a record of that division. */
export function mayOpen(actor: Actor, field: Pick<Field, 'sensitive'>, areaCode: string): boolean {
  return field.sensitive === undefined || mayTouch(actor, field.sensitive, areaCode);
}

/** The journal entry of an opening: which fields of which record, why. Never the values. */
export function openingEntry(record: { kind: string; id: string; areaCode: string }, fields: readonly string[], why: string) {
  return {
    act: 'open',
    subjectKind: record.kind,
    subjectId: record.id,
    areaCode: record.areaCode,
    why,
    detail: { fields: [...fields].sort() },
  };
}
