import type { SavedView, ViewState } from '#kernel/register/savedView.ts';
import type { Transaction } from './database.ts';

interface ViewRow {
  id: string;
  register: string;
  account_id: string;
  area_code: string | null;
  role: string | null;
  name: string;
  owner: string;
  state: ViewState;
  saved_at: Date;
}

function toView(row: ViewRow, accountId: string | null): SavedView {
  return {
    id: row.id,
    register: row.register,
    name: row.name,
    owner: row.owner,
    mine: row.account_id === accountId,
    sharedWith: row.area_code === null ? null : { areaCode: row.area_code, role: row.role as never },
    state: row.state,
    savedAt: row.saved_at.toISOString(),
  };
}

/** Views of a register that row level security shows the actor: their own and those shared with their area. */
export async function viewsOf(tx: Transaction, register: string): Promise<SavedView[]> {
  const found = await tx.query<ViewRow>('select * from saved_view where register = $1 order by name, id limit 500', [register]);
  return found.rows.map((row) => toView(row, tx.actor.accountId));
}

/** Keeps a view under its id, or changes the actor's own view of that id; null when the id is somebody else's. */
export async function keepView(tx: Transaction, view: Omit<SavedView, 'mine' | 'owner' | 'savedAt'>, at: Date): Promise<SavedView | null> {
  const kept = await tx.query<ViewRow>(
    `insert into saved_view (id, register, account_id, area_code, role, name, owner, state, saved_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (id) do update set name = excluded.name, area_code = excluded.area_code, role = excluded.role, state = excluded.state, saved_at = excluded.saved_at
     where saved_view.account_id = excluded.account_id returning *`,
    [
      view.id,
      view.register,
      tx.actor.accountId,
      view.sharedWith?.areaCode ?? null,
      view.sharedWith?.role ?? null,
      view.name,
      tx.actor.name,
      view.state,
      at,
    ],
  );
  return kept.rows[0] ? toView(kept.rows[0], tx.actor.accountId) : null;
}

/** Deletes one of the actor's own views; false when there is none of that id. */
export async function dropView(tx: Transaction, register: string, id: string): Promise<boolean> {
  const dropped = await tx.query('delete from saved_view where id = $1 and register = $2 and account_id = $3', [
    id,
    register,
    tx.actor.accountId,
  ]);
  return (dropped.rowCount ?? 0) > 0;
}
