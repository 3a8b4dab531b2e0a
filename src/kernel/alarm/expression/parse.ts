import { FormulaError, tokens, type Token } from './token.ts';

// Formula → tree. Precedence, loosest first: or, and, not, comparison, + −, × ÷, sign.

export type Operator = '+' | '-' | '*' | '/' | '>' | '<' | '>=' | '<=' | '==' | '!=' | 'and' | 'or';

export type Tree =
  | { kind: 'number'; value: number; at: number }
  | { kind: 'duration'; ms: number; at: number }
  | { kind: 'point'; name: string; at: number }
  | { kind: 'negative' | 'not'; of: Tree; at: number }
  | { kind: 'binary'; operator: Operator; left: Tree; right: Tree; at: number }
  | { kind: 'call'; name: string; args: Tree[]; at: number };

/** Deeper nesting than anybody writes; keeps a hostile formula from exhausting the stack. */
const deepest = 50;
const comparisons: Record<string, Operator> = { '>': '>', '<': '<', '>=': '>=', '<=': '<=', '==': '==', '=': '==', '!=': '!=' };

/** Throws FormulaError. */
export function parse(source: string): Tree {
  const reader = new Reader(tokens(source));
  const tree = reader.or(0);
  reader.end();
  return tree;
}

class Reader {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(list: readonly Token[]) {
    this.#tokens = list;
  }

  get #token(): Token {
    return this.#tokens[this.#next] as Token;
  }

  end(): void {
    if (this.#token.kind !== 'end')
      throw new FormulaError(this.#token.at, '此处应当结束或有运算符', 'expected an operator or the end here');
  }

  #takes(...signs: readonly string[]): string | null {
    const token = this.#token;
    const found = token.kind === 'sign' ? token.sign : token.kind === 'name' ? token.name : '';
    if (!signs.includes(found)) return null;
    this.#next += 1;
    return found;
  }

  or(depth: number): Tree {
    return this.#chain(depth, { or: 'or', '||': 'or', 或: 'or' }, (deeper) => this.#and(deeper));
  }

  #and(depth: number): Tree {
    return this.#chain(depth, { and: 'and', '&&': 'and', 且: 'and' }, (deeper) => this.#not(deeper));
  }

  #not(depth: number): Tree {
    const { at } = this.#token;
    if (this.#takes('not', '!', '非')) return { kind: 'not', of: this.#not(this.#deeper(depth, at)), at };
    return this.#comparison(depth);
  }

  #comparison(depth: number): Tree {
    const left = this.#sum(depth);
    const { at } = this.#token;
    const sign = this.#takes(...Object.keys(comparisons));
    if (sign === null) return left;
    return { kind: 'binary', operator: comparisons[sign] as Operator, left, right: this.#sum(depth), at };
  }

  #sum(depth: number): Tree {
    return this.#chain(depth, { '+': '+', '-': '-' }, (deeper) => this.#product(deeper));
  }

  #product(depth: number): Tree {
    return this.#chain(depth, { '*': '*', '/': '/' }, (deeper) => this.#signed(deeper));
  }

  #chain(depth: number, operators: Record<string, Operator>, part: (depth: number) => Tree): Tree {
    let left = part(depth);
    for (;;) {
      const { at } = this.#token;
      const sign = this.#takes(...Object.keys(operators));
      if (sign === null) return left;
      left = { kind: 'binary', operator: operators[sign] as Operator, left, right: part(depth), at };
    }
  }

  #signed(depth: number): Tree {
    const { at } = this.#token;
    if (this.#takes('-')) return { kind: 'negative', of: this.#signed(this.#deeper(depth, at)), at };
    return this.#atom(depth);
  }

  #atom(depth: number): Tree {
    const token = this.#token;
    this.#next += 1;
    if (token.kind === 'number') return { kind: 'number', value: token.value, at: token.at };
    if (token.kind === 'duration') return { kind: 'duration', ms: token.ms, at: token.at };
    if (token.kind === 'name')
      return this.#takes('(') ? this.#call(token.name, token.at, depth) : { kind: 'point', name: token.name, at: token.at };
    if (token.kind === 'sign' && token.sign === '(') {
      const inner = this.or(this.#deeper(depth, token.at));
      this.#close();
      return inner;
    }
    throw new FormulaError(token.at, '此处缺少数值、测点或函数', 'a number, a point or a function is missing here');
  }

  #call(name: string, at: number, depth: number): Tree {
    const args = [this.or(this.#deeper(depth, at))];
    while (this.#takes(',')) args.push(this.or(this.#deeper(depth, at)));
    this.#close();
    return { kind: 'call', name, args, at };
  }

  #close(): void {
    if (!this.#takes(')')) throw new FormulaError(this.#token.at, '缺少右括号“)”', 'a closing bracket ")" is missing');
  }

  #deeper(depth: number, at: number): number {
    if (depth >= deepest) throw new FormulaError(at, `嵌套超过 ${deepest} 层`, `nested more than ${deepest} deep`);
    return depth + 1;
  }
}
