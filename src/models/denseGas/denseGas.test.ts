import { expect, test } from 'vitest';
import { seededRandom } from '#geo/random.ts';
import { runModel } from '../runModel.ts';
import { type DensePlume, densePlumeShare, densePuffShare } from './britterMcQuaid.ts';
import { denseGas } from './denseGas.ts';
import { densePlumeZone, densePuffZone } from './denseZone.ts';

const random = seededRandom(17);

function aPlume(): DensePlume {
  return {
    density: random.between(1.4, 8),
    temperatureK: random.between(110, 300),
    windSpeed: random.between(1, 12),
    airTemperatureK: random.between(260, 310),
    airPressurePa: 101_325,
    volumeRate: 10 ** random.between(-1, 3),
    sourceDiameterM: random.between(0.1, 10),
  };
}

test('the share falls from one at the source and never rises again, for plumes and puffs of every kind', () => {
  for (let n = 0; n < 300; n += 1) {
    const plume = aPlume();
    const puff = { ...plume, volume: plume.volumeRate * 100 };
    let [before, beforePuff] = [1, 1];
    for (let x = 1; x < 2e4; x *= 1.15) {
      const [now, nowPuff] = [densePlumeShare(plume, x), densePuffShare(puff, x)];
      expect(now).toBeLessThanOrEqual(before + 1e-12);
      expect(nowPuff).toBeLessThanOrEqual(beforePuff + 1e-12);
      expect(now).toBeGreaterThan(0);
      [before, beforePuff] = [now, nowPuff];
    }
  }
});

test('a zone ends where the share is that of its level, is the same to both sides and goes counter-clockwise', () => {
  for (let n = 0; n < 60; n += 1) {
    const plume = aPlume();
    const zone = densePlumeZone(plume, 0.01, 1e5);
    const swept = densePuffZone({ ...plume, volume: plume.volumeRate * 100 }, 0.01, 1e5);
    for (const found of [zone, swept]) {
      if (!found) continue;
      const area = found.ring.reduce((sum, [x, y], at) => {
        const [px, py] = found.ring.at(at - 1)!;
        return sum + (px * y - x * py) / 2;
      }, 0);
      expect(area).toBeGreaterThan(0);
      expect(Math.max(...found.ring.map(([x]) => x))).toBeCloseTo(found.farM, 0);
      expect(found.ring.reduce((sum, [, y]) => sum + y, 0)).toBeCloseTo(0, 6);
    }
    expect(zone ? densePlumeShare(plume, zone.farM) : 0.01).toBeCloseTo(0.01, 4);
  }
});

test('a light cloud is refused with the density of the air as its limit', () => {
  const answer = runModel(denseGas, { kind: 'continuous', amount: 10, densityKgM3: 0.7, temperatureK: 290, windSpeedMps: 3, share: 0.01 });
  expect(answer.ok ? null : answer.problems[0]).toMatchObject({ field: 'densityKgM3', rule: 'combination', unit: 'kg/m³', max: 200 });
});
