// The expressions of $filter as a tree (OData 4.01 ABNF as far as OGC 18-088, clause 9.3.3.5 takes it over). From loosest to
// tightest: or · and · not · comparison · add sub · mul div mod · value.

import type { Label } from '../protocol.ts';
import { tokensOf, type Token } from './filterTokens.ts';

export type Expression =
  | { kind: 'or' | 'and'; left: Expression; right: Expression }
  | { kind: 'not'; of: Expression }
  | { kind: 'compare'; operator: 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'; left: Expression; right: Expression }
  | { kind: 'arithmetic'; operator: 'add' | 'sub' | 'mul' | 'div' | 'mod'; left: Expression; right: Expression }
  | { kind: 'call'; name: string; arguments: Expression[] }
  /** Property, maybe of a linked entity: `Datastream/Thing/name`. */
  | { kind: 'path'; steps: string[] }
  | { kind: 'literal'; value: number | string | boolean | null }
  | { kind: 'time'; atMs: number }
  | { kind: 'geometry'; wkt: string }
  | { kind: 'duration'; text: string };

export interface QueryError {
  option: string;
  /** In the decoded text of the option, counted from 0. */
  position: number;
  code: 'character' | 'unexpected' | 'function' | 'arguments' | 'depth' | 'length' | 'number' | 'option' | 'name' | 'double';
  message: Label;
}

export type FilterResult = { ok: true; filter: Expression } | { ok: false; error: QueryError };

/** Functions with the number of their arguments. */
export const filterFunctions: Readonly<Record<string, readonly number[]>> = {
  substringof: [2],
  endswith: [2],
  startswith: [2],
  length: [1],
  indexof: [2],
  substring: [2, 3],
  tolower: [1],
  toupper: [1],
  trim: [1],
  concat: [2],
  year: [1],
  month: [1],
  day: [1],
  hour: [1],
  minute: [1],
  second: [1],
  fractionalseconds: [1],
  date: [1],
  time: [1],
  totaloffsetminutes: [1],
  now: [0],
  mindatetime: [0],
  maxdatetime: [0],
  round: [1],
  floor: [1],
  ceiling: [1],
  'geo.distance': [2],
  'geo.length': [1],
  'geo.intersects': [2],
  st_equals: [2],
  st_disjoint: [2],
  st_touches: [2],
  st_within: [2],
  st_overlaps: [2],
  st_crosses: [2],
  st_intersects: [2],
  st_contains: [2],
  st_relate: [3],
};

const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
const sums = ['add', 'sub'] as const;
const products = ['mul', 'div', 'mod'] as const;
const maxDepth = 64;
const maxLength = 8192;

/** Carries an error out of the descent; never leaves this file. */
class Wrong extends Error {
  readonly error: QueryError;
  constructor(error: QueryError) {
    super(error.message.en);
    this.error = error;
  }
}

/** Reads an expression. Never throws. */
export function parseFilter(text: string, option = '$filter'): FilterResult {
  if (text.length > maxLength)
    return {
      ok: false,
      error: {
        option,
        position: maxLength,
        code: 'length',
        message: { zh: `超过 ${maxLength} 个字符`, en: `longer than ${maxLength} characters` },
      },
    };
  const cut = tokensOf(text);
  if (!cut.ok)
    return {
      ok: false,
      error: {
        option,
        position: cut.position,
        code: 'character',
        message: { zh: '此处字符无意义', en: 'nothing can begin with this character' },
      },
    };
  try {
    return { ok: true, filter: new FilterReader(cut.tokens, option).all() };
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, error: error.error };
    throw error;
  }
}

