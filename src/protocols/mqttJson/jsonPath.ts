// The small part of JSONPath (RFC 9535) that mappings need: names, indexes and the wildcard `[*]`: `$.data[*].value`,
// `$['a.b'][0]`, `$`. No filters, no descent, nothing executed.

export type PathStep = { kind: 'name'; name: string } | { kind: 'index'; index: number } | { kind: 'all' };

export type PathResult = { ok: true; steps: PathStep[] } | { ok: false; position: number; reason: string };

export interface Found {
  /** Where it stands, in names and indexes from the root. */
  at: (string | number)[];
  value: unknown;
}

const step = /\.([A-Za-z_\u0080-\uffff][\w\u0080-\uffff-]*)|\[(\d{1,6})\]|\[\*\]|\['((?:[^'\\]|\\.)*)'\]/uy;

/** Reads a path; a mistake is told with its position, counted from 0. */
export function readPath(text: string): PathResult {
  if (!text.startsWith('$')) return { ok: false, position: 0, reason: 'A path begins with $.' };
  const steps: PathStep[] = [];
  let position = 1;
  while (position < text.length) {
    step.lastIndex = position;
    const match = step.exec(text);
    if (match === null)
      return { ok: false, position, reason: `"${text.slice(position, position + 10)}" is no step such as .name, [0], [*] or ['name'].` };
    const name = match[1] ?? match[3]?.replaceAll(/\\(.)/g, '$1');
    if (name !== undefined) steps.push({ kind: 'name', name });
    else steps.push(match[2] === undefined ? { kind: 'all' } : { kind: 'index', index: Number(match[2]) });
    position = step.lastIndex;
  }
  return { ok: true, steps };
}

/** Everything a path leads to from a value that itself stands at `from`. */
export function follow(steps: readonly PathStep[], value: unknown, from: readonly (string | number)[] = []): Found[] {
  const [first, ...rest] = steps;
  if (first === undefined) return [{ at: [...from], value }];
  if (first.kind === 'all') {
    const members: [string | number, unknown][] = Array.isArray(value)
      ? [...value.entries()]
      : isObject(value)
        ? Object.entries(value)
        : [];
    return members.flatMap(([key, member]) => follow(rest, member, [...from, key]));
  }
  if (first.kind === 'index')
    return Array.isArray(value) && first.index < value.length ? follow(rest, value[first.index], [...from, first.index]) : [];
  return isObject(value) && Object.hasOwn(value, first.name) ? follow(rest, value[first.name], [...from, first.name]) : [];
}

/** The value without what stands at the places given; objects and lists that become empty go too. Undefined when nothing is left. */
export function without(value: unknown, places: readonly (readonly (string | number)[])[]): unknown {
  if (places.some((place) => place.length === 0)) return undefined;
  const keyed = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : null;
  if (keyed === null || keyed.length === 0) return value;
  const byKey = Map.groupBy(places, ([key]) => key);
  const left = (keyed as [string | number, unknown][]).flatMap(([key, member]): [string | number, unknown][] => {
    const own = byKey.get(key);
    const kept =
      own === undefined
        ? member
        : without(
            member,
            own.map((place) => place.slice(1)),
          );
    return kept === undefined ? [] : [[key, kept]];
  });
  if (left.length === 0) return undefined;
  return Array.isArray(value) ? left.map(([, member]) => member) : Object.fromEntries(left);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
