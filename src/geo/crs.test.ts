import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { crsOfEpsg, crsOfWkt } from './crs.ts';

// Against PROJ: gdaltransform and gdalsrsinfo give the expected numbers and the words of real .prj files.

const longTian = [116.95, 34.19] as const;

function projected(epsg: number): [number, number] {
  const line = execFileSync('gdaltransform', ['-s_srs', 'OGC:CRS84', '-t_srs', `EPSG:${epsg}`, '-output_xy'], {
    input: `${longTian.join(' ')}\n`,
    encoding: 'utf8',
  });
  const [x = 0, y = 0] = line.trim().split(' ').map(Number);
  return [x, y];
}

const wktOf = (epsg: number, form: string): string =>
  execFileSync('gdalsrsinfo', ['--single-line', '-o', form, `EPSG:${epsg}`], { encoding: 'utf8' });

test.each([4527, 4548, 4508, 32_650, 3857])('EPSG:%d places a village where PROJ places it, by code and by the words of a .prj', (epsg) => {
  const [x, y] = projected(epsg);
  for (const crs of [crsOfEpsg(epsg), crsOfWkt(wktOf(epsg, 'wkt_esri')), crsOfWkt(wktOf(epsg, 'wkt1'))]) {
    if (typeof crs === 'string') throw new Error(crs);
    const [lon, lat] = crs.toLonLat(x, y);
    expect(lon).toBeCloseTo(longTian[0], 7);
    expect(lat).toBeCloseTo(longTian[1], 7);
    const [backX, backY] = crs.fromLonLat([lon, lat]);
    expect(backX).toBeCloseTo(x, 2);
    expect(backY).toBeCloseTo(y, 2);
  }
});

test('Beijing 1954 and Xi’an 1980 are named as such, a system of another country as unknown, none as missing', () => {
  expect([crsOfEpsg(4214), crsOfEpsg(2384), crsOfWkt(wktOf(4610, 'wkt_esri')), crsOfWkt(wktOf(2384, 'wkt_esri'))]).toEqual([
    'local',
    'local',
    'local',
    'local',
  ]);
  expect([crsOfEpsg(27_700), crsOfWkt(wktOf(27_700, 'wkt_esri')), crsOfWkt('')]).toEqual(['unknown', 'unknown', 'missing']);
  expect(crsOfWkt(wktOf(4490, 'wkt_esri'))).toMatchObject({ isGeographic: true });
});
