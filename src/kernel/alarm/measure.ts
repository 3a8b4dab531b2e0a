import { pointsOf, type RuleCondition } from './condition.ts';
import { formula } from './expression/formula.ts';
import { SlidingWindow } from './slidingWindow.ts';
import { Slope } from './slope.ts';

// The number a condition compares with its limits, made from the readings of its points. State is bounded, and `save` tells all
// of it: a measure that was loaded goes on exactly as the one that was saved.

export interface Measure {
  /** A point of `pointsOf(rule)`, by its place there, has a new value. */
  take(input: number, value: number, atMs: number): void;
  /** The number now; NaN = no verdict. */
  value(atMs: number): number;
  save(): (number | null)[][];
  load(saved: readonly (readonly (number | null)[])[]): void;
}

const sumBuckets = 288;
const none = Number.NaN;

/** @param rule its formula must have been checked (kernel/alarm/ruleCheck.ts); one that cannot be read never gives a verdict */
export function measureOf(rule: { pointId: string; condition: RuleCondition }): Measure {
  const { condition } = rule;
  switch (condition.kind) {
    case 'rate':
      return rate(condition.windowMs);
    case 'stuck':
      return stillness(condition.band);
    case 'sum':
      return total(condition.gauge, condition.windowMs);
    case 'deviation':
      return deviation(pointsOf(rule).length);
    case 'combination':
      return combination(rule, condition);
    case 'expression':
      return expression(rule, condition);
    default:
      return latest();
  }
}

const numbers = (list: readonly (number | null)[] = []) => list.map((each) => each ?? none);

function latest(): Measure {
  let held = none;
  return {
    take: (_, value) => void (held = value),
    value: () => held,
    save: () => [[held]],
    load: ([saved]) => void ([held = none] = numbers(saved)),
  };
}

function rate(windowMs: number): Measure {
  const slope = new Slope(windowMs);
  return {
    take: (_, value, atMs) => slope.add(value, atMs),
    value: (atMs) => slope.perHour(atMs),
    save: () => [slope.save()],
    load: ([saved]) => slope.load(numbers(saved)),
  };
}

/** Minutes since the value last moved by more than the band. */
function stillness(band: number): Measure {
  let [from, sinceMs] = [none, 0];
  return {
    take(_, value, atMs) {
      if (Math.abs(value - from) <= band) return;
      from = value;
      sinceMs = atMs;
    },
    value: (atMs) => (Number.isNaN(from) ? none : (atMs - sinceMs) / 60_000),
    save: () => [[from, sinceMs]],
    load: ([saved]) => void ([from = none, sinceMs = 0] = numbers(saved)),
  };
}

/** A counter that goes down has begun again at zero: what it shows is what fell since. */
function total(gauge: 'increment' | 'counter', windowMs: number): Measure {
  const window = new SlidingWindow(windowMs, sumBuckets, true);
  let counter = none;
  return {
    take(_, value, atMs) {
      const grown = gauge === 'increment' ? value : Number.isNaN(counter) ? 0 : value >= counter ? value - counter : value;
      counter = value;
      window.add(Math.max(0, grown), atMs);
    },
    // Sums of tenths of a millimetre: what binary fractions add at the sixteenth digit must not pass a limit.
    value: (atMs) => Math.round(window.sum(atMs) * 1e6) / 1e6,
    save: () => [[counter], window.save()],
    load([held, saved]) {
      [counter = none] = numbers(held);
      window.load(numbers(saved));
    },
  };
}

function deviation(inputs: number): Measure {
  const held = Array.from({ length: Math.max(2, inputs) }, () => none);
  return {
    take: (input, value) => void (held[input] = value),
    value: () => Math.abs((held[0] as number) - (held[1] as number)),
    save: () => [[...held]],
    load: ([saved]) => numbers(saved).forEach((value, at) => (held[at] = value)),
  };
}

/** Three-valued: yes or no as soon as the parts that are known decide it, whatever the others say. */
function combination(
  rule: { pointId: string; condition: RuleCondition },
  condition: Extract<RuleCondition, { kind: 'combination' }>,
): Measure {
  const order = pointsOf(rule);
  const parts = condition.parts.map(({ pointId, side, limit }) => ({
    input: order.indexOf(pointId),
    sign: side === 'above' ? 1 : -1,
    limit,
  }));
  const values = order.map(() => none);
  const times = order.map(() => Number.NEGATIVE_INFINITY);
  const maxAgeMs = condition.maxAgeMs ?? Number.POSITIVE_INFINITY;
  return {
    take(input, value, atMs) {
      values[input] = value;
      times[input] = atMs;
    },
    value(atMs) {
      let [yes, unknown] = [0, 0];
      for (const { input, sign, limit } of parts) {
        const value = values[input] as number;
        if (Number.isNaN(value) || atMs - (times[input] as number) > maxAgeMs) unknown += 1;
        else if (sign * value > sign * limit) yes += 1;
      }
      if (yes >= condition.atLeast) return 1;
      return yes + unknown >= condition.atLeast ? none : 0;
    },
    save: () => [[...values], times.map((time) => (Number.isFinite(time) ? time : none))],
    load([heldValues, heldTimes]) {
      numbers(heldValues).forEach((value, at) => (values[at] = value));
      numbers(heldTimes).forEach((time, at) => (times[at] = Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time));
    },
  };
}

function expression(
  rule: { pointId: string; condition: RuleCondition },
  { source, names: letters }: Extract<RuleCondition, { kind: 'expression' }>,
): Measure {
  const order = pointsOf(rule);
  const compiled = formula(source, Object.fromEntries(Object.keys(letters).map((name) => [name, ''])));
  if (!compiled.ok) return { take: () => undefined, value: () => none, save: () => [], load: () => undefined };
  const { value } = compiled;
  const takers = order.map((pointId) => {
    const names = Object.keys(letters).filter((name) => letters[name] === pointId);
    return names.map((name) => value.taker(name));
  });
  return {
    take(input, given, atMs) {
      for (const take of takers[input] ?? []) take(given, atMs);
    },
    value: (atMs) => value.value(atMs),
    save: () => value.save(),
    load: (saved) => value.load(saved.map(numbers)),
  };
}
