import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import { SlidingWindow } from '../slidingWindow.ts';
import { Slope } from '../slope.ts';
import { parse, type Operator, type Tree } from './parse.ts';
import { FormulaError } from './token.ts';

// Tree → closure, without eval. NaN means "no verdict" and goes through everything but an answer that does not depend on it
// (false and unknown = false). Division by zero gives no verdict.
//
// Points by name (a is the rule's own). Functions: abs(x), min(x, y, …), max(x, y, …), and over a window of one point:
// min(a, 1h), max(a, 1h), avg(a, 1h), sum(a, 1h), rate(a, 1h) in the point's unit per hour.

type Closure = (atMs: number) => number;

export interface Formula {
  /** True when it says yes (1) or no (0), false when it gives a number. */
  isYesOrNo: boolean;
  /** Names of points it reads. */
  names: string[];
  /** A point has a new value. */
  take(name: string, value: number, atMs: number): void;
  /** The same for one point, found once. */
  taker(name: string): (value: number, atMs: number) => void;
  /** The result now; NaN = no verdict. */
  value(atMs: number): number;
  /** Everything it remembers, and back. */
  save(): number[][];
  load(saved: readonly (readonly number[])[]): void;
}

interface Part {
  run: Closure;
  isYesOrNo: boolean;
  /** Unit of the number where it is known: null = unknown or none. */
  unit: string | null;
}

interface Keeper {
  name: string;
  add(value: number, atMs: number): void;
  save(): number[];
  load(saved: readonly number[]): void;
}

const shortestMs = 1_000;
const longestMs = 7 * 86_400_000;
const buckets = 60;

/**
 * Reads a formula.
 * @param units name → unit of every point that may be used ('' = unit unknown)
 * Refuses with `formula-invalid` 422, the place and the reason in both languages.
 */
export function formula(source: string, units: Readonly<Record<string, string>>): Outcome<Formula> {
  try {
    if (source.length > 1000) throw new FormulaError(1000, '算式超过 1000 个字符', 'the formula is longer than 1,000 characters');
    return accept(new Compiler(units).compile(parse(source)));
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const { text, at } = error.problem;
    return refuse('formula-invalid', 422, text, { fields: [{ field: 'expression', value: source, rule: `formula@${at}`, text }] });
  }
}

class Compiler {
  readonly #units: Readonly<Record<string, string>>;
  readonly #values = new Map<string, { value: number }>();
  readonly #keepers: Keeper[] = [];

  constructor(units: Readonly<Record<string, string>>) {
    this.#units = units;
  }

