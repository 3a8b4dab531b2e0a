import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { protocols } from '#protocols/protocols.ts';
import { casePages } from '../docs/drawCases.ts';
import { pageOf, withTables } from '../docs/protocolTables.ts';
import { readSource, repository } from './sources.ts';

describe('docs/cases', () => {
  test('says of every case type what its declaration says; else run: node docs/drawCases.ts', () => {
    const written = casePages().map(({ file }) => ({ file, text: readSource(repository, `docs/cases/${file}`) }));
    expect(written).toEqual(casePages());
  });

  test('has no page of a case type that is gone', () => {
    const known = casePages().map(({ file }) => file);
    expect(readdirSync(join(repository, 'docs/cases')).filter((file) => !known.includes(file))).toEqual([]);
  });
});

/** One sound message of each protocol. */
const samples: Readonly<Record<string, { file: string; pick?: (text: string) => string }>> = {
  cap: { file: 'weather.cap' },
  gb26875: { file: 'frames.json', pick: (text) => (JSON.parse(text) as { hex: string }[])[0]?.hex ?? '' },
  hj212: { file: 'messages.txt' },
};
const jsonSample = '{"msgId":"a","ts":1782864000000,"seq":1,"items":[{"code":"waterLevel","value":32.1}]}';

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
    'the page of %s names every field that decoding gives',
    (id, protocol) => {
      const page = readFileSync(pageOf(id), 'utf8');
      const decoder = protocol.createDecoder();
      const [decoded] = [...decoder.push(sampleOf(id)), ...decoder.end()];
      if (!decoded?.ok) throw new Error(`the sample of ${id} cannot be decoded`);
      const fields = Object.keys(protocol.describe(decoded.message));
      expect(fields.filter((field) => !new RegExp(`\`${field}[\`[]`).test(page))).toEqual([]);
    },
  );
});

function sampleOf(id: string): Uint8Array {
  const sample = samples[id];
  if (sample === undefined) return new TextEncoder().encode(jsonSample);
  const text = readSource(repository, `src/protocols/${id}/fixtures/${sample.file}`);
  return sample.pick ? Uint8Array.fromHex(sample.pick(text)) : new TextEncoder().encode(text);
}
