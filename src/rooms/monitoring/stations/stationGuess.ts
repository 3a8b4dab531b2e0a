import type { QuarantinedDevice } from '#web/api/answers.ts';

// What an unknown device probably is, so that one click registers it; the officer may correct it.

export type StationKind = 'water' | 'rain' | 'gas' | 'fire' | 'environment' | 'weather' | 'other';

/** Words in names of quantities; the first that fits decides. */
const signs: readonly (readonly [RegExp, StationKind])[] = [
  [/water|level|水位|flow|stage/i, 'water'],
  [/rain|precip|雨/i, 'rain'],
  [/gas|ch4|lel|methane|ammonia|nh3|h2s|cl2|燃气/i, 'gas'],
  [/fire|smoke|flame|sprinkler|hydrant|火|烟/i, 'fire'],
  [/temp|wind|humid|pressure|温|风/i, 'weather'],
  [/^[aw]\d{5}/i, 'environment'],
];

/** HJ 212 speaks of pollution and GB/T 26875 of fire protection, whatever the quantities are called. */
export function guessKind(device: Pick<QuarantinedDevice, 'protocol' | 'quantities'>): StationKind {
  if (device.protocol === 'hj212') return 'environment';
  if (device.protocol === 'gb26875') return 'fire';
  for (const { quantity } of device.quantities) {
    const found = signs.find(([sign]) => sign.test(quantity));
    if (found) return found[1];
  }
  return 'other';
}

/** The device's address without its protocol: `hj212:Y8011` gives `Y8011`. */
export function guessName(deviceKey: string): string {
  return deviceKey.slice(deviceKey.indexOf(':') + 1).slice(0, 60) || deviceKey;
}
