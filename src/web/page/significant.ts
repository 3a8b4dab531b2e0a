/**
 * A number with so many significant digits and no more: 0.00010347, 74.4, 1.2e-9.
 * @param digits at least 1
 */
export function significant(value: number, digits = 6): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e7 || size < 1e-4) return value.toExponential(Math.max(0, digits - 1)).replace(/\.?0+e/, 'e');
  const rounded = value.toPrecision(digits);
  return rounded.includes('e') ? String(Number(rounded)) : rounded.includes('.') ? rounded.replace(/\.?0+$/, '') : rounded;
}
