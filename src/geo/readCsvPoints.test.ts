import { expect, test } from 'vitest';
import { readCsvPoints, readDegrees } from './readCsvPoints.ts';

test('a table with Chinese names becomes points with the other columns as properties', () => {
  const reading = readCsvPoints('\uFEFF名称,经度（°）,纬度（°）,"备注, 其他"\r\n演示甲,116.9,34.2,"一,二"\r\n\r\n演示乙,117.0,34.1,\r\n');
  expect(reading.problems).toEqual([]);
  expect(reading.columns).toEqual(['名称', '备注, 其他']);
  expect(reading.features.map(({ row }) => row)).toEqual([2, 4]);
  expect(reading.features[0]!.feature).toEqual({
    type: 'Feature',
    properties: { 名称: '演示甲', '备注, 其他': '一,二' },
    geometry: { type: 'Point', coordinates: [116.9, 34.2] },
  });
  expect(reading.bbox).toEqual([116.9, 34.1, 117, 34.2]);
});

test('usual column names in either language and other separators are understood', () => {
  for (const header of ['lon,lat', 'LNG;LAT', 'Longitude\tLatitude', 'X,Y', 'Point_X,Point_Y', '东经,北纬']) {
    const mark = header.includes(';') ? ';' : header.includes('\t') ? '\t' : ',';
    expect(readCsvPoints(`${header}\n116.9${mark}34.2`).features).toHaveLength(1);
  }
});

test('each bad row is named by its line, the good rows are kept', () => {
  const reading = readCsvPoints('name,lat,lon\na,34.2,116.9\nb,116.9,34.2\nc,,116.9\nd,北,116.9\ne,34.2\nf,3785001,39512345\n');
  expect(reading.features.map(({ row }) => row)).toEqual([2]);
  expect(reading.problems.map(({ row, field, rule }) => [row, field, rule])).toEqual([
    [3, 'lon,lat', 'swapped'],
    [4, 'lat', 'number'],
    [5, 'lat', 'number'],
    [6, 'lon', 'number'],
    [7, 'lon,lat', 'projected'],
  ]);
});

test('a table without place columns, an empty one and one with an open quote say so', () => {
  expect(readCsvPoints('name,address\na,b').problems[0]).toMatchObject({ row: 1, rule: 'columns' });
  expect(readCsvPoints('').problems[0]!.rule).toBe('columns');
  expect(readCsvPoints('lon,lat\n"116.9,34.2\n').problems[0]!.rule).toBe('csv');
});

test('degrees are read as decimals or as degrees, minutes and seconds', () => {
  expect(readDegrees(' 116.947 ')).toBe(116.947);
  expect(readDegrees('东经116.947°')).toBe(116.947);
  expect(readDegrees('N34.5')).toBe(34.5);
  expect(readDegrees('116°56′49.2″')).toBeCloseTo(116.947, 9);
  expect(readDegrees('116度56分49.2秒')).toBeCloseTo(116.947, 9);
  expect(readDegrees(`34°12'`)).toBeCloseTo(34.2, 9);
  for (const bad of ['', '116°61′00″', '1e3', '0x10', '116,9', 'Infinity', '12 34 56a']) expect(readDegrees(bad)).toBeNull();
});
