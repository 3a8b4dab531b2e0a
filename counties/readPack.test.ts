import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPack } from './readPack.ts';

let folder: string;
const source = new URL('./341322/', import.meta.url);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan-pack-'));
  for (const name of ['county.json', 'divisions.json', 'indicators.json', 'outline.geojson']) {
    await cp(new URL(name, source), join(folder, name));
  }
});
afterEach(() => rm(folder, { recursive: true }));

const read = () => readPack(pathToFileURL(`${folder}/`));

test('a whole pack is read as it stands', async () => {
  await expect(read()).resolves.toEqual(await readPack(source));
});

test.each([
  ['county.json', '{"code":"3413","name":{"zh":"某县","en":"A county"},"centre":[117,34],"bbox":[116,33,118,35]}', /county\.json.*code/s],
  [
    'divisions.json',
    '[{"code":"999999001","level":"township","kind":"town","name":{"zh":"某镇","en":"A town"}}]',
    /divisions\.json: 999999001/,
  ],
  ['divisions.json', '[{"code":"341322001","level":"township","kind":"town","name":{"zh":"某镇"}}]', /divisions\.json.*\[0\]\.name\.en/s],
  ['indicators.json', '[{}]', /indicators\.json/],
  ['outline.geojson', '{"type":"Point","coordinates":[34.2,116.9]}', /outline\.geojson/],
])('a fault in %s is named with its file and place', async (name, content, message) => {
  await writeFile(join(folder, name), content);
  await expect(read()).rejects.toThrow(message);
});
