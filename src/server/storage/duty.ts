import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import type { Transaction } from './database.ts';
import { rowToRecord, type Row } from './recordRows.ts';

/** Shifts that hold an instant; real ones before demo ones. */
export async function shiftsAt(tx: Transaction, declaration: RegisterDeclaration, at: Date): Promise<AnyRecord[]> {
  const found = await tx.query<Row>(
    'select * from duty_shifts where removed_at is null and starts_at <= $1 and ends_at > $1 order by demo, starts_at desc limit 20',
    [at],
  );
  return found.rows.map((row) => rowToRecord(declaration, row));
}

/** The shifts that begin next, all of one instant; real and demo apart. */
export async function nextShifts(tx: Transaction, declaration: RegisterDeclaration, at: Date, demo: boolean): Promise<AnyRecord[]> {
  const found = await tx.query<Row>(
    `select * from duty_shifts where removed_at is null and demo = $2 and starts_at =
       (select min(starts_at) from duty_shifts where removed_at is null and demo = $2 and starts_at > $1) limit 20`,
    [at, demo],
  );
  return found.rows.map((row) => rowToRecord(declaration, row));
}
