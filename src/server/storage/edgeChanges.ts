import type { EdgeChange } from '#kernel/alarm/edge.ts';
import type { AlarmChange } from '#kernel/alarm/entry.ts';
import type { Transaction } from './database.ts';

// On an edge: what became of its alarms, written with the log position it belongs to, kept until the parent has it.

/** With its log position at the edge. */
export type PlacedEdgeChange = EdgeChange & { position: number };

/** A change as it goes up; the alarm's own lines stay here. */
export function edgeChangeOf({ kind, alarm, atMs, command, position }: AlarmChange): PlacedEdgeChange {
  // Accounts are a matter of each level; the name goes along.
  const act = command && { ...command, actor: { ...command.actor, id: null } };
  return { kind, alarm: { ...alarm, lines: [] }, atMs, command: act, pointKey: null, position };
}

export async function keepEdgeChanges(tx: Transaction, changes: readonly AlarmChange[]): Promise<void> {
  if (changes.length === 0) return;
  const positions = changes.map(({ position }) => position);
  // Several changes of one entry keep their order.
  const nth = changes.map((_, index) => index);
  await tx.query(`insert into edge_change (position, nth, change) select * from unnest($1::bigint[], $2::integer[], $3::jsonb[])`, [
    positions,
    nth,
    changes.map((change) => JSON.stringify(edgeChangeOf(change))),
  ]);
}

export async function edgeChanges(tx: Transaction, after: number, through: number, limit: number): Promise<PlacedEdgeChange[]> {
  const found = await tx.query<{ change: PlacedEdgeChange }>(
    'select change from edge_change where position > $1 and position <= $2 order by position, nth limit $3',
    [after, through, limit],
  );
  return found.rows.map(({ change }) => change);
}

export async function forgetEdgeChanges(tx: Transaction, through: number): Promise<void> {
  await tx.query('delete from edge_change where position <= $1', [through]);
}
