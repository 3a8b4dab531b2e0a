import type { Text } from '#kernel/language/text.ts';

// The words of a rule formula. Written by people, so full-width signs of a Chinese keyboard are read like their plain ones.

export type Token =
  | { kind: 'number'; value: number; at: number }
  /** A length of time: 30s, 10min, 1h, 2d. */
  | { kind: 'duration'; ms: number; at: number }
  | { kind: 'name'; name: string; at: number }
  | { kind: 'sign'; sign: string; at: number }
  | { kind: 'end'; at: number };

/** What is wrong with a formula and where: `at` counts characters from 0. */
export interface FormulaProblem {
  at: number;
  text: Text;
}

/** Thrown inside the reader of formulas and caught by its entry. */
export class FormulaError extends Error {
  readonly problem: FormulaProblem;
  constructor(at: number, zh: string, en: string) {
    super(en);
    this.problem = { at, text: { zh: `第 ${at + 1} 个字符：${zh}`, en: `character ${at + 1}: ${en}` } };
  }
}

const durations: Record<string, number> = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 };
const plain: Record<string, string> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '＞': '>',
  '＜': '<',
  '＝': '=',
  '×': '*',
  '÷': '/',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
};
const signs = ['>=', '<=', '==', '!=', '&&', '||', '>', '<', '+', '-', '*', '/', '(', ')', ',', '!', '='];

export function tokens(source: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < source.length) {
    if (/\s/.test(source.charAt(at))) {
      at += 1;
      continue;
    }
    const [token, length] = tokenAt(source, at);
    found.push(token);
    at += length;
  }
  found.push({ kind: 'end', at: source.length });
  return found;
}

function tokenAt(source: string, at: number): [Token, number] {
  const rest = source.slice(at);
  const number = /^(\d+(?:\.\d+)?|\.\d+)([A-Za-z]*)/.exec(rest);
  if (number) return [numberToken(number[1] ?? '', number[2] ?? '', at), number[0].length];
  const name = /^[A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff]*/.exec(rest);
  if (name) return [{ kind: 'name', name: name[0], at }, name[0].length];
  const wide = plain[rest.charAt(0)];
  if (wide !== undefined) return [{ kind: 'sign', sign: wide, at }, 1];
  const sign = signs.find((known) => rest.startsWith(known));
  if (sign) return [{ kind: 'sign', sign, at }, sign.length];
  throw new FormulaError(at, `不认识的字符“${rest.charAt(0)}”`, `unknown character "${rest.charAt(0)}"`);
}

function numberToken(digits: string, unit: string, at: number): Token {
  const value = Number(digits);
  if (unit === '') return { kind: 'number', value, at };
  const ms = durations[unit];
  if (ms === undefined)
    throw new FormulaError(
      at + digits.length,
      `不认识的时间单位“${unit}”，可用 s、min、h、d`,
      `unknown unit of time "${unit}", use s, min, h or d`,
    );
  return { kind: 'duration', ms: value * ms, at };
}
