import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importScene, type ImportScene } from './importing.fixture.ts';

// Shapefiles and GeoPackages as GDAL writes them, good and bad, through a whole server.

let scene: ImportScene;
let source = '';
beforeAll(async () => {
  scene = await importScene();
  source = join(scene.folder, 'pumps.geojson');
  const square = (lon: number, lat: number, size: number) => [
    [lon, lat],
    [lon + size, lat],
    [lon + size, lat + size],
    [lon, lat + size],
    [lon, lat],
  ];
  const fields = [
    {
      type: 'Feature',
      properties: { 名称: '龙城镇排涝区', code: '341322100', area: 12.5 },
      geometry: { type: 'Polygon', coordinates: [square(116.9, 34.1, 0.05), square(116.91, 34.11, 0.01).toReversed()] },
    },
    {
      type: 'Feature',
      properties: { 名称: '黄口镇排涝区', code: '341322101', area: 7 },
      geometry: { type: 'MultiPolygon', coordinates: [[square(116.7, 34.3, 0.01)], [square(116.75, 34.3, 0.01)]] },
    },
  ];
  writeFileSync(source, JSON.stringify({ type: 'FeatureCollection', features: fields }));
});
afterAll(() => scene.stop());

/** A Shapefile written by ogr2ogr, its parts chosen and zipped. */
function shapefile(name: string, options: string[], parts = ['shp', 'shx', 'dbf', 'prj', 'cpg'], from = source): string {
  execFileSync('ogr2ogr', ['-f', 'ESRI Shapefile', join(scene.folder, `${name}.shp`), from, ...options]);
  const zip = new PizZip();
  for (const part of parts) {
    const bytes = readIfThere(join(scene.folder, `${name}.${part}`));
    if (bytes) zip.file(`data/${name}.${part}`, bytes);
  }
  const path = join(scene.folder, `${name}.zip`);
  writeFileSync(path, zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' }));
  return path;
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  }
}

test.each([
  ['GBK in Gauss-Krüger', ['-t_srs', 'EPSG:4527', '-lco', 'ENCODING=GBK'], ['shp', 'shx', 'dbf', 'prj', 'cpg']],
  ['GBK without a word on it', ['-t_srs', 'EPSG:4548', '-lco', 'ENCODING=GBK'], ['shp', 'dbf', 'prj']],
  ['UTF-8 in UTM', ['-t_srs', 'EPSG:32650', '-lco', 'ENCODING=UTF-8'], ['shp', 'dbf', 'prj', 'cpg']],
])('a Shapefile, %s, keeps places, islands and Chinese names', async (name, options, parts) => {
  const read = await scene.send(shapefile(name.replaceAll(/\W/g, ''), options, parts));
  expect([read.state, read.reading?.problems]).toEqual(['ready', []]);
  const [layer] = read.reading!.layers;
  expect(layer).toMatchObject({ kind: 'polygon', features: 2 });
  const [first, second] = layer!.sample.features;
  expect(first?.properties).toMatchObject({ 名称: '龙城镇排涝区', code: '341322100', area: 12.5 });
  const rings = (first!.geometry as GeoJSON.Polygon).coordinates;
  expect(rings).toHaveLength(2);
  const corners = rings[0]!.map(([lon = 0, lat = 0]) => [lon.toFixed(6), lat.toFixed(6)].join());
  expect(corners).toContain('116.900000,34.100000');
  expect((second!.geometry as GeoJSON.MultiPolygon).coordinates).toHaveLength(2);
});

test('a Shapefile can give the outlines of divisions', async () => {
  const read = await scene.send(shapefile('divisions', ['-t_srs', 'EPSG:4490', '-lco', 'ENCODING=UTF-8']));
  const stored = await scene.store(read.uploadId, { layers: [], divisions: 'divisions' });
  expect(stored.result).toMatchObject({ imported: 2, layers: ['divisions'] });
});

test('a GeoPackage gives its tables as layers; one whose system is unknown is refused alone', async () => {
  const path = join(scene.folder, 'county.gpkg');
  execFileSync('ogr2ogr', ['-f', 'GPKG', path, source, '-t_srs', 'EPSG:4527', '-nln', 'zones']);
  execFileSync('ogr2ogr', ['-f', 'GPKG', '-update', path, source, '-t_srs', 'EPSG:2384', '-nln', 'old']);
  const read = await scene.send(path);
  expect([read.state, read.reading?.format]).toEqual(['ready', 'geopackage']);
  expect(read.reading?.layers).toMatchObject([{ name: 'zones', kind: 'polygon', features: 2 }]);
  expect(read.reading?.layers[0]?.bbox[0]).toBeCloseTo(116.7, 6);
  expect(read.reading?.problems).toMatchObject([{ layer: 'old', row: 0, field: 'srs_id', rule: 'crs' }]);
  const stored = await scene.store(read.uploadId, {
    layers: [{ from: 'zones', id: 'zones', label: { zh: '排涝区', en: 'Drainage zones' } }],
  });
  expect(stored.result?.imported).toBe(2);
  const { body } = await scene.ask<GeoJSON.FeatureCollection>('GET', '/map/layers/zones.geojson');
  expect(body.features[0]?.properties).toMatchObject({ 名称: '龙城镇排涝区' });
});

