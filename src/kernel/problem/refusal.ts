import type { Text } from '#kernel/language/text.ts';

// A refusal is something the user or device can act on: a stable code, a status, words in both languages. It is a value
// inside the kernel; the HTTP shell turns it into application/problem+json. A fault (our bug, a broken disk) is thrown.

export interface FieldError {
  field: string;
  /** What was sent, as far as it can be shown. */
  value: unknown;
  /** Stable rule name: required, type, min, max, pattern, choice, unique, reference, area. */
  rule: string;
  text: Text;
}

export interface Refusal {
  ok: false;
  /** Stable, kebab-case, e.g. `case-action-not-allowed`. Callers test this, never the text. */
  code: string;
  status: 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 423 | 429 | 503;
  text: Text;
  fields?: FieldError[];
  clause?: string;
}

export type Outcome<T> = { ok: true; value: T } | Refusal;

export function accept<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse(code: string, status: Refusal['status'], text: Text, more?: { fields?: FieldError[]; clause?: string }): Refusal {
  return { ok: false, code, status, text, ...more };
}

/** Carries a refusal through code that cannot return it (a transaction that must roll back). */
export class RefusalError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.text.en);
    this.refusal = refusal;
  }
}
