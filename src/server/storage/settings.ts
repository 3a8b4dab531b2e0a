import type { Transaction } from './database.ts';

/** A fact about the installation, or null when nobody has set it. */
export async function readSetting<T>(tx: Transaction, key: string): Promise<T | null> {
  const found = await tx.query<{ value: T }>('select value from setting where key = $1', [key]);
  return found.rows[0]?.value ?? null;
}

export async function writeSetting(tx: Transaction, key: string, value: unknown): Promise<void> {
  await tx.query('insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value', [
    key,
    JSON.stringify(value),
  ]);
}
