import { execFileSync } from 'node:child_process';
import { randomUUIDv7 } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scenario } from '#kernel/scenario/scenario.ts';
import { project, transverseMercatorOf } from '#geo/transverseMercator.ts';
import { importScene, type ImportScene } from './importing.fixture.ts';

// Terrain as GDAL writes it, from the file to a flood on it, through a whole server.

let scene: ImportScene;
beforeAll(async () => {
  scene = await importScene();
});
afterAll(() => scene.stop());

const gaussKruger = transverseMercatorOf(4548)!;
const [x0, y0] = project(gaussKruger, [116.95, 34.19]);
const size = 120;
const cellM = 20;
/** A valley that falls to the south, 30 m above the sea at its lowest. */
const heightAt = (column: number, row: number): number => 30 + Math.abs(column - size / 2) * 0.5 + (size - row) * 0.1;

/** An ESRI ASCII grid, which GDAL turns into whatever is wanted. */
function grid(name: string, value = heightAt): string {
  const path = join(scene.folder, `${name}.asc`);
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => value(column, row).toFixed(2)).join(' '),
  );
  writeFileSync(
    path,
    `ncols ${size}\nnrows ${size}\nxllcorner ${x0}\nyllcorner ${y0}\ncellsize ${cellM}\nNODATA_value -9999\n${rows.join('\n')}\n`,
  );
  return path;
}

function tiff(name: string, from: string, ...more: string[]): string {
  const path = join(scene.folder, `${name}.tif`);
  execFileSync('gdal_translate', ['-q', '-ot', 'Float32', '-a_srs', 'EPSG:4548', ...more, from, path]);
  return path;
}

const wish = (id: string) => ({ layers: [], raster: { id, label: { zh: '试验地形', en: 'Trial terrain' } } });

test('a CGCS2000 elevation model becomes terrain in metres, with its heights where they were', async () => {
  const read = await scene.send(tiff('dem', grid('dem'), '-co', 'TILED=YES', '-co', 'COMPRESS=DEFLATE'));
  expect([read.state, read.reading?.format]).toEqual(['ready', 'geotiff']);
  expect(read.reading?.notes.at(-1)?.en).toMatch(/^EPSG:4548/);
  expect(read.reading?.raster).toMatchObject({ columns: expect.any(Number), holes: expect.any(Number) });
  expect(read.reading!.raster!.lowest).toBeCloseTo(30.1, 0);
  expect(read.reading!.raster!.highest).toBeCloseTo(30 + (size / 2) * 0.5 + size * 0.1, 0);
  expect(read.reading?.layers).toMatchObject([{ name: 'contours', kind: 'line' }]);
  const stored = await scene.store(read.uploadId, {
    ...wish('trial'),
    layers: [{ from: 'contours', id: 'trial-contours', label: { zh: '等高线', en: 'Contours' } }],
  });
  expect(stored.result?.layers).toEqual(['trial-contours', 'trial']);
  const { body } = await scene.ask<{ items: { id: string; bbox: number[] }[] }>('GET', '/base/rasters');
  const [west = 0, south = 0] = body.items.find(({ id }) => id === 'trial')?.bbox ?? [];
  expect(west).toBeCloseTo(116.95, 2);
  expect(south).toBeCloseTo(34.19, 2);
});

test('a flood runs on that terrain in the background, with progress, and the water lies in the valley', async () => {
  const id = randomUUIDv7();
  const inputs = { dem: { $data: 'raster:trial' }, holes: 'wall', durationS: 3600, rain: { intensityMmPerHour: [60], stepS: 3600 } };
  const made = { id, title: '试验洪水', model: 'flood', areaCode: '341322', inputs, origins: {}, subject: null, exercise: false };
  expect((await scene.ask('POST', '/scenarios', made)).status).toBe(201);
  let done: Scenario;
  do done = (await scene.ask<Scenario>('GET', `/scenarios/${id}`)).body;
  while (done.state === 'queued' || done.state === 'running');
  expect(done).toMatchObject({ state: 'done', progress: 1, inputs });
  const frames = await scene.ask<{ items: unknown[] }>('GET', `/scenarios/${id}/frames`);
  expect(frames.body.items.length).toBeGreaterThan(0);
  const depth = ((done.answer ?? {})['outputs'] as { maxDepth: { columns: number; rows: number; values: (number | null)[] } }).maxDepth;
  const deepestIn = (from: number, to: number) =>
    Math.max(
      ...depth.values
        .filter((_, at) => at % depth.columns >= depth.columns * from && at % depth.columns < depth.columns * to)
        .map((each) => each ?? 0),
    );
  expect(deepestIn(0.45, 0.55)).toBeGreaterThan(0.2);
  expect(deepestIn(0.45, 0.55)).toBeGreaterThan(5 * deepestIn(0.1, 0.3));
});

test('holes stay holes, feet become metres, and a mark of holes that was not declared is told', async () => {
  const holed = grid('holed', (column, row) => (column < 10 ? -9999 : column === 50 && row === 50 ? -32_768 : heightAt(column, row)));
  const read = await scene.send(tiff('holed', holed));
  expect(read.reading!.raster!.holes).toBeGreaterThan(size * 9);
  expect(read.reading?.problems).toMatchObject([{ rule: 'range', row: 0 }]);
  const feet = join(scene.folder, 'feet.vrt');
  execFileSync('gdal_translate', ['-q', '-of', 'VRT', join(scene.folder, 'dem.tif'), feet]);
  writeFileSync(feet, readFileSync(feet, 'utf8').replace('<ColorInterp>', '<UnitType>ft</UnitType><ColorInterp>'));
  const inFeet = await scene.send(tiff('feet', feet));
  expect(inFeet.reading!.raster!.lowest).toBeCloseTo(30.1 * 0.3048, 1);
});

test('what cannot be placed is refused in words: no system, Xi’an 80, another province, cut off', async () => {
  const bare = join(scene.folder, 'bare.tif');
  execFileSync('gdal_translate', ['-q', '-ot', 'Float32', grid('bare'), bare]);
  const none = await scene.send(bare);
  expect([none.state, none.fault?.rule]).toEqual(['refused', 'crs']);
  expect(none.fault?.text.en).toContain('EPSG');
  expect((await scene.send(bare, { epsg: '4548' })).state).toBe('ready');
  const xian = await scene.send(tiff('xian', grid('xian'), '-a_srs', 'EPSG:2384'));
  expect(xian.fault?.text.en).toContain('local parameters');
  const far = await scene.send(tiff('far', grid('far'), '-a_srs', 'EPSG:32648'));
  expect(far.fault?.rule).toBe('outside-county');
  for (const [name, more] of [
    ['packed', ['-co', 'COMPRESS=DEFLATE']],
    ['plain', []],
  ] as const) {
    const whole = readFileSync(tiff(name, grid(name), ...more));
    const torn = join(scene.folder, `torn-${name}.tif`);
    writeFileSync(torn, whole.subarray(0, whole.length * 0.7));
    expect((await scene.send(torn)).fault?.rule).toMatch(/^(geotiff|cut-off)$/);
  }
});

test('nothing failed that nobody heard of', () => {
  expect(scene.faults).toEqual([]);
});
