// Whether two values of a field mean the same, as three places write them: a form, JSON on the way, a column.

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Absent, null and empty text are one; an instant is the same in every zone; the order of an object's members is nothing. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

function plain(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') {
    const text = value.trim();
    if (instant.test(text) && !Number.isNaN(Date.parse(text))) return Date.parse(text);
    return text === '' ? null : text;
  }
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [name, plain(member)]),
  );
}
