import type { Label } from '../field.ts';
import { concentrationOfPpm, ppmOfConcentration } from '#models/shared/gas.ts';
import type { Substance, ToxicEndPoint } from '#models/shared/substances/substance.ts';
import { concentrationForProbit, longestExposureMin } from './dose.ts';

// The concentrations worth a line on the map: toxic end points for the time people will be exposed, shares of the lower
// flammable limit, deaths by probit, and what the operator adds.

export interface Level {
  readonly id: string;
  readonly label: Label;
  readonly ppm: number;
  /** kg/m³ */
  readonly concentration: number;
  /** For deaths: the exponent of the load and the minutes the concentration is meant for. */
  readonly load?: { readonly n: number; readonly minutes: number };
  readonly source: string;
  readonly verified: boolean;
}

export interface Air {
  readonly temperatureK: number;
  readonly pressurePa: number;
}

/** End points of a scheme for an exposure: of the shortest tabulated time that covers it, which is the careful choice. */
export function endPointsFor(toxic: readonly ToxicEndPoint[], scheme: ToxicEndPoint['scheme'], minutes: number): ToxicEndPoint[] {
  return ([1, 2, 3] as const).flatMap((tier) => {
    const rows = toxic.filter((row) => row.scheme === scheme && row.tier === tier).toSorted((a, b) => a.minutes - b.minutes);
    const row = rows.find((each) => each.minutes >= minutes) ?? rows.at(-1);
    return row ? [row] : [];
  });
}

/** Levels of a substance, lowest last. @param molarMass kg/mol @param lowerFlammable volume share or null */
export function levelsOf(
  substance: Substance,
  molarMass: number,
  lowerFlammable: number | null,
  exposureMinutes: number,
  air: Air,
): Level[] {
  const toxic = (['AEGL', 'ERPG', 'PAC', 'IDLH'] as const).flatMap((scheme) => endPointsFor(substance.toxic, scheme, exposureMinutes));
  return [
    ...toxic.map((row) => toxicLevel(row, molarMass, air)),
    ...flammableLevels(substance, lowerFlammable, molarMass, air),
    ...lethalLevels(substance, molarMass, exposureMinutes, air),
  ].toSorted((a, b) => b.concentration - a.concentration);
}

function toxicLevel({ scheme, tier, minutes, ppm, source, verified }: ToxicEndPoint, molarMass: number, air: Air): Level {
  const name = scheme === 'IDLH' ? scheme : `${scheme}-${tier}`;
  return {
    id: `${scheme.toLowerCase()}${scheme === 'IDLH' ? '' : tier}`,
    label: { zh: `${name}（${minutes} 分钟）`, en: `${name} (${minutes} min)` },
    ppm,
    concentration: concentrationOfPpm(ppm, molarMass, air.temperatureK, air.pressurePa),
    source,
    verified,
  };
}

function flammableLevels(substance: Substance, limit: number | null, molarMass: number, air: Air): Level[] {
  if (limit === null) return [];
  const figure = substance.figures.lowerFlammable;
  const shares = [
    { id: 'lfl', share: 1, label: { zh: '爆炸下限（闪火范围）', en: 'Lower flammable limit (flash fire)' } },
    { id: 'lfl50', share: 0.5, label: { zh: '爆炸下限的 50%', en: 'Half the lower flammable limit' } },
    { id: 'lfl10', share: 0.1, label: { zh: '爆炸下限的 10%', en: 'A tenth of the lower flammable limit' } },
  ];
  return shares.map(({ id, share, label }) => ({
    id,
    label,
    ppm: limit * share * 1e6,
    concentration: concentrationOfPpm(limit * share * 1e6, molarMass, air.temperatureK, air.pressurePa),
    source: figure?.value === limit ? figure.source : 'operator',
    verified: figure?.value === limit && figure.verified,
  }));
}

function lethalLevels({ probit }: Substance, molarMass: number, exposureMinutes: number, air: Air): Level[] {
  if (!probit) return [];
  const minutes = Math.min(longestExposureMin, exposureMinutes);
  const rows = [
    { id: 'lethal50', probit: 5, share: 50 },
    { id: 'lethal1', probit: 2.674, share: 1 },
  ];
  return rows.map(({ id, probit: value, share }) => {
    const concentration = concentrationForProbit(probit, value, minutes);
    return {
      id,
      label: { zh: `死亡率 ${share}%（室外 ${minutes} 分钟）`, en: `${share} % lethality (${minutes} min outdoors)` },
      ppm: ppmOfConcentration(concentration, molarMass, air.temperatureK, air.pressurePa),
      concentration,
      load: { n: probit.n, minutes },
      source: probit.source,
      verified: probit.verified,
    };
  });
}
