import { expect, test } from 'vitest';
import { seededRandom } from '#geo/random.ts';
import { finiteShare, largestShare, plume, plumeAxis, puff, verticalShare, type Weather } from './plume.ts';
import { type SigmaSetId, sigmaSets } from './sigma.ts';
import { stabilityClasses } from './stability.ts';

const random = seededRandom(20_261_125);

function aWeather(): Weather {
  return {
    speed: random.between(1, 12),
    stability: random.pick(stabilityClasses),
    sigma: sigmaSets[random.pick(Object.keys(sigmaSets) as SigmaSetId[])],
    lidM: Infinity,
  };
}

/** Trapezoids over −6σ…6σ and the whole column. */
function flux(weather: Weather, releaseM: number, x: number): number {
  const [sy, sz] = [weather.sigma.y(weather.stability, x), weather.sigma.z(weather.stability, x)];
  const top = weather.lidM === Infinity ? releaseM + 8 * sz : weather.lidM;
  const [ny, nz] = [120, 400];
  let sum = 0;
  for (let i = 0; i < ny; i += 1)
    for (let j = 0; j < nz; j += 1) sum += plume(1, releaseM, weather, x, -6 * sy + (12 * sy * (i + 0.5)) / ny, (top * (j + 0.5)) / nz);
  return sum * ((12 * sy) / ny) * (top / nz) * weather.speed;
}

test('what passes any plane across the wind is what leaves the source', () => {
  for (let n = 0; n < 12; n += 1) expect(flux(aWeather(), random.between(0, 60), random.between(120, 6000))).toBeCloseTo(1, 2);
});

test('an inversion keeps everything below it, near and far', () => {
  for (const x of [200, 1000, 5000, 20_000]) {
    const weather: Weather = { speed: 3, stability: 'C', sigma: sigmaSets.briggsRural, lidM: 300 };
    expect(flux(weather, 20, x)).toBeCloseTo(1, 2);
  }
  // Both forms of the reflected sum agree where one takes over from the other.
  for (const z of [0, 50, 299]) expect(verticalShare(z, 40, 0.6999 * 300, 300) / verticalShare(z, 40, 0.7001 * 300, 300)).toBeCloseTo(1, 3);
});

test('a plume is the same to both sides, is nothing upwind, and falls with distance from a source at the ground', () => {
  for (let n = 0; n < 200; n += 1) {
    const weather = aWeather();
    const [x, y, z] = [random.between(50, 9000), random.between(0, 400), random.between(0, 30)];
    expect(plume(2, 10, weather, x, y, z)).toBe(plume(2, 10, weather, x, -y, z));
    expect(plume(2, 10, weather, -x, y, z)).toBe(0);
    // The ISC3 pieces meet with small steps; over a tenth more of distance the concentration falls in every set.
    expect(plumeAxis(2, 0, weather, x * 1.1, 0)).toBeLessThan(plumeAxis(2, 0, weather, x, 0));
  }
});

test('a puff keeps its mass', () => {
  const weather: Weather = { speed: 3, stability: 'D', sigma: sigmaSets.briggsRural, lidM: Infinity };
  const cells = 60;
  let sum = 0;
  for (let i = 0; i < cells; i += 1)
    for (let j = 0; j < cells; j += 1)
      for (let k = 0; k < cells; k += 1) {
        const [x, y, z] = [600 + (i - 29.5) * 8, (j - 29.5) * 8, (k + 0.5) * 2];
        sum += puff(5, 4, weather, x, y, z, 200) * 8 * 8 * 2;
      }
  expect(sum / 5).toBeCloseTo(1, 2);
});

test('a finite release over time gives a place the dosage of the plume for its length', () => {
  const weather: Weather = { speed: 4, stability: 'E', sigma: sigmaSets.tno, lidM: Infinity };
  let dosage = 0;
  for (let t = 0.5; t < 3000; t += 1) dosage += plume(1, 0, weather, 1500, 20, 1) * finiteShare(weather, 300, 1500, t);
  expect(dosage / (plume(1, 0, weather, 1500, 20, 1) * 300)).toBeCloseTo(1, 3);
  expect(finiteShare(weather, 300, 1500, 1500 / 4 + 150)).toBeCloseTo(largestShare(weather, 300, 1500), 12);
});
