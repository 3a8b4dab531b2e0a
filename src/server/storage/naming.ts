/** camelCase → snake_case, as table and column names are written. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A name quoted for SQL. Names come from declarations only; anything else is a fault. */
export function quoted(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new Error(`not an SQL name: ${name}`);
  return `"${name}"`;
}
