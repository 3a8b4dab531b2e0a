import type { Text } from '#kernel/language/text.ts';
import type { ModelResult } from '#models/runModel.ts';

// From one model to the next with what the first has found: source term → cloud → fire and explosion.

export interface Handover {
  to: 'dispersion' | 'fireExplosion';
  label: Text;
  /** Inputs of the next model. */
  inputs: Record<string, unknown>;
  /** Names of those that the model before it computed. */
  computed: string[];
}

const words = {
  cloud: { zh: '用作扩散源项', en: 'Use as source of the cloud' },
  poolFire: { zh: '液池着火', en: 'The pool burns' },
  jetFire: { zh: '喷射着火', en: 'The jet burns' },
  fireball: { zh: '全部参与火球', en: 'All of it as a fireball' },
  explosion: { zh: '云团爆炸', en: 'The cloud explodes' },
  flash: { zh: '云团闪火', en: 'The cloud flashes' },
} satisfies Record<string, Text>;

/** What can be done with a result; empty for models that nothing follows. */
export function handoversOf(result: ModelResult): Handover[] {
  if (result.model === 'sourceTerms') return fromSource(result);
  return result.model === 'dispersion' ? fromCloud(result) : [];
}

function fromSource({ inputs, outputs }: ModelResult): Handover[] {
  // Six digits: what stands in the form can be read.
  const of = (name: string) => sixDigits(outputs[name] as number);
  const given = withoutEmpty({ substance: inputs['substance'], windSpeedMps: inputs['windSpeedMps'] });
  const rate = of('airborneRateKgS') + of('poolEvaporationKgS');
  const answers: Handover[] = [];
  const add = (to: Handover['to'], label: Text, found: Record<string, unknown>) =>
    answers.push({ to, label, inputs: { ...given, ...found }, computed: Object.keys(found) });
  if (rate > 0)
    add('dispersion', words.cloud, {
      release: 'finite',
      rateKgS: sixDigits(rate),
      durationS: Math.max(1, of('durationS')),
      sourceDensityKgM3: of('cloudDensityKgM3'),
      sourceTemperatureK: of('cloudTemperatureK'),
      sourceDiameterM: Math.min(200, Math.max(1, diameterOf(of('poolAreaM2')))),
    });
  if (of('poolAreaM2') > 0.05) add('fireExplosion', words.poolFire, { kind: 'poolFire', poolDiameterM: diameterOf(of('poolAreaM2')) });
  if (of('airborneRateKgS') > 0) add('fireExplosion', words.jetFire, { kind: 'jetFire', rateKgS: of('airborneRateKgS') });
  if (typeof inputs['inventoryKg'] === 'number')
    add('fireExplosion', words.fireball, { kind: 'fireball', massKg: Math.min(1e7, inputs['inventoryKg']) });
  if (of('airborneKg') > 0) add('fireExplosion', words.explosion, { kind: 'vceTnt', massKg: Math.min(1e7, of('airborneKg')) });
  return answers;
}

function fromCloud({ inputs, outputs }: ModelResult): Handover[] {
  const { features } = outputs['area'] as GeoJSON.FeatureCollection;
  const cloud = features.find(({ properties }) => properties?.['id'] === 'lfl' && properties['kind'] === 'zone');
  if (!cloud) return [];
  const { substance, source, windSpeedMps } = inputs;
  const found = { kind: 'flashFire', cloud: cloud.geometry };
  return [
    {
      to: 'fireExplosion',
      label: words.flash,
      inputs: withoutEmpty({ substance, source, windSpeedMps, ...found }),
      computed: Object.keys(found),
    },
  ];
}

const sixDigits = (value: number): number => Number(value.toPrecision(6));
const diameterOf = (areaM2: number): number => sixDigits(Math.sqrt((4 * areaM2) / Math.PI));

function withoutEmpty(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
}
