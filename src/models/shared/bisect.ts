/**
 * The place where a function that falls from `low` to `high` crosses `level`, by bisection; the nearer end when it does not
 * cross. @param logarithmic halve in log space, for ranges over several decades
 */
export function crossing(value: (at: number) => number, level: number, low: number, high: number, logarithmic = false): number {
  if (value(low) <= level) return low;
  if (value(high) >= level) return high;
  let [a, b] = [low, high];
  for (let step = 0; step < 60 && b - a > 1e-9 * b; step += 1) {
    const middle = logarithmic ? Math.sqrt(a * b) : (a + b) / 2;
    if (value(middle) > level) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}
