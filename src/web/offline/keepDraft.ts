import { caseById, registerById } from '#rooms/rooms.ts';
import { Outbox, type Draft } from './outbox.ts';

/** Keeps a write in the outbox; false for what is done online only. */
export async function keepDraft(accountId: string, draft: Draft): Promise<boolean> {
  const declaration = caseById(draft.type) ?? registerById(draft.type);
  if (!declaration || caseById(draft.type)?.onlineOnly) return false;
  const name = draft.body[declaration.title] ?? draft.base[declaration.title];
  await new Outbox(accountId).keep({ ...draft, title: draft.title || (typeof name === 'string' ? name : '') });
  return true;
}
