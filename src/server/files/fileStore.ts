import type { Readable } from 'node:stream';
import type { Outcome } from '#kernel/problem/refusal.ts';

/** A file that has arrived but is not yet kept. */
export interface Received {
  /** Where its bytes lie meanwhile, on this computer. */
  path: string;
  sha256: string;
  bytes: number;
  /** First bytes, enough to see what it is. */
  head: Buffer;
}

/**
 * Where the bytes of files are kept, named by their SHA-256. The folder store is one; an object store (S3) can take its
 * place: what arrives is looked at on this computer in either case.
 */
export interface FileStore {
  /**
   * Streams a file in. `admit` is asked once, with the first bytes, and gives the size limit or refuses; nothing is left
   * behind when it refuses, when the limit is passed or when the sender goes away.
   */
  receive(source: AsyncIterable<Buffer>, admit: (head: Buffer) => Outcome<{ limit: number }>): Promise<Outcome<Received>>;
  /** Keeps it for good, durably; the same bytes twice are kept once. */
  keep(received: Received): Promise<void>;
  discard(received: Received): Promise<void>;
  /** Bytes `from` to `to` (inclusive, as in HTTP), or all. */
  read(sha256: string, range?: { from: number; to: number }): Readable;
  /** Null when the bytes are not there. */
  size(sha256: string): Promise<number | null>;
  /** Everything kept, in batches. */
  list(): AsyncIterable<string[]>;
  /** Removes bytes that nobody kept again since an instant; false when somebody did. */
  removeIfOlder(sha256: string, thanMs: number): Promise<boolean>;
  /** File for the thumbnail of a photo, whether it exists or not. */
  thumbnailPath(sha256: string): string;
}
