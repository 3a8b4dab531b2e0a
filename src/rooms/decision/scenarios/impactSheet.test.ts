import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { impactRows, workbookOf } from './impactSheet.ts';

const school: GeoJSON.Feature = {
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [116.95, 34.19] },
  properties: { level: 'zone', kind: 'schools', name: '=龙城 & <小学>', people: 640.4, contact: '0557-1' },
};

test('the list of who is met opens in Excel with names as they are written, also those that look like formulas', async () => {
  const rows = impactRows([school], ['层级', '类别', '名称', '人数', '联系', '经度', '纬度'], () => '学校');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(workbookOf('影响清单', rows).slice().buffer);
  const [sheet] = book.worksheets;
  expect(sheet?.name).toBe('影响清单');
  expect(sheet?.getRow(2).values).toEqual([undefined, 'zone', '学校', '=龙城 & <小学>', 640, '0557-1', 116.95, 34.19]);
});
