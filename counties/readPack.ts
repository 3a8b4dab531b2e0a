import { readFile } from 'node:fs/promises';
import { readGeoJson } from '#geo/readGeoJson.ts';
import { z } from 'zod';
import type { CountyPack } from './county.ts';

// Reads the data files of a county pack and checks them: a pack is written by people, often without a programmer at hand, so
// each fault names the file and the place in it.

const text = z.object({ zh: z.string().min(1), en: z.string().min(1) });
const lonLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

const countyFile = z.strictObject({
  code: z.string().regex(/^\d{6}$/),
  name: text,
  agency: text,
  documentMark: z.string().min(1).max(10),
  centre: lonLat,
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});

const divisionsFile = z.array(
  z.strictObject({
    code: z.string().regex(/^\d{9}$/),
    level: z.literal('township'),
    kind: z.enum(['town', 'township', 'subdistrict', 'zone']),
    name: text,
  }),
);

const indicatorsFile = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
    name: text,
    unit: text,
    kind: z.enum(['binding', 'anticipated']),
    base: z.number().nullable(),
    baseYear: z.int(),
    target: z.strictObject({
      operator: z.enum(['decreaseBy', 'below', 'atMost', 'atLeast', 'prevent']),
      value: z.number().nullable(),
    }),
    targetYear: z.int(),
    targetText: z.string(),
    source: z.strictObject({ document: z.string(), table: z.int(), title: z.string(), row: z.int(), attribute: z.string() }),
    sameMatterAs: z.string().nullable(),
  }),
);

/**
 * Reads county.json, divisions.json, indicators.json and outline.geojson of a folder.
 * @throws Error that names the file and what is wrong with it
 */
export async function readPack(folder: URL): Promise<Omit<CountyPack, 'makeDemo'>> {
  const county = await readJson(folder, 'county.json', countyFile);
  const divisions = await readJson(folder, 'divisions.json', divisionsFile);
  const stranger = divisions.find(({ code }) => !code.startsWith(county.code));
  if (stranger) throw new Error(`divisions.json: ${stranger.code} is not a division of ${county.code}`);
  return {
    ...county,
    divisions,
    indicators: await readJson(folder, 'indicators.json', indicatorsFile),
    outline: await readOutline(folder),
  };
}

async function readJson<T>(folder: URL, name: string, shape: z.ZodType<T>): Promise<T> {
  const content: unknown = JSON.parse(await readFile(new URL(name, folder), 'utf8'));
  const result = shape.safeParse(content);
  if (!result.success) throw new Error(`${name}: ${z.prettifyError(result.error)}`);
  return result.data;
}

async function readOutline(folder: URL): Promise<CountyPack['outline']> {
  const name = 'outline.geojson';
  const { features, problems } = readGeoJson(await readFile(new URL(name, folder), 'utf8'));
  const [problem] = problems;
  if (problem) throw new Error(`${name}: feature ${problem.row}, ${problem.field}: ${problem.text.en}`);
  const geometry = features[0]?.feature.geometry;
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') throw new Error(`${name}: a polygon is expected`);
  return geometry;
}
