import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Protocol } from '#protocols/protocol.ts';
import { protocols } from '#protocols/protocols.ts';
import { casePages } from '../docs/drawCases.ts';
import { pageOf, withTables } from '../docs/protocolTables.ts';
import { repository } from './sources.ts';

describe('docs/cases', () => {
  test('says of every case type what its declaration says; else run: node docs/drawCases.ts', () => {
    const path = (file: string) => join(repository, 'docs/cases', file);
    const stale = casePages().filter(({ file, text }) => !existsSync(path(file)) || readFileSync(path(file), 'utf8') !== text);
    expect(stale.map(({ file }) => file)).toEqual([]);
  });

  test('has no page of a case type that is gone', () => {
    const known = casePages().map(({ file }) => file);
    expect(readdirSync(join(repository, 'docs/cases')).filter((file) => !known.includes(file))).toEqual([]);
  });
});

describe('docs/protocols', () => {
  test.each(protocols.map(({ id }) => id))(
    '%s has a page whose tables are those of the code; else run: node docs/protocolTables.ts',
    (id) => {
      expect(existsSync(pageOf(id)), `docs/protocols/${id}.md`).toBe(true);
      const page = readFileSync(pageOf(id), 'utf8');
      expect(page).toBe(withTables(id, page));
    },
  );

  test.each(protocols.map((protocol) => [protocol.id, protocol] as const))(
    'the example of %s can be decoded, and every field it gives is explained',
    (id, protocol) => {
      const page = readFileSync(pageOf(id), 'utf8');
      const decoder = protocol.createDecoder();
      const [decoded] = [...decoder.push(exampleOf(page, protocol)), ...decoder.end()];
      if (!decoded?.ok) throw new Error(`the example in ${pageOf(id)} is no message: ${decoded?.message ?? 'nothing'}`);
      const fields = Object.keys(protocol.describe(decoded.message));
      expect(fields.filter((field) => !new RegExp(`\`${field}[\`[]`).test(page))).toEqual([]);
    },
  );
});

/** The first block of the kind `frame` on a page, as bytes. */
function exampleOf(page: string, { frameForm, lineEnd }: Protocol<unknown>): Uint8Array {
  const text = /^```frame\n([\s\S]*?)\n```$/m.exec(page)?.[1] ?? '';
  if (frameForm === 'hex') return Uint8Array.fromHex(text.replaceAll(/\s/g, ''));
  return Uint8Array.of(...new TextEncoder().encode(text), ...(lineEnd ?? []));
}
