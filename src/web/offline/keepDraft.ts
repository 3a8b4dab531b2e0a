import { caseById, registerById } from '#rooms/rooms.ts';
import { Outbox, type NewWrite } from './outbox.ts';

export type Draft = Omit<NewWrite, 'title'> & {
  /** What is known of the record, to call it by its name. */
  known: Readonly<Record<string, unknown>>;
};

/** Keeps a write in the outbox; false for what is done online only. */
export async function keepDraft(accountId: string, { known, ...draft }: Draft): Promise<boolean> {
  const declaration = caseById(draft.type) ?? registerById(draft.type);
  if (!declaration || caseById(draft.type)?.onlineOnly) return false;
  const name = known[declaration.title];
  await new Outbox(accountId).keep({ ...draft, title: typeof name === 'string' ? name : '' });
  return true;
}
