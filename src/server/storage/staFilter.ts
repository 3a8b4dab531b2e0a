import type { Expression } from '#protocols/sensorThings/filter.ts';
import { entityForms, type EntitySet } from '#protocols/sensorThings/entities.table.ts';
import { staSources, type ColumnType } from './staModel.ts';

// A typed query tree as SQL with bound values. Names come from the model alone and values are bound, so nothing a client writes
// becomes part of a statement.

type SqlType = ColumnType | 'flag' | 'null';

export interface SqlPart {
  sql: string;
  type: SqlType;
}

/** What of a query cannot be answered. */
export class NotAnswered extends Error {
  /** What to look for in the option's text to tell the place. */
  readonly mark: string;
  readonly zh: string;
  readonly option: string;
  constructor(option: string, mark: string, zh: string, en: string) {
    super(en);
    this.option = option;
    this.mark = mark;
    this.zh = zh;
  }
}

const operators = { eq: '=', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=' } as const;
const sums = { add: '+', sub: '-', mul: '*', div: '/', mod: '%' } as const;

interface FunctionForm {
  takes: readonly ColumnType[];
  gives: SqlType;
  sql: (...parts: string[]) => string;
}

const part = (name: string): FunctionForm => ({
  takes: ['time'],
  gives: 'number',
  sql: (a) => `extract(${name} from ${a} at time zone 'UTC')::float8`,
});
const shape = (takes: readonly ColumnType[], gives: SqlType, sql: FunctionForm['sql']): FunctionForm => ({ takes, gives, sql });

const functions: Readonly<Record<string, FunctionForm>> = {
  substringof: shape(['text', 'text'], 'flag', (a, b) => `strpos(${b}, ${a}) > 0`),
  startswith: shape(['text', 'text'], 'flag', (a, b) => `starts_with(${a}, ${b})`),
  endswith: shape(['text', 'text'], 'flag', (a, b) => `right(${a}, length(${b})) = ${b}`),
  length: shape(['text'], 'number', (a) => `length(${a})::float8`),
  indexof: shape(['text', 'text'], 'number', (a, b) => `(strpos(${a}, ${b}) - 1)::float8`),
  substring: shape(['text', 'number'], 'text', (a, b, c) =>
    c === undefined ? `substr(${a}, greatest(0, ${b})::int + 1)` : `substr(${a}, greatest(0, ${b})::int + 1, greatest(0, ${c})::int)`,
  ),
  tolower: shape(['text'], 'text', (a) => `lower(${a})`),
  toupper: shape(['text'], 'text', (a) => `upper(${a})`),
  trim: shape(['text'], 'text', (a) => `btrim(${a})`),
  concat: shape(['text', 'text'], 'text', (a, b) => `(${a} || ${b})`),
  year: part('year'),
  month: part('month'),
  day: part('day'),
  hour: part('hour'),
  minute: part('minute'),
  second: shape(['time'], 'number', (a) => `floor(extract(second from ${a}))::float8`),
  round: shape(['number'], 'number', (a) => `round((${a})::numeric)::float8`),
  floor: shape(['number'], 'number', (a) => `floor(${a})`),
  ceiling: shape(['number'], 'number', (a) => `ceil(${a})`),
  mindatetime: shape([], 'time', () => `'-infinity'::timestamptz`),
  maxdatetime: shape([], 'time', () => `'infinity'::timestamptz`),
};

/** Collects joins and bound values of one statement. */
export class SqlBuilder {
  readonly values: unknown[];
  readonly joins: string[] = [];
  readonly #set: EntitySet;
  readonly #nowMs: number;
  readonly #aliases = new Map<string, string>();

  /** @param values those bound already, which are numbered first */
  constructor(set: EntitySet, nowMs: number, values: readonly unknown[] = []) {
    this.#set = set;
    this.#nowMs = nowMs;
    this.values = [...values];
  }

  bind(value: unknown, cast: string): string {
    this.values.push(value);
    return `$${this.values.length}::${cast}`;
  }

  /** A condition for `where`. @throws NotAnswered */
  condition(expression: Expression): string {
    const { sql, type } = this.expression(expression);
    if (type !== 'flag') throw new NotAnswered('$filter', '', '筛选应为真假条件', 'a filter is to be true or false');
    return sql;
  }

  expression(expression: Expression): SqlPart {
    switch (expression.kind) {
      case 'and':
      case 'or':
        return { sql: `(${this.condition(expression.left)} ${expression.kind} ${this.condition(expression.right)})`, type: 'flag' };
      case 'not':
        return { sql: `(not ${this.condition(expression.of)})`, type: 'flag' };
      case 'compare':
        return this.#compare(expression.operator, this.expression(expression.left), this.expression(expression.right));
      case 'arithmetic': {
        const [left, right] = [this.#as('number', expression.left), this.#as('number', expression.right)];
        const divisor = expression.operator === 'div' || expression.operator === 'mod' ? `nullif(${right}, 0)` : right;
        const sql =
          expression.operator === 'mod'
            ? `mod((${left})::numeric, (${divisor})::numeric)::float8`
            : `(${left} ${sums[expression.operator]} ${divisor})`;
        return { sql, type: 'number' };
      }
      case 'call':
        return this.#call(expression.name, expression.arguments);
      case 'path':
        return this.path(expression.steps, '$filter');
      case 'time':
        return { sql: this.bind(new Date(expression.atMs), 'timestamptz'), type: 'time' };
      case 'literal':
        return this.#literal(expression.value);
      default:
        throw new NotAnswered('$filter', expression.kind, '不支持几何和时段', `values of the kind ${expression.kind} are not supported`);
    }
  }

  /** A property, maybe of a linked entity or inside an object. */
  path(steps: readonly string[], option: string): SqlPart {
    const whole = steps.join('/');
    let [set, alias, at] = [this.#set, 't', 0];
    for (; at < steps.length; at += 1) {
      const link = entityForms[set].relations.find(({ name }) => name === steps[at]);
      if (!link) break;
      if (link.isMany) throw new NotAnswered(option, whole, `不能经过多个：${link.name}`, `a path may not lead through many: ${link.name}`);
      alias = this.#join(set, alias, link.name, steps.slice(0, at + 1).join('/'));
      set = link.set;
    }
    const [name, ...inner] = steps.slice(at).map((step) => (step === '@iot.id' ? 'id' : step));
    const column = name === undefined ? undefined : staSources[set].columns[name];
    if (!column || !Object.hasOwn(staSources[set].columns, name ?? ''))
      throw new NotAnswered(
        option,
        whole,
        `${entityForms[set].name} 没有可查询的属性 ${whole}`,
        `${entityForms[set].name} has no property ${whole} that can be asked for`,
      );
    const sql = column.sql.replaceAll(/\bt\./g, `${alias}.`);
    if (inner.length === 0) return { sql, type: column.type };
    if (column.type !== 'json') throw new NotAnswered(option, whole, `${name} 不是对象`, `${name} is no object`);
    return { sql: `(${sql} #>> ${this.bind(inner, 'text[]')})`, type: 'text' };
  }

  #join(set: EntitySet, alias: string, link: string, key: string): string {
    const known = this.#aliases.get(key);
    if (known) return known;
    const made = `j${this.#aliases.size + 1}`;
    const to = staSources[set].links[link];
    if (!to) throw new Error(`the link ${link} of ${set} has no source`);
    this.joins.push(`left join (${staSources[to.set].from}) ${made} on ${made}.${to.other} = ${alias}.${to.own}`);
    this.#aliases.set(key, made);
    return made;
  }

  #compare(operator: keyof typeof operators, left: SqlPart, right: SqlPart): SqlPart {
    if (left.type === 'null' || right.type === 'null') {
      if (operator !== 'eq' && operator !== 'ne')
        throw new NotAnswered('$filter', 'null', 'null 只能用 eq、ne 比较', 'null is compared with eq or ne only');
      const other = left.type === 'null' ? right : left;
      return { sql: `(${other.sql} is ${operator === 'eq' ? '' : 'not '}null)`, type: 'flag' };
    }
    if (left.type !== right.type || left.type === 'json')
      throw new NotAnswered(
        '$filter',
        operator,
        `${left.type} 和 ${right.type} 不能比较`,
        `${left.type} and ${right.type} cannot be compared`,
      );
    return { sql: `(${left.sql} ${operators[operator]} ${right.sql})`, type: 'flag' };
  }

  #call(name: string, given: readonly Expression[]): SqlPart {
    if (name === 'now') return { sql: this.bind(new Date(this.#nowMs), 'timestamptz'), type: 'time' };
    const form = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (!form) throw new NotAnswered('$filter', name, `不支持函数 ${name}`, `the function ${name} is not supported`);
    const parts = given.map((each, at) => this.#as(form.takes[at] ?? 'number', each));
    return { sql: form.sql(...parts), type: form.gives };
  }

  #as(type: ColumnType, expression: Expression): string {
    const made = this.expression(expression);
    if (made.type !== type)
      throw new NotAnswered('$filter', '', `应为 ${type}，不是 ${made.type}`, `a ${type} is due here, not a ${made.type}`);
    return made.sql;
  }

  #literal(value: string | number | boolean | null): SqlPart {
    if (value === null) return { sql: 'null', type: 'null' };
    if (typeof value === 'boolean') return { sql: String(value), type: 'flag' };
    // A zero byte is no text to PostgreSQL, and nothing it holds contains one.
    if (typeof value === 'string') return { sql: this.bind(value.replaceAll('\0', '\u{fffd}'), 'text'), type: 'text' };
    return { sql: this.bind(value, 'float8'), type: 'number' };
  }
}
