import { randomUUIDv7 } from 'node:crypto';
import { atVersion, type AnyCase, type CaseDeclaration } from '#kernel/casework/case.ts';
import type { CaseStep } from '#kernel/casework/decide.ts';
import type { Subcase } from '#kernel/casework/situation.ts';
import { caseById } from '#rooms/rooms.ts';
import type { Transaction } from '../storage/database.ts';
import { listRecords } from '../storage/records.ts';
import type { Context } from './context.ts';

// Child cases: a transferred hazard opens a penalty case, a parent may wait until its children are finished.

const most = 200;

/** The child cases of a case, by the reference field its declaration names. */
export async function subcasesOf(tx: Transaction, declaration: CaseDeclaration, parent: AnyCase): Promise<Subcase[]> {
  const rules = atVersion(declaration, parent.caseVersion) ?? declaration;
  const found: Subcase[] = [];
  for (const [subcase, { type, by }] of Object.entries(rules.subcases ?? {})) {
    const child = mustKnow(type);
    const page = await listRecords(tx, child, { limit: most, sort: '-updatedAt', filters: { [by]: parent.id } });
    if (!page.ok) throw new Error(page.text.en);
    for (const record of page.value.items as AnyCase[]) {
      const state = (atVersion(child, record.caseVersion) ?? child).states[record.state];
      const title = record[child.title];
      found.push({
        subcase,
        type,
        id: record.id,
        title: typeof title === 'string' ? title : '',
        state: record.state,
        final: state?.final ?? false,
      });
    }
  }
  return found;
}

type Open = (
  context: Context,
  tx: Transaction,
  declaration: CaseDeclaration,
  id: string,
  ask: { action: string; input: Record<string, unknown>; note: string; version: null; areaCode: string; demo: boolean },
) => Promise<AnyCase>;

/** Opens the child case that an action calls for. The program opens it: whoever may do the action need not hold its roles. */
export async function openSubcase(
  context: Context,
  tx: Transaction,
  parent: AnyCase,
  opens: NonNullable<CaseStep['opens']>,
  open: Open,
): Promise<void> {
  const { type, action, input, by } = opens;
  const bySystem: Transaction = { actor: { ...tx.actor, kind: 'system' }, query: (text, values) => tx.query(text, values) };
  await open(context, bySystem, mustKnow(type), randomUUIDv7(), {
    action,
    input: { ...input, [by]: parent.id },
    note: '',
    version: null,
    areaCode: parent.areaCode,
    demo: parent.demo,
  });
}

function mustKnow(type: string): CaseDeclaration {
  const declaration = caseById(type);
  if (!declaration) throw new Error(`no case type ${type}`);
  return declaration;
}
