import type { JournalEntry } from '#kernel/journal/journal.ts';
import { masked, maskOf } from '#kernel/register/mask.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';

// The journal is read by more people than may open personal data, and it is never rewritten, so sensitive values go into it
// as their masks: that a phone changed is kept, the phone itself only in the record.

/** Values of a record as the journal keeps them. */
export function journaled(
  declaration: Pick<RegisterDeclaration, 'fields'>,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return masked(declaration, { ...values });
}

/** A journal entry as a record's history shows it, masked again: entries of imports or of older versions may hold more. */
export function shownEntry(declaration: Pick<RegisterDeclaration, 'fields'>, entry: JournalEntry): JournalEntry {
  const detail = { ...entry.detail };
  for (const part of ['before', 'after'] as const) {
    if (isObject(detail[part])) detail[part] = remasked(declaration, detail[part]);
  }
  if (Array.isArray(detail['changes'])) detail['changes'] = maskedChanges(declaration, detail['changes'].filter(isChange));
  return { ...entry, detail };
}

/** Differences of fields (an import's preview, its journal entries) with sensitive values masked. */
export function maskedChanges<C extends { field: string; before: unknown; after: unknown }>(
  declaration: Pick<RegisterDeclaration, 'fields'>,
  changes: readonly C[],
): C[] {
  return changes.map((change) => {
    const field = declaration.fields[change.field];
    return field?.sensitive ? { ...change, before: remask(field, change.before), after: remask(field, change.after) } : change;
  });
}

type FieldOfDeclaration = RegisterDeclaration['fields'][string];

function remasked(declaration: Pick<RegisterDeclaration, 'fields'>, values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = declaration.fields[name];
      return [name, field?.sensitive ? remask(field, value) : value];
    }),
  );
}

/** A mask stays as it is: masked once more it would lose what it shows. */
function remask(field: FieldOfDeclaration, value: unknown): unknown {
  return typeof value === 'string' && value.includes('•') ? value : maskOf(field, value);
}

function isChange(value: unknown): value is { field: string; before: unknown; after: unknown } {
  return isObject(value) && typeof value['field'] === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
