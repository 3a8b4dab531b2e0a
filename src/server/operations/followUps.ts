import type { Actor } from '#kernel/access/access.ts';
import type { AnyCase, CaseDeclaration } from '#kernel/casework/case.ts';
import type { CaseStep } from '#kernel/casework/decide.ts';
import type { Reader } from '#kernel/casework/followUp.ts';
import { RefusalError } from '#kernel/problem/refusal.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { caseById, registerById } from '#rooms/rooms.ts';
import { followUps as declared } from '#rooms/serverRooms.ts';
import { allAreas } from '../storage/areas.ts';
import { linesOf } from '../storage/caseLines.ts';
import type { Transaction } from '../storage/database.ts';
import { deadlinesOf } from '../storage/deadlines.ts';
import { queueDelivery } from '../storage/deliveries.ts';
import { findRecord, listRecords, updateRecord } from '../storage/records.ts';
import type { Context } from './context.ts';

/** Does an action on another case, in the same transaction, decided by the program. */
export type ActOnOther = (tx: Transaction, declaration: CaseDeclaration, id: string, action: string, note: string) => Promise<unknown>;

/** Carries out what the rooms declare for an action; returns the case as it is afterwards, or null when nothing changed it. */
export async function followUps(
  context: Context,
  tx: Transaction,
  declaration: CaseDeclaration,
  after: AnyCase,
  step: CaseStep,
  actOnOther: ActOnOther,
): Promise<AnyCase | null> {
  let current: AnyCase | null = null;
  for (const followUp of declared) {
    if (followUp.caseType !== declaration.id || followUp.action !== step.action) continue;
    const at = context.clock.now();
    const effects = await followUp.effects(current ?? after, at, readerOf(context, tx));
    if (effects.refusal) throw new RefusalError(effects.refusal);
    if (effects.set) current = (await updateRecord(tx, declaration, after.id, { at, values: effects.set })) as AnyCase;
    for (const message of effects.messages ?? []) await queueDelivery(tx, context.clock, message);
    for (const { type, id, action, note } of effects.actions ?? []) {
      const other = caseById(type);
      if (!other) throw new Error(`follow-up of ${declaration.id} names unknown case type ${type}`);
      await actOnOther(bySystem(tx), other, id, action, note);
    }
  }
  return current;
}

/** The same transaction, with the decision taken by the program (its role and area checks do not apply to the officer). */
function bySystem(tx: Transaction): Transaction {
  const actor: Actor = { ...tx.actor, kind: 'system' };
  return { actor, query: (text, values) => tx.query(text, values) };
}

/** What rooms may look at, inside a transaction. */
export function readerOf(context: Context, tx: Transaction): Reader {
  return {
    county: context.county,
    publicUrl: context.publicUrl,
    areas: () => allAreas(tx),
    case: async (type, id) => (await findRecord(tx, mustKnow(type), id)) as AnyCase | null,
    cases: async (type, filters) => (await readAll(tx, mustKnow(type), filters)) as AnyCase[],
    lines: (type, id) => linesOf(tx, type, id),
    deadlines: (type, id) => deadlinesOf(tx, { kind: type, id }),
    records: (register, filters) => readAll(tx, mustKnow(register), filters),
  };
}

function mustKnow(id: string): RegisterDeclaration {
  const declaration = caseById(id) ?? registerById(id);
  if (!declaration) throw new Error(`no register or case type ${id}`);
  return declaration;
}

async function readAll(tx: Transaction, declaration: RegisterDeclaration, filters: Record<string, string>) {
  const page = await listRecords(tx, declaration, { limit: 1000, sort: '-updatedAt', filters });
  if (!page.ok) throw new Error(page.text.en);
  return page.value.items;
}
