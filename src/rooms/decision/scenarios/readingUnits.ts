// From the unit an instrument reports in to the unit a model asks for.

/** Factor and offset to the SI unit, by unit as points write it. */
const units: Readonly<Record<string, { si: string; factor: number; offset?: number }>> = {
  Pa: { si: 'Pa', factor: 1 },
  hPa: { si: 'Pa', factor: 100 },
  kPa: { si: 'Pa', factor: 1000 },
  MPa: { si: 'Pa', factor: 1e6 },
  bar: { si: 'Pa', factor: 1e5 },
  K: { si: 'K', factor: 1 },
  '°C': { si: 'K', factor: 1, offset: 273.15 },
  '℃': { si: 'K', factor: 1, offset: 273.15 },
  m: { si: 'm', factor: 1 },
  cm: { si: 'm', factor: 0.01 },
  mm: { si: 'm', factor: 0.001 },
  'm/s': { si: 'm/s', factor: 1 },
  'km/h': { si: 'm/s', factor: 1 / 3.6 },
  '°': { si: '°', factor: 1 },
  kg: { si: 'kg', factor: 1 },
  t: { si: 'kg', factor: 1000 },
  'kg/s': { si: 'kg/s', factor: 1 },
};

/** A reading in the unit of a model's input, to nine digits; null when the units do not measure the same. */
export function toModelUnit(value: number, unit: string, wanted: string): number | null {
  const known = units[unit];
  if (!known || known.si !== wanted) return null;
  return Number((value * known.factor + (known.offset ?? 0)).toPrecision(9));
}

/** Instruments on vessels show the pressure above that of the air; weather stations (hPa) show the air's own. */
export function isGauge(unit: string): boolean {
  return unit === 'kPa' || unit === 'MPa' || unit === 'bar';
}
