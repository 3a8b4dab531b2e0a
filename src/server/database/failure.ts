import type { Text } from '#kernel/language/text.ts';

// Why the database cannot be had. Somebody can act on each of these, so each is one clear sentence in both languages;
// whoever starts the server prints it and ends with an exit code other than 0.

export type DatabaseFailureCode =
  | 'no-binaries'
  | 'binaries-incomplete'
  | 'no-ordinary-user'
  | 'data-folder-missing'
  | 'data-folder-read-only'
  | 'data-folder-owner'
  | 'data-folder-in-use'
  | 'disk-full'
  | 'foreign-data-folder'
  | 'other-major-version'
  | 'init-failed'
  | 'start-failed'
  | 'stale-lock'
  | 'url-invalid'
  | 'server-refused'
  | 'server-unknown-host'
  | 'server-timeout'
  | 'server-wrong-password'
  | 'server-no-database'
  | 'server-too-old'
  | 'server-encoding'
  | 'server-no-role'
  | 'server-failed';

export class DatabaseFailure extends Error {
  /** Stable; callers test this, never the text. */
  readonly code: DatabaseFailureCode;
  readonly text: Text;
  /** What PostgreSQL or the operating system said, for the log. */
  readonly detail: string;

  constructor(code: DatabaseFailureCode, text: Text, detail = '') {
    super(detail === '' ? text.en : `${text.en} [${detail}]`);
    this.name = 'DatabaseFailure';
    this.code = code;
    this.text = text;
    this.detail = detail;
  }
}

/** The code of a Node system error (`EACCES`, `ENOSPC` …), or an empty string. */
export function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
