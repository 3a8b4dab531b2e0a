// The error function and the normal distribution, to double precision: a finite release is a difference of two error
// functions, and a probit is a point of the distribution.

/** erf(x), error below 1e-14: power series near zero, continued fraction of erfc far away (Abramowitz & Stegun 7.1.5, 7.1.14). */
export function erf(x: number): number {
  if (x < 0) return -erf(-x);
  if (x > 6) return 1;
  return x < 2.5 ? erfSeries(x) : 1 - erfcFraction(x);
}

function erfSeries(x: number): number {
  const squared = x * x;
  let term = x;
  let sum = x;
  for (let n = 1; n < 80 && Math.abs(term) > 1e-17; n += 1) {
    term *= -squared / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

function erfcFraction(x: number): number {
  let tail = 0;
  for (let n = 60; n >= 1; n -= 1) tail = n / 2 / (x + tail);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + tail);
}

/** Share of a standard normal distribution below z. */
export function normalShare(z: number): number {
  return 0.5 * (1 + erf(z / Math.SQRT2));
}
