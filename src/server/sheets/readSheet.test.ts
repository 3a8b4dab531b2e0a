import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { choice, count, date, flag, instant, text } from '#kernel/register/field.ts';
import { defineRegister, type RegisterDeclaration } from '#kernel/register/register.ts';
import { readSheet } from './readSheet.ts';

// Workbooks of Excel, of other writers, and of people who mean harm, read without any tool's help.

const wells = defineRegister({
  id: 'wells',
  room: 'administration',
  label: { zh: '水井', en: 'Wells' },
  singular: { zh: '水井', en: 'Well' },
  title: 'name',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true }),
    depth: count({ label: { zh: '深度', en: 'Depth' }, unit: { zh: '米', en: 'm' } }),
    dugOn: date({ label: { zh: '打井日期', en: 'Dug on' } }),
    seenAt: instant({ label: { zh: '巡查时间', en: 'Seen at' } }),
    isCovered: flag({ label: { zh: '有井盖', en: 'Covered' } }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      options: { deep: { zh: '深井', en: 'Deep' }, shallow: { zh: '浅井', en: 'Shallow' } },
    }),
  },
  access: { read: ['administrator'], write: ['administrator'] },
  empty: { zh: '还没有水井。', en: 'No wells yet.' },
});
const names = { areas: new Map(), titles: new Map(), dictionaries: new Map() };
const headings = ['名称', '深度（米）', '打井日期', '巡查时间', '有井盖', '类别'];

const read = (bytes: Uint8Array) => readSheet(wells as unknown as RegisterDeclaration, Buffer.from(bytes), names);

async function rowsOf(bytes: Uint8Array) {
  const outcome = await read(bytes);
  if (!outcome.ok) throw new Error(outcome.text.en);
  return outcome.value;
}

async function refusalOf(bytes: Uint8Array) {
  const outcome = await read(bytes);
  if (outcome.ok) throw new Error('it was read');
  return outcome;
}

async function made(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('水井');
  sheet.addRow(headings);
  fill(sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A workbook as a plain writer makes it: no styles, no shared texts, no cell addresses. */
function plain(sheetXml: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  return zipSync({
    'xl/workbook.xml': strToU8('<x:workbook xmlns:x="m" xmlns:q="r"><x:sheets><x:sheet name="a" q:id="k1"/></x:sheets></x:workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="k1" Target="/xl/s/one.xml"/></Relationships>'),
    'xl/s/one.xml': strToU8(sheetXml),
    ...more,
  });
}
const inline = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const head = `<row>${headings.map(inline).join('')}</row>`;

test('numbers, dates, times, yes and no, formulas, rich text and links as Excel writes them', async () => {
  const [first, second, ...rest] = await rowsOf(
    await made((sheet) => {
      sheet.addRow(['东井', 42, new Date('2024-02-29T00:00:00Z'), new Date('2026-07-01T08:30:00Z'), true, '深井']);
      sheet.addRow([]);
      sheet.addRow([
        { richText: [{ text: '西' }, { font: { bold: true }, text: '井' }] },
        { formula: 'B2/2', result: 21 },
        '2026年7月1日',
        null,
        '否',
        { text: 'shallow', hyperlink: 'https://example.org' },
      ]);
    }),
  );
  expect(rest).toEqual([]);
  expect(first).toEqual({
    row: 2,
    id: null,
    areaCode: null,
    problems: [],
    values: { name: '东井', depth: 42, dugOn: '2024-02-29', seenAt: '2026-07-01T08:30:00+08:00', isCovered: true, kind: 'deep' },
  });
  expect(second?.row).toBe(4);
  expect(second?.values).toEqual({ name: '西井', depth: 21, dugOn: '2026-07-01', seenAt: null, isCovered: false, kind: 'shallow' });
});

test('a plain writer’s workbook: prefixes, texts in place, no addresses, entities, an error in a cell', async () => {
  const row = `<row>${inline('井&amp;泉')}<c><v>7</v></c><c/><c/><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>`;
  const [only] = await rowsOf(plain(`<x:worksheet xmlns:x="m"><x:sheetData>${head}${row}</x:sheetData></x:worksheet>`));
  expect(only).toMatchObject({ row: 2, values: { name: '井&泉', depth: 7, isCovered: true, kind: null } });
});

test('days counted from 1904, and phonetic readings left out', async () => {
  const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
  const shared = '<sst><si><r><t>井</t></r><rPh><t>jing</t></rPh><r><t>_x0041_</t></r></si></sst>';
  const bytes = plain(`<worksheet><sheetData>${head}<row><c t="s"><v>0</v></c><c/><c s="1"><v>0</v></c></row></sheetData></worksheet>`, {
    'xl/workbook.xml': strToU8('<workbook><workbookPr date1904="1"/><sheets><sheet q:id="k1" xmlns:q="r"/></sheets></workbook>'),
    'xl/styles.xml': strToU8(styles),
    'xl/sharedStrings.xml': strToU8(shared),
  });
  expect((await rowsOf(bytes))[0]?.values).toMatchObject({ name: '井A', dugOn: '1904-01-01' });
});

test('a wrong cell is named with row, column and value', async () => {
  const [only] = await rowsOf(await made((sheet) => sheet.addRow(['井', 'deep', '昨天', null, '也许', '机井'])));
  expect(only?.problems.map(({ row, column, value, rule }) => [row, column, value, rule])).toEqual([
    [2, '深度（米）', 'deep', 'type'],
    [2, '打井日期', '昨天', 'type'],
    [2, '有井盖', '也许', 'type'],
    [2, '类别', '机井', 'choice'],
  ]);
});

test('refused: merged cells, other headings, none at all, too many rows', async () => {
  const merged = await made((sheet) => {
    sheet.addRow(['井']);
    sheet.mergeCells('A2:B2');
  });
  expect((await refusalOf(merged)).code).toBe('sheet-merged');
  expect((await refusalOf(plain(`<worksheet><sheetData><row>${inline('姓名')}</row></sheetData></worksheet>`))).code).toBe(
    'sheet-template',
  );
  expect((await refusalOf(plain('<worksheet><sheetData/></worksheet>'))).code).toBe('sheet-template');
  const many = await refusalOf(
    plain(`<worksheet><sheetData>${head}${`<row>${inline('井')}</row>`.repeat(50_001)}</sheetData></worksheet>`),
  );
  expect(many.code).toBe('sheet-too-long');
  expect(many.text.en).toContain('50001');
});

test('refused in words: entities that grow, broken XML, half a file, no sheet', async () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>';
  const whole = await made((sheet) => sheet.addRow(['井']));
  const noSheet = plain('<worksheet/>', { 'xl/workbook.xml': strToU8('<workbook><sheets/></workbook>') });
  for (const bytes of [plain(bomb), plain('<worksheet><row>'), whole.slice(0, 900), new Uint8Array(10), zipSync({ a: strToU8('a') })])
    expect((await refusalOf(bytes)).code).toBe('sheet-unreadable');
  expect((await refusalOf(noSheet)).code).toBe('sheet-empty');
});