  compile(tree: Tree): Formula {
    const { run, isYesOrNo } = this.#part(tree);
    const [values, keepers] = [this.#values, this.#keepers];
    const taker = (name: string) => {
      const held = values.get(name);
      const own = keepers.filter((keeper) => keeper.name === name);
      return (value: number, atMs: number) => {
        if (held) held.value = value;
        for (const keeper of own) keeper.add(value, atMs);
      };
    };
    if (values.size === 0) throw new FormulaError(0, '算式没有用到任何测点', 'the formula uses no point');
    return {
      isYesOrNo,
      names: [...values.keys()],
      take: (name, value, atMs) => taker(name)(value, atMs),
      taker,
      value: run,
      save: () => [[...values.values()].map((held) => held.value), ...keepers.map((keeper) => keeper.save())],
      load([held = [], ...kept]) {
        // JSON has no NaN: a point that was never heard of comes back as null.
        [...values.values()].forEach((slot, at) => (slot.value = held[at] ?? Number.NaN));
        keepers.forEach((keeper, at) => keeper.load(kept[at] ?? []));
      },
    };
  }

  #part(tree: Tree): Part {
    switch (tree.kind) {
      case 'number': {
        const { value } = tree;
        return { run: () => value, isYesOrNo: false, unit: null };
      }
      case 'duration':
        throw new FormulaError(tree.at, '时长只能作为函数的第二个参数', 'a length of time can only be the second argument of a function');
      case 'point': {
        const held = this.#held(tree.name, tree.at);
        return { run: () => held.value, isYesOrNo: false, unit: this.#units[tree.name] || null };
      }
      case 'negative': {
        const { run, unit } = this.#number(tree.of);
        return { run: (atMs) => -run(atMs), isYesOrNo: false, unit };
      }
      case 'not': {
        const { run } = this.#yesOrNo(tree.of);
        return { run: (atMs) => 1 - run(atMs), isYesOrNo: true, unit: null };
      }
      case 'binary':
        return this.#binary(tree);
      case 'call':
        return this.#call(tree);
    }
  }

  #held(name: string, at: number): { value: number } {
    if (!Object.hasOwn(this.#units, name)) {
      const known = Object.keys(this.#units);
      throw new FormulaError(at, `没有测点“${name}”，可用 ${known.join('、')}`, `there is no point "${name}", use ${known.join(', ')}`);
    }
    const held = this.#values.get(name) ?? { value: Number.NaN };
    this.#values.set(name, held);
    return held;
  }

  #number(tree: Tree): Part {
    const part = this.#part(tree);
    if (part.isYesOrNo) throw new FormulaError(tree.at, '此处应为数值，而不是条件', 'a number is needed here, not a condition');
    return part;
  }

  #yesOrNo(tree: Tree): Part {
    const part = this.#part(tree);
    if (!part.isYesOrNo)
      throw new FormulaError(tree.at, '此处应为条件（如 a > 3），而不是数值', 'a condition (such as a > 3) is needed here, not a number');
    return part;
  }

  #binary({ operator, left, right, at }: Extract<Tree, { kind: 'binary' }>): Part {
    if (operator === 'and' || operator === 'or') {
      const [a, b] = [this.#yesOrNo(left).run, this.#yesOrNo(right).run];
      return { run: operator === 'and' ? both(a, b) : either(a, b), isYesOrNo: true, unit: null };
    }
    const [a, b] = [this.#number(left), this.#number(right)];
    const run = arithmetic[operator](a.run, b.run);
    if (operator === '*' || operator === '/') return { run, isYesOrNo: false, unit: null };
    return { run, isYesOrNo: operator !== '+' && operator !== '-', unit: sameUnit(a, b, at) };
  }

  #call({ name, args, at }: Extract<Tree, { kind: 'call' }>): Part {
    const [first, second] = args as [Tree, Tree | undefined];
    if (second?.kind === 'duration') return this.#overWindow(name, first, second.ms, second.at, at, args.length);
    const parts = args.map((each) => this.#number(each));
    const [one] = parts as [Part];
    if (name === 'abs' && parts.length === 1) return { ...one, run: (atMs) => Math.abs(one.run(atMs)) };
    if ((name === 'min' || name === 'max' || name === 'avg') && parts.length > 1) {
      const unit = parts.reduce((before, part) => ({ ...before, unit: sameUnit(before, part, at) }), one).unit;
      return { run: several[name](parts.map((part) => part.run)), isYesOrNo: false, unit };
    }
    if (Object.hasOwn(several, name) || ['abs', 'sum', 'rate'].includes(name)) {
      throw new FormulaError(
        at,
        `函数 ${name} 的参数不对，如 avg(a, 1h)、min(a, b)、abs(a)`,
        `wrong arguments for ${name}; such as avg(a, 1h), min(a, b), abs(a)`,
      );
    }
    throw new FormulaError(
      at,
      `没有函数“${name}”，可用 abs、min、max、avg、sum、rate`,
      `there is no function "${name}"; use abs, min, max, avg, sum, rate`,
    );
  }

  #overWindow(name: string, of: Tree, windowMs: number, durationAt: number, at: number, count: number): Part {
    if (of.kind !== 'point')
      throw new FormulaError(of.at, '时间窗函数的第一个参数须为测点', 'the first argument of a window function must be a point');
    if (count !== 2 || !['min', 'max', 'avg', 'sum', 'rate'].includes(name)) {
      throw new FormulaError(
        at,
        `${name} 不能用于时间窗，可用 min、max、avg、sum、rate`,
        `${name} takes no window; min, max, avg, sum and rate do`,
      );
    }
    if (windowMs < shortestMs || windowMs > longestMs)
      throw new FormulaError(durationAt, '时间窗须在 1 秒至 7 天之间', 'a window must be 1 second to 7 days');
    const unit = this.#units[of.name] || null;
    this.#held(of.name, of.at);
    if (name === 'rate') {
      const slope = new Slope(windowMs);
      this.#keep(of.name, slope);
      return { run: (atMs) => slope.perHour(atMs), isYesOrNo: false, unit: unit && `${unit}/h` };
    }
    const window = new SlidingWindow(windowMs, buckets);
    this.#keep(of.name, window);
    const ask = { min: 'least', max: 'greatest', avg: 'mean', sum: 'sum' }[name] as 'least' | 'greatest' | 'mean' | 'sum';
    return { run: (atMs) => window[ask](atMs), isYesOrNo: false, unit };
  }

