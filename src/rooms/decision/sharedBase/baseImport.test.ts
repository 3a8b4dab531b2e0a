import { expect, test } from 'vitest';
import { boxesMeet, layerIdOf, layerIdPattern, problemsFile, valueText } from './baseImport.ts';

test('a layer is named in English and gets an id that the server takes', () => {
  expect(layerIdOf('Flood shelters (2026)')).toBe('flood-shelters-2026');
  expect(layerIdOf('  12 hospitals')).toBe('hospitals');
  expect(layerIdOf('医院')).toBe('');
  expect(layerIdOf('A'.repeat(60))).toMatch(layerIdPattern);
});

test('a file that lies in another province has nothing in common with the county', () => {
  const county = [116.6, 33.9, 117.3, 34.5];
  expect(boxesMeet(county, [117, 34, 118, 35])).toBe(true);
  expect(boxesMeet(county, [121, 31, 122, 32])).toBe(false);
});

test('the list of problems has a line for each, with the value as it stands in the file', () => {
  const problem = { layer: '泵站', row: 3, field: '经度', value: 'abc', rule: 'number', text: { zh: '不是度数', en: 'Not degrees' } };
  expect(problemsFile([problem], ['图层', '行', '字段', '值', '规则', '说明'], ({ text }) => text.zh)).toContain(
    '泵站,3,经度,abc,number,不是度数',
  );
});

test('a long value is cut, nothing is shown for none', () => {
  expect(valueText(null)).toBe('');
  expect(valueText('x'.repeat(500))).toHaveLength(118);
  expect(valueText([1, 2])).toBe('[1,2]');
});
