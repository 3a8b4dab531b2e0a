import type { Label } from './field.ts';
import type { Check } from './model.ts';
import { modelOf } from './models.ts';

// A model held against its reference cases, now. Nothing of the outcome is stored: who doubts it computes it again.

export interface VerifiedCheck {
  quantity: Label;
  unit: string;
  expected: number;
  computed: number;
  /** Largest |computed − expected| that passes, in the unit. */
  allowed: number;
  isMet: boolean;
}

export interface VerifiedCase {
  id: string;
  subject: Label;
  source: string;
  inputs: Readonly<Record<string, string | number>>;
  note: Label | null;
  checks: VerifiedCheck[];
}

/** What a check allows, in its unit. */
export function allowedError({ expected, tolerance }: Check): number {
  return Math.max((tolerance.relative ?? 0) * Math.abs(expected), tolerance.absolute ?? 0);
}

/** Computes every case of a model. @throws Error when there is no such model */
export function verifyModel(id: string): VerifiedCase[] {
  const model = modelOf(id);
  if (model === null) throw new Error(`no model ${id}`);
  return model.cases.map(({ id: caseId, subject, source, inputs, note, checks }) => ({
    id: caseId,
    subject,
    source,
    inputs,
    note: note ?? null,
    checks: checks.map((check) => {
      const computed = check.computed();
      const allowed = allowedError(check);
      const { quantity, unit, expected } = check;
      return { quantity, unit, expected, computed, allowed, isMet: Math.abs(computed - expected) <= allowed };
    }),
  }));
}
