import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { Anchor } from '#kernel/journal/anchor.ts';
import type { JournalEntry } from '#kernel/journal/journal.ts';
import { JournalCheck, type Verification } from '#kernel/journal/verification.ts';
import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import type { Database } from '../storage/database.ts';
import { sm3 } from '../storage/journal.ts';
import { withJournalSnapshot, type JournalSnapshot } from '../storage/journalReading.ts';
import { isSignedBy, keyIdOf } from './anchorKey.ts';

// The journal as a file for archives and auditors: one JSON object a line. First the header with county, public keys,
// anchors and the end of the chain; then every entry. The file can be checked without a database.

interface Header {
  format: 'anlan-journal';
  version: 1;
  county: string;
  head: { position: number; hash: string } | null;
  keys: string[];
  anchors: Anchor[];
}

/** Writes the whole journal; entries written meanwhile are not in it. */
export async function exportJournal(
  database: Database,
  keys: ReadonlyMap<string, string>,
  county: string,
  file: string,
  progress: (done: number, of: number) => void,
): Promise<{ entries: number; anchors: number }> {
  return withJournalSnapshot(database, async (snapshot) => {
    let entries = 0;
    const count = (n: number) => {
      entries += n;
      progress(entries, snapshot.head?.position ?? entries);
    };
    await pipeline(Readable.from(linesOf(snapshot, keys, county, count)), createWriteStream(file, { mode: 0o600 }));
    return { entries, anchors: snapshot.anchors.length };
  });
}

async function* linesOf(
  { head, anchors, batches }: JournalSnapshot,
  keys: ReadonlyMap<string, string>,
  county: string,
  count: (n: number) => void,
): AsyncGenerator<string> {
  const header: Header = { format: 'anlan-journal', version: 1, county, head, keys: [...keys.values()], anchors };
  yield `${JSON.stringify(header)}\n`;
  for await (const entries of batches) {
    yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    count(entries.length);
  }
}

/**
 * Checks an exported file. A signature counts only when its key is among `trusted`; without any (an auditor's computer) the
 * keys inside the file are taken, which proves the file against itself alone.
 */
export async function verifyExport(
  file: string,
  trusted: ReadonlyMap<string, string>,
  progress: (checked: number) => void,
): Promise<Outcome<Verification>> {
  const source = createReadStream(file, 'utf8');
  const lines = createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY });
  let check: JournalCheck | null = null;
  let header: Header | null = null;
  let checked = 0;
  try {
    await once(source, 'open');
    for await (const line of lines) {
      if (line === '') continue;
      if (!check || !header) {
        header = readHeader(line);
        if (!header) return notAJournal;
        const keys = trusted.size > 0 ? trusted : new Map(header.keys.map((key) => [keyIdOf(key), key]));
        check = new JournalCheck(sm3, header.anchors, ({ keyId, statement, signature }) => isSignedBy(keys, keyId, statement, signature));
        continue;
      }
      check.take(JSON.parse(line) as JournalEntry);
      checked += 1;
      progress(checked);
    }
  } catch (error) {
    if (error instanceof SyntaxError)
      return refuse('journal-file-broken', 422, {
        zh: `文件第 ${checked + 2} 行无法读取，文件可能不完整`,
        en: `line ${checked + 2} of the file cannot be read: the file may be cut off`,
      });
    throw error;
  } finally {
    source.destroy();
  }
  return check && header ? accept(check.finish(header.head)) : notAJournal;
}

const notAJournal = refuse('journal-file-foreign', 422, {
  zh: '这不是安澜导出的日志文件',
  en: 'This is not a journal file exported by Anlan',
});

function readHeader(line: string): Header | null {
  const parsed = JSON.parse(line) as Partial<Header>;
  return parsed.format === 'anlan-journal' && Array.isArray(parsed.anchors) && Array.isArray(parsed.keys) ? (parsed as Header) : null;
}