  #keep(name: string, keeper: Omit<Keeper, 'name'>): void {
    this.#keepers.push({
      name,
      add: (value, atMs) => keeper.add(value, atMs),
      save: () => keeper.save(),
      load: (saved) => keeper.load(saved),
    });
  }
}

function sameUnit(a: Part, b: Part, at: number): string | null {
  if (a.unit !== null && b.unit !== null && a.unit !== b.unit)
    throw new FormulaError(at, `单位不同：${a.unit} 与 ${b.unit}`, `units differ: ${a.unit} and ${b.unit}`);
  return a.unit ?? b.unit;
}

const compare =
  (test: (a: number, b: number) => boolean) =>
  (a: Closure, b: Closure): Closure =>
  (atMs) => {
    const [left, right] = [a(atMs), b(atMs)];
    // Only NaN differs from itself.
    if (left !== left || right !== right) return Number.NaN;
    return test(left, right) ? 1 : 0;
  };

const arithmetic: Record<Exclude<Operator, 'and' | 'or'>, (a: Closure, b: Closure) => Closure> = {
  '+': (a, b) => (atMs) => a(atMs) + b(atMs),
  '-': (a, b) => (atMs) => a(atMs) - b(atMs),
  '*': (a, b) => (atMs) => a(atMs) * b(atMs),
  '/': (a, b) => (atMs) => {
    const by = b(atMs);
    return by === 0 ? Number.NaN : a(atMs) / by;
  },
  '>': compare((a, b) => a > b),
  '<': compare((a, b) => a < b),
  '>=': compare((a, b) => a >= b),
  '<=': compare((a, b) => a <= b),
  '==': compare((a, b) => a === b),
  '!=': compare((a, b) => a !== b),
};

const both =
  (a: Closure, b: Closure): Closure =>
  (atMs) => {
    const [left, right] = [a(atMs), b(atMs)];
    return left === 0 || right === 0 ? 0 : left * right;
  };

const either =
  (a: Closure, b: Closure): Closure =>
  (atMs) => {
    const [left, right] = [a(atMs), b(atMs)];
    return left === 1 || right === 1 ? 1 : left + right;
  };

const several: Record<'min' | 'max' | 'avg', (parts: readonly Closure[]) => Closure> = {
  min: (parts) => (atMs) => parts.reduce((least, part) => Math.min(least, part(atMs)), Number.POSITIVE_INFINITY),
  max: (parts) => (atMs) => parts.reduce((most, part) => Math.max(most, part(atMs)), Number.NEGATIVE_INFINITY),
  avg: (parts) => (atMs) => parts.reduce((sum, part) => sum + part(atMs), 0) / parts.length,
};
