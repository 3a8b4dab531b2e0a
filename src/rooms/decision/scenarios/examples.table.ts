import type { Text } from '#kernel/language/text.ts';

// Filled-in forms to try a model with (填入示例). The figures are invented: a plausible case, no fact and no advice. Places
// are put at the centre of the map when an example is filled in.

export interface Example {
  label: Text;
  inputs: Readonly<Record<string, unknown>>;
}

const examples: Readonly<Record<string, readonly Example[]>> = {
  // Butane: the table holds every figure that a liquid needs.
  sourceTerms: [
    {
      label: { zh: '丁烷储罐液相 25 mm 孔', en: 'Butane tank, 25 mm hole in the liquid' },
      inputs: {
        substance: 'butane',
        phase: 'liquid',
        holeDiameterM: 0.025,
        pressurePa: 400_000,
        temperatureK: 293.15,
        inventoryKg: 20_000,
        headM: 1,
      },
    },
    {
      label: { zh: '丁烷管道两相 50 mm 孔', en: 'Butane pipe, 50 mm hole, two phases' },
      inputs: {
        substance: 'butane',
        phase: 'twoPhase',
        holeDiameterM: 0.05,
        pressurePa: 400_000,
        temperatureK: 293.15,
        inventoryKg: 20_000,
      },
    },
  ],
  dispersion: [
    {
      label: { zh: '液氨泄漏 2 kg/s', en: 'Ammonia, 2 kg/s' },
      inputs: { substance: 'ammonia', release: 'finite', rateKgS: 2, durationS: 1800, windSpeedMps: 3, windFromDeg: 45, stability: 'D' },
    },
    {
      label: { zh: '氯气瓶 1 吨瞬时', en: 'Chlorine, 1 t at once' },
      inputs: { substance: 'chlorine', release: 'instantaneous', massKg: 1000, windSpeedMps: 2, windFromDeg: 135, stability: 'E' },
    },
  ],
  fireExplosion: [
    { label: { zh: '丙烷火球 20 吨', en: 'Propane fireball, 20 t' }, inputs: { kind: 'fireball', substance: 'propane', massKg: 20_000 } },
    { label: { zh: '丙烷云爆炸 500 kg', en: 'Propane cloud, 500 kg' }, inputs: { kind: 'vceTnt', substance: 'propane', massKg: 500 } },
  ],
  earthquake: [
    {
      label: { zh: '6.5 级', en: 'Magnitude 6.5' },
      inputs: { magnitude: 6.5, strikeDeg: 20, relation: 'eastern', exposure: { $data: 'exposure' } },
    },
  ],
  fireSpread: [
    {
      label: { zh: '草地火，西风 4 m/s', en: 'Grass, west wind 4 m/s' },
      inputs: { fuel: 'GR2', wind: [{ hours: 4, speedMps: 4, fromDeg: 270 }], hours: [1, 2, 4] },
    },
  ],
  flood: [
    {
      label: { zh: '6 小时 200 mm（演示地形）', en: '200 mm in 6 h (demo terrain)' },
      inputs: { dem: { $data: 'raster:demo-terrain' }, rain: { intensityMmPerHour: [20, 45, 60, 40, 25, 10] }, durationS: 21_600 },
    },
  ],
};

/** Examples of a model; empty when it has none. */
export function examplesOf(model: string): readonly Example[] {
  return examples[model] ?? [];
}
