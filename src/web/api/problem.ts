import type { Text } from '#kernel/language/text.ts';
import type { FieldError } from '#kernel/problem/refusal.ts';

// What the server answers when it refuses (application/problem+json, RFC 9457), and what remains when it does not answer
// at all. Pages test `code`, never the words.

export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly text: Text;
  readonly fields: readonly FieldError[];
  /** Members a particular code adds, e.g. who changed an alarm. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, text: Text, fields: readonly FieldError[] = [], more: Record<string, unknown> = {}) {
    super(`${code} (${status})`);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.text = text;
    this.fields = fields;
    this.more = more;
  }
}

/** The server could not be reached, or the answer broke off: whether the call took effect is unknown. */
export class NetworkFailure extends Error {
  constructor(cause: unknown) {
    super('network', { cause });
    this.name = 'NetworkFailure';
  }
}

const unexplained: Text = {
  zh: '服务器未说明原因。请稍后重试；若仍出现，请告知管理员。',
  en: 'The server gave no reason. Try again later; if it stays, tell the administrator.',
};

/** Reads a problem answer; anything that is no problem document becomes code `unexplained` with the same status. */
export function readProblem(status: number, body: unknown): ApiProblem {
  if (!isObject(body)) return new ApiProblem(status, 'unexplained', unexplained);
  const { code, text, fields, ...more } = body;
  return new ApiProblem(
    status,
    typeof code === 'string' ? code : 'unexplained',
    isText(text) ? text : unexplained,
    Array.isArray(fields) ? fields.filter(isFieldError) : [],
    more,
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function isText(value: unknown): value is Text {
  return isObject(value) && typeof value.zh === 'string' && typeof value.en === 'string';
}

function isFieldError(value: unknown): value is FieldError {
  return isObject(value) && typeof value.field === 'string' && typeof value.rule === 'string' && isText(value.text);
}
