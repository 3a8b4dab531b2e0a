import { type InputProblem, refused } from '../model.ts';
import { alphas, betaByNo, classes, grades, type HazardClass, named, type Named } from './gb18218.table.ts';

// Is a unit a major hazard installation, and of which grade? GB 18218-2018 clauses 4.2 and 4.3.

export interface Stock {
  /** Number in table 1, or null for a chemical that is there only by its class. */
  readonly no: number | null;
  /** Symbol of tables 2 and 4; needed for β unless table 3 names the chemical. */
  readonly symbol: string | null;
  /** Design maximum in tonnes. */
  readonly tonnes: number;
}

export interface Share {
  readonly threshold: number;
  readonly beta: number;
  /** q/Q and β·q/Q */
  readonly ratio: number;
  readonly weighted: number;
}

/** α by people usually present within 500 m outside the boundary. */
export function alphaOf(people: number): number {
  return alphas.find(({ from }) => people >= from)!.alpha;
}

/** Grade 1 (gravest) to 4 by R. */
export function gradeOf(r: number): 1 | 2 | 3 | 4 {
  return grades.find(({ from }) => r >= from)!.grade;
}

/** Threshold and β of one stock, or what is missing. @param path where it stands in the input */
export function shareOf(stock: Stock, path: string): { ok: true; share: Share } | { ok: false; problems: readonly InputProblem[] } {
  const row = named.find(({ no }) => no === stock.no) ?? null;
  const hazard = classes.find(({ symbol }) => symbol === stock.symbol) ?? null;
  if (!row && !hazard) {
    const text = { zh: '应填写表 1 序号或危险性类别符号', en: 'a number of table 1 or a class symbol is needed' };
    return refused(`${path}.symbol`, 'required', text);
  }
  const beta = betaOf(row, hazard);
  if (beta === null) {
    const text = {
      zh: `${row!.name.zh}不在表 3，请填写危险性类别符号以取 β`,
      en: `${row!.name.en} is not in table 3: its class symbol is needed for β`,
    };
    return refused(`${path}.symbol`, 'data', text);
  }
  const threshold = row?.tonnes ?? hazard!.tonnes;
  const ratio = stock.tonnes / threshold;
  return { ok: true, share: { threshold, beta, ratio, weighted: beta * ratio } };
}

/** β by name goes before β by class. */
function betaOf(row: Named | null, hazard: HazardClass | null): number | null {
  return (row && betaByNo[row.no]) ?? hazard?.beta ?? null;
}

/** S, R and grade of a unit; grade null when it is no major hazard. */
export function judge(shares: readonly Share[], people: number): { s: number; alpha: number; r: number; grade: 1 | 2 | 3 | 4 | null } {
  const s = shares.reduce((sum, { ratio }) => sum + ratio, 0);
  const alpha = alphaOf(people);
  const r = alpha * shares.reduce((sum, { weighted }) => sum + weighted, 0);
  return { s, alpha, r, grade: s >= 1 ? gradeOf(r) : null };
}
