// Words of $filter and $orderby: names, numbers, texts, times, marks; each with its place.

export type Token =
  | { kind: 'name' | 'text' | 'geometry' | 'duration' | 'mark'; text: string; position: number }
  | { kind: 'number'; value: number; text: string; position: number }
  | { kind: 'time'; atMs: number; text: string; position: number }
  | { kind: 'end'; text: ''; position: number };

export type TokenResult = { ok: true; tokens: Token[] } | { ok: false; position: number };

const forms: readonly (readonly [Exclude<Token['kind'], 'end'>, RegExp])[] = [
  ['geometry', /geography'((?:[^']|'')*)'/y],
  ['duration', /duration'((?:[^']|'')*)'/y],
  ['text', /'((?:[^']|'')*)'/y],
  ['time', /\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})/y],
  ['number', /-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?/y],
  ['name', /@?[A-Za-z_\u0080-\uffff][\w.\u0080-\uffff-]*/y],
  ['mark', /[(),/]/y],
];

/** Cuts a text into tokens; the last is always `end`. Stops at the first character that begins none. */
export function tokensOf(text: string): TokenResult {
  const tokens: Token[] = [];
  let position = 0;
  for (;;) {
    while (/\s/.test(text[position] ?? '')) position += 1;
    if (position >= text.length) {
      tokens.push({ kind: 'end', text: '', position: text.length });
      return { ok: true, tokens };
    }
    const token = tokenAt(text, position);
    if (token === null) return { ok: false, position };
    tokens.push(token.token);
    position = token.next;
  }
}

function tokenAt(text: string, position: number): { token: Token; next: number } | null {
  for (const [kind, form] of forms) {
    form.lastIndex = position;
    const match = form.exec(text);
    if (match === null) continue;
    const next = form.lastIndex;
    if (kind === 'number') return { token: { kind, value: Number(match[0]), text: match[0], position }, next };
    if (kind === 'time') {
      const atMs = Date.parse(match[0]);
      return Number.isNaN(atMs) ? null : { token: { kind, atMs, text: match[0], position }, next };
    }
    return { token: { kind, text: (match[1] ?? match[0]).replaceAll("''", "'"), position }, next };
  }
  return null;
}
