import { hasRole, isInReach, narrowTo, type Actor } from '#kernel/access/access.ts';
import { openingEntry } from '#kernel/access/sensitive.ts';
import type { JournalEntry } from '#kernel/journal/journal.ts';
import { accept, refuse, RefusalError, type Outcome } from '#kernel/problem/refusal.ts';
import { mayOpenField } from '#kernel/register/mask.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { historyOf, writeJournal } from '../storage/journal.ts';
import { findRecord } from '../storage/records.ts';
import type { Context } from './context.ts';
import { shownEntry } from './journaled.ts';
import { inTransaction, mayNot, missing } from './registerOperations.ts';

/**
 * Opens sensitive fields of one record: permission of each, journal entry, values. The entry is written before the values
 * leave, in the same transaction; when it cannot be written, nothing is opened.
 * @param why what the values are needed for; not empty
 */
export async function open(
  context: Context,
  actor: Actor,
  declaration: RegisterDeclaration,
  id: string,
  ask: { fields: readonly string[]; why: string },
): Promise<Outcome<{ values: Record<string, unknown> }>> {
  if (!hasRole(actor, declaration.access.read)) return mayNot(declaration, 'read');
  return inTransaction(context, narrowTo(actor, declaration.access.read), async (tx) => {
    const record = await findRecord(tx, declaration, id);
    if (!record) throw new RefusalError(missing(declaration));
    const names = [...new Set(ask.fields)];
    for (const name of names) {
      const field = Object.hasOwn(declaration.fields, name) ? declaration.fields[name] : undefined;
      if (!field?.sensitive) {
        const text = { zh: `没有敏感字段“${name}”`, en: `There is no sensitive field "${name}"` };
        throw new RefusalError(refuse('field-not-sensitive', 422, text));
      }
      if (!mayOpenField(actor, declaration, field, record)) {
        const text = {
          zh: `您的角色不能查看这条记录的“${field.label.zh}”`,
          en: `Your role may not open "${field.label.en}" of this record`,
        };
        throw new RefusalError(refuse('field-closed', 403, text));
      }
    }
    const values = Object.fromEntries(names.map((name) => [name, record[name] ?? null]));
    // Nobody writes into the journal of an area that is not theirs; a record of a shared list is opened in the reader's own.
    const areaCode = isInReach(tx.actor, record.areaCode) ? record.areaCode : tx.actor.areaCode;
    await writeJournal(tx, context.clock, [openingEntry({ kind: declaration.id, id, areaCode }, names, ask.why.trim())]);
    return { values };
  });
}

/** What happened to a record, oldest first; sensitive values masked as everywhere. */
export async function history(
  context: Context,
  actor: Actor,
  declaration: RegisterDeclaration,
  id: string,
): Promise<Outcome<{ items: JournalEntry[] }>> {
  if (!hasRole(actor, declaration.access.read)) return mayNot(declaration, 'read');
  const reader = narrowTo(actor, declaration.access.read);
  return context.database.transaction(reader, async (tx) => {
    if (!(await findRecord(tx, declaration, id))) return missing(declaration);
    return accept({ items: (await historyOf(tx, declaration.id, id)).map((entry) => shownEntry(declaration, entry)) });
  });
}