test('mixed geometry becomes a layer for each kind, and a place in another province is refused by name', async () => {
  const path = join(scene.folder, 'mixed.geojson');
  const at = (geometry: object, name: string) => ({ type: 'Feature', properties: { name }, geometry });
  writeFileSync(
    path,
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        at({ type: 'Point', coordinates: [116.95, 34.19] }, 'a'),
        at(
          {
            type: 'LineString',
            coordinates: [
              [116.95, 34.19],
              [116.96, 34.2],
            ],
          },
          'b',
        ),
        at({ type: 'Point', coordinates: [121.4, 31.2] }, 'c'),
        at({ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [116.95, 34.19] }] }, 'd'),
      ],
    }),
  );
  const { reading } = await scene.send(path);
  expect(reading?.layers.map(({ name, kind, features }) => [name, kind, features])).toEqual([
    ['mixed', 'point', 1],
    ['mixed (lines)', 'line', 1],
  ]);
  expect(reading?.problems.map(({ layer, row, rule }) => [layer, row, rule])).toEqual([
    ['mixed', 3, 'outside-county'],
    ['mixed', 4, 'collection'],
  ]);
});

test('what a file is, its bytes say: a Shapefile named .geojson is a Shapefile, a picture is nothing', async () => {
  const zip = join(scene.folder, 'disguised.geojson');
  copyFileSync(join(scene.folder, 'divisions.zip'), zip);
  expect((await scene.send(zip)).reading?.format).toBe('shapefile');
  const picture = join(scene.folder, 'picture.tif');
  writeFileSync(picture, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  expect((await scene.send(picture)).fault?.rule).toBe('format-unknown');
  const tiles = join(scene.folder, 'county.pmtiles');
  writeFileSync(tiles, Buffer.concat([Buffer.from('PMTiles\u0003'), Buffer.alloc(120)]));
  expect((await scene.send(tiles)).fault).toMatchObject({ rule: 'tiles', text: { en: expect.stringContaining('thinned out') } });
  const empty = join(scene.folder, 'empty.gpkg');
  writeFileSync(empty, '');
  expect((await scene.send(empty)).fault?.rule).toBe('empty');
});

test('no projection, Xi’an 80, cut off, a bomb: each is refused in its own words', async () => {
  const bare = await scene.send(shapefile('bare', ['-t_srs', 'EPSG:4527', '-lco', 'ENCODING=UTF-8'], ['shp', 'dbf']));
  expect([bare.state, bare.fault?.rule]).toEqual(['refused', 'crs']);
  expect(bare.fault?.text.zh).toContain('EPSG');
  expect((await scene.send(join(scene.folder, 'bare.zip'), { epsg: '4527' })).state).toBe('ready');
  expect((await scene.send(shapefile('xian', ['-t_srs', 'EPSG:2384', '-lco', 'ENCODING=UTF-8']))).fault?.text.en).toContain(
    'local parameters',
  );
  const whole = readFileSync(join(scene.folder, 'divisions.zip'));
  const torn = join(scene.folder, 'torn.zip');
  writeFileSync(torn, whole.subarray(0, whole.length - 40));
  expect((await scene.send(torn)).fault?.rule).toBe('zip');
  const cut = new PizZip();
  for (const part of ['dbf', 'prj']) cut.file(`cut.${part}`, readFileSync(join(scene.folder, `divisions.${part}`)));
  cut.file('cut.shp', readFileSync(join(scene.folder, 'divisions.shp')).subarray(0, 200));
  writeFileSync(torn, cut.generate({ type: 'nodebuffer' }));
  expect(await scene.send(torn)).toMatchObject({ fault: { rule: 'cut-off', text: { en: expect.stringContaining('feature 1') } } });
  const bomb = new PizZip();
  bomb.file('bomb.shp', Buffer.alloc(30 * 1024 * 1024));
  writeFileSync(torn, bomb.generate({ type: 'nodebuffer', compression: 'DEFLATE' }));
  expect((await scene.send(torn)).fault?.rule).toBe('bomb');
  const gpkg = join(scene.folder, 'torn.gpkg');
  writeFileSync(gpkg, readFileSync(join(scene.folder, 'county.gpkg')).subarray(0, 30_000));
  expect((await scene.send(gpkg)).fault?.rule).toBe('geopackage');
  rmSync(gpkg);
});

test('nothing failed that nobody heard of', () => {
  expect(scene.faults).toEqual([]);
});
