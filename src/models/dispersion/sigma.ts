import type { Label } from '../field.ts';
import {
  type Briggs,
  briggsRuralY,
  briggsRuralZ,
  briggsUrbanY,
  briggsUrbanZ,
  degadisY,
  isc3Y,
  isc3Z,
  type LogQuadratic,
  type Pieces,
  type Power,
  seinfeldZ,
  sladePuffY,
  sladePuffZ,
  tnoPlumeY,
  tnoPlumeZ,
} from './sigma.table.ts';
import type { StabilityClass } from './stability.ts';

// σy and σz of a plume, and σx, σy, σz of a puff, by published sets. σ in metres at x metres from the source, x > 0.

export type SigmaSetId = 'briggsRural' | 'briggsUrban' | 'tno' | 'isc3Rural' | 'pasquillGifford';

export type Sigma = (stability: StabilityClass, x: number) => number;

export interface SigmaSet {
  readonly id: SigmaSetId;
  readonly label: Label;
  readonly source: string;
  /** Distances, m, between which the set is meant to be used. */
  readonly range: { readonly minM: number; readonly maxM: number; readonly source: string };
  readonly y: Sigma;
  readonly z: Sigma;
}

const power = ([a, b]: Power, x: number): number => a * x ** b;
const briggs = ([a, k, n]: Briggs, x: number): number => a * x * (1 + k * x) ** n;
const logQuadratic = ([a, b, c]: LogQuadratic, x: number): number => a * x ** b * Math.exp(c * Math.log(x) ** 2);

function pieces(table: Pieces, x: number): number {
  const km = x / 1000;
  const [, a, b] = table.find(([upTo]) => km <= upTo)!;
  return Math.min(5000, a * km ** b);
}

function angle([c, d]: readonly [number, number], x: number): number {
  const km = x / 1000;
  return 465.11628 * km * Math.tan(0.017453293 * (c - d * Math.log(km)));
}

const usual = { minM: 100, maxM: 10_000, source: 'Briggs 1973, range as commonly quoted; text not read' };

export const sigmaSets: Record<SigmaSetId, SigmaSet> = {
  briggsRural: {
    id: 'briggsRural',
    label: { zh: '布里格斯 乡村（AQ/T 3046 表 E.7）', en: 'Briggs, open country (AQ/T 3046 table E.7)' },
    source: 'Briggs 1973; AQ/T 3046-2013 table E.7; CCPS 1999',
    range: usual,
    y: (stability, x) => briggs(briggsRuralY[stability], x),
    z: (stability, x) => briggs(briggsRuralZ[stability], x),
  },
  briggsUrban: {
    id: 'briggsUrban',
    label: { zh: '布里格斯 城镇', en: 'Briggs, town' },
    source: 'Briggs 1973 with Griffiths 1994; CCPS 1999',
    range: usual,
    y: (stability, x) => briggs(briggsUrbanY[stability], x),
    z: (stability, x) => briggs(briggsUrbanZ[stability], x),
  },
  tno: {
    id: 'tno',
    label: { zh: 'TNO 黄皮书', en: 'TNO Yellow Book' },
    source: 'TNO Yellow Book CPR 14E (2005) ch. 4',
    range: { minM: 100, maxM: 10_000, source: 'TNO Yellow Book ch. 4, range as commonly quoted; text not read' },
    y: (stability, x) => power(tnoPlumeY[stability], x),
    z: (stability, x) => power(tnoPlumeZ[stability], x),
  },
  isc3Rural: {
    id: 'isc3Rural',
    label: { zh: 'ISC3 乡村（帕斯奎尔曲线）', en: 'ISC3 rural (Pasquill–Gifford curves)' },
    source: 'US EPA-454/B-95-003b, tables 1-1 and 1-2',
    range: { minM: 100, maxM: 50_000, source: 'US EPA-454/B-95-003b, range as commonly quoted; text not read' },
    y: (stability, x) => angle(isc3Y[stability], x),
    z: (stability, x) => pieces(isc3Z[stability], x),
  },
  pasquillGifford: {
    id: 'pasquillGifford',
    label: { zh: '帕斯奎尔—吉福德（10 分钟）', en: 'Pasquill–Gifford (10 min)' },
    source: 'Spicer & Havens 1989 (σy, 600 s); Seinfeld 1986 (σz); CCPS 1999 p. 97',
    range: usual,
    y: (stability, x) => power(degadisY[stability], x),
    z: (stability, x) => logQuadratic(seinfeldZ[stability], x),
  },
};

/** σx = σy and σz of an instantaneous puff: Slade 1968, CCPS 1999 p. 101. */
export const puffSigma: { readonly x: Sigma; readonly y: Sigma; readonly z: Sigma } = {
  x: (stability, x) => power(sladePuffY[stability], x),
  y: (stability, x) => power(sladePuffY[stability], x),
  z: (stability, x) => power(sladePuffZ[stability], x),
};