class FilterReader {
  readonly #tokens: readonly Token[];
  readonly #option: string;
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], option: string) {
    this.#tokens = tokens;
    this.#option = option;
  }

  all(): Expression {
    const filter = this.#or();
    if (this.#token.kind !== 'end') this.#unexpected({ zh: '以 and、or 或比较连接', en: 'and, or, or a comparison' });
    return filter;
  }

  get #token(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '', position: 0 };
  }

  #or(): Expression {
    this.#depth += 1;
    if (this.#depth > maxDepth) this.#fail('depth', { zh: `嵌套超过 ${maxDepth} 层`, en: `nested deeper than ${maxDepth}` });
    let left = this.#and();
    while (this.#takeName(['or']) !== null) left = { kind: 'or', left, right: this.#and() };
    this.#depth -= 1;
    return left;
  }

  #and(): Expression {
    let left = this.#not();
    while (this.#takeName(['and']) !== null) left = { kind: 'and', left, right: this.#not() };
    return left;
  }

  #not(): Expression {
    let count = 0;
    while (this.#takeName(['not']) !== null) count += 1;
    let of = this.#comparison();
    for (; count > 0; count -= 1) of = { kind: 'not', of };
    return of;
  }

  get #next(): Token | undefined {
    return this.#tokens[this.#at + 1];
  }

  #comparison(): Expression {
    const left = this.#sum();
    const operator = this.#takeName(comparisons);
    return operator === null ? left : { kind: 'compare', operator, left, right: this.#sum() };
  }

  #sum(): Expression {
    let left = this.#product();
    for (let operator = this.#takeName(sums); operator !== null; operator = this.#takeName(sums))
      left = { kind: 'arithmetic', operator, left, right: this.#product() };
    return left;
  }

  #product(): Expression {
    let left = this.#value();
    for (let operator = this.#takeName(products); operator !== null; operator = this.#takeName(products))
      left = { kind: 'arithmetic', operator, left, right: this.#value() };
    return left;
  }

  #value(): Expression {
    const token = this.#token;
    if (token.kind === 'mark' && token.text === '(') {
      this.#at += 1;
      const inner = this.#or();
      this.#expect(')');
      return inner;
    }
    if (token.kind === 'name') return this.#name(token);
    if (token.kind === 'mark' || token.kind === 'end')
      return this.#unexpected({ zh: '属性、值或函数', en: 'a property, value or function' });
    this.#at += 1;
    if (token.kind === 'number') return { kind: 'literal', value: token.value };
    if (token.kind === 'time') return { kind: 'time', atMs: token.atMs };
    if (token.kind === 'geometry') return { kind: 'geometry', wkt: token.text };
    return token.kind === 'duration' ? { kind: 'duration', text: token.text } : { kind: 'literal', value: token.text };
  }

  #name(token: Token): Expression {
    if (this.#next?.kind === 'mark' && this.#next.text === '(') return this.#call(token);
    this.#at += 1;
    if (token.text === 'null') return { kind: 'literal', value: null };
    if (token.text === 'true' || token.text === 'false') return { kind: 'literal', value: token.text === 'true' };
    const steps = [token.text];
    while (this.#isMark('/')) {
      this.#at += 1;
      const step = this.#token;
      if (step.kind !== 'name') this.#unexpected({ zh: '属性名', en: 'the name of a property' });
      steps.push(step.text);
      this.#at += 1;
    }
    return { kind: 'path', steps };
  }

  #call({ text, position }: Token): Expression {
    const counts = Object.hasOwn(filterFunctions, text) ? filterFunctions[text] : undefined;
    if (counts === undefined) return this.#fail('function', { zh: `没有函数 ${text}`, en: `there is no function ${text}` });
    this.#at += 2;
    const found: Expression[] = [];
    while (!this.#isMark(')')) {
      if (found.length > 0) this.#expect(',');
      found.push(this.#or());
    }
    this.#at += 1;
    if (!counts.includes(found.length)) {
      const due = counts.join(' / ');
      return this.#fail('arguments', { zh: `${text} 应有 ${due} 个参数`, en: `${text} takes ${due} arguments` }, position);
    }
    return { kind: 'call', name: text, arguments: found };
  }

  #isMark(mark: string): boolean {
    return this.#token.kind === 'mark' && this.#token.text === mark;
  }

  #takeName<V extends string>(names: readonly V[]): V | null {
    const token = this.#token;
    const found = token.kind === 'name' ? names.find((name) => name === token.text) : undefined;
    if (found !== undefined) this.#at += 1;
    return found ?? null;
  }

  #expect(mark: string): void {
    if (!this.#isMark(mark)) this.#unexpected({ zh: mark, en: mark });
    this.#at += 1;
  }

  #unexpected(due: Label): never {
    const found =
      this.#token.text === '' ? { zh: '已到末尾', en: 'it ends' } : { zh: `是“${this.#token.text}”`, en: `"${this.#token.text}" stands` };
    return this.#fail('unexpected', { zh: `此处应为${due.zh}，${found.zh}`, en: `${due.en} is due here, but ${found.en}` });
  }

  #fail(code: QueryError['code'], message: Label, position = this.#token.position): never {
    throw new Wrong({ option: this.#option, position, code, message });
  }
}

/** The expression as text again, with all its brackets. */
export function writeFilter(filter: Expression): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  switch (filter.kind) {
    case 'or':
    case 'and':
      return `(${writeFilter(filter.left)} ${filter.kind} ${writeFilter(filter.right)})`;
    case 'not':
      return `(not ${writeFilter(filter.of)})`;
    case 'compare':
    case 'arithmetic':
      return `(${writeFilter(filter.left)} ${filter.operator} ${writeFilter(filter.right)})`;
    case 'call':
      return `${filter.name}(${filter.arguments.map(writeFilter).join(',')})`;
    case 'path':
      return filter.steps.join('/');
    case 'time':
      return new Date(filter.atMs).toISOString();
    case 'geometry':
      return `geography${quoted(filter.wkt)}`;
    case 'duration':
      return `duration${quoted(filter.text)}`;
    case 'literal':
      return typeof filter.value === 'string' ? quoted(filter.value) : String(filter.value);
  }
}
