import { randomUUIDv7 } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import type { Outcome } from '#kernel/problem/refusal.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { registerById } from '#rooms/rooms.ts';
import { schools as declaration } from '#rooms/decision/sharedBase/schools.register.ts';
import type { Context } from '../operations/context.ts';
import { change, create, get, list } from '../operations/registerOperations.ts';
import { saveAreas } from '../storage/areas.ts';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';
import { previewImport } from './preview.ts';
import { sheetColumns } from './sheetColumns.ts';
import { Sheets } from './sheetOperations.ts';

const schools = declaration as unknown as RegisterDeclaration;
const officer = anActor();
let database: TestDatabase;
let context: Context;
let sheets: Sheets;

beforeAll(async () => {
  database = await testDatabase();
  context = { clock: new TestClock(), database, county: '341322', publicUrl: '' };
  await database.transaction(anActor({ kind: 'system' }), (tx) =>
    saveAreas(tx, [
      {
        code: '341322',
        parentCode: null,
        level: 'county',
        name: { zh: '萧县', en: 'Xiao County' },
        lon: null,
        lat: null,
        geometry: null,
        demo: false,
      },
      {
        code: '341322101',
        parentCode: '341322',
        level: 'township',
        name: { zh: '黄口镇', en: 'Huangkou Town' },
        lon: null,
        lat: null,
        geometry: null,
        demo: false,
      },
      {
        code: '341322102',
        parentCode: '341322',
        level: 'township',
        name: { zh: '杨楼镇', en: 'Yanglou Town' },
        lon: null,
        lat: null,
        geometry: null,
        demo: false,
      },
    ]),
  );
});
beforeEach(async () => {
  await database.pool.query('delete from schools');
  sheets = new Sheets(context);
});
afterAll(() => database.drop());

function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`${outcome.text.en} ${JSON.stringify(outcome.fields ?? '')}`);
}

async function aSchool(name: string, more: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUIDv7();
  must(await create(context, officer, schools, id, { name, kind: 'primary', areaCode: '341322101', ...more }));
  return id;
}

async function exported(filters: Record<string, string> = {}): Promise<ExcelJS.Workbook> {
  const out = new PassThrough();
  const bytes = buffer(out);
  must(await sheets.export(officer, schools, { sort: 'name', filters }, JSON.stringify(filters), () => out));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await bytes) as unknown as ArrayBuffer);
  return book;
}

const heading = (key: string) => sheetColumns(schools).find((column) => column.key === key)?.heading ?? '';

/** A workbook of the template with the rows given by column key. */
async function aWorkbook(rows: Record<string, unknown>[], change_: (sheet: ExcelJS.Worksheet) => void = () => undefined): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('学校');
  const keys = [...new Set(['name', ...rows.flatMap((row) => Object.keys(row))])];
  sheet.addRow(keys.map((key) => (key.startsWith('!') ? key : heading(key))));
  for (const row of rows) sheet.addRow(keys.map((key) => row[key] ?? null));
  change_(sheet);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('export', () => {
  test('is exactly the filtered list, with row count and filter printed in it, and text stays text', async () => {
    await aSchool('=1+1 小学', { place: [116.9, 34.2] });
    await aSchool('杨楼小学', { areaCode: '341322102' });
    const book = await exported({ areaCode: '341322101' });
    const [sheet, guide] = book.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet];
    expect(sheet.rowCount).toBe(2);
    const cell = (key: string) => sheet.getRow(2).getCell(sheetColumns(schools).findIndex((column) => column.key === key) + 1).value;
    expect([cell('name'), cell('kind'), cell('areaCode'), cell('place.lon')]).toEqual(['=1+1 小学', '小学', '黄口镇', 116.9]);
    expect(guide.getColumn(2).values).toContain(1);
    expect(guide.getColumn(2).values).toContain('{"areaCode":"341322101"}');
  });
});

describe('import', () => {
  test('shows new, changed, same and missing records before anything is stored', async () => {
    const first = await aSchool('第一小学');
    const second = await aSchool('第二小学');
    await aSchool('撤并小学');
    const bytes = await aWorkbook([
      { id: first, name: '第一小学', kind: '中学' },
      { id: second, name: '第二小学', kind: '小学' },
      { name: '新小学', kind: '小学', areaCode: '杨楼镇', 'place.lon': 116.8, 'place.lat': '34.3' },
    ]);
    const preview = must(await sheets.preview(officer, schools, '学校.xlsx', bytes));
    expect(preview.rows.map(({ row, status }) => [row, status])).toEqual([
      [2, 'changed'],
      [3, 'same'],
      [4, 'new'],
    ]);
    expect(preview.rows[0]?.changes).toEqual([{ field: 'kind', before: 'primary', after: 'middle' }]);
    expect(preview.gone.map(({ title }) => title)).toEqual(['撤并小学']);
    expect(must(await list(context, officer, schools, { limit: 10, sort: 'name', filters: {} })).total).toBe(3);
  });

  test('names row, column, value and reason of every cell that is wrong', async () => {
    const bytes = await aWorkbook([
      { name: '', kind: '小学' },
      { name: '甲校', kind: '大学', areaCode: '无名镇' },
      { name: '乙校', kind: '小学', 'place.lon': 116.8 },
      { name: '丙校', kind: '小学', areaCode: '黄口镇' },
      { name: '丙校', kind: '小学', areaCode: '黄口镇' },
    ]);
    const preview = must(await sheets.preview(officer, schools, '学校.xlsx', bytes));
    const faults = preview.rows.flatMap(({ problems }) => problems.map(({ row, column, rule }) => [row, column, rule]));
    expect(faults).toEqual([
      [2, heading('name'), 'required'],
      [3, heading('kind'), 'choice'],
      [3, '行政区', 'area'],
      [4, '纬度', 'required'],
      [6, '', 'unique'],
    ]);
    expect(preview.rows.flatMap(({ problems }) => problems).every(({ text }) => text.zh && text.en)).toBe(true);
  });

  test('applies only what was accepted, in one transaction, and can be undone as a whole', async () => {
    const first = await aSchool('第一小学');
    const old = await aSchool('撤并小学');
    const bytes = await aWorkbook([
      { id: first, name: '第一小学改名', kind: '小学' },
      { name: '新小学', kind: '小学', areaCode: '黄口镇' },
      { name: '不要的小学', kind: '小学', areaCode: '黄口镇' },
    ]);
    const preview = must(await sheets.preview(officer, schools, '学校.xlsx', bytes));
    const made = must(await sheets.apply(officer, schools, { importId: preview.importId, rows: [2, 3], gone: [old] }));
    expect(made).toMatchObject({ added: 1, changed: 1, removed: 1, file: '学校.xlsx' });
    const names = async () =>
      must(await list(context, officer, schools, { limit: 10, sort: 'name', filters: {} }))
        .items.map((item) => item['name'])
        .toSorted((a, b) => String(a).localeCompare(String(b)));
    expect(await names()).toEqual(['新小学', '第一小学改名'].toSorted((a, b) => a.localeCompare(b)));
    must(await sheets.undo(officer, schools, made.id));
    expect(await names()).toEqual(['撤并小学', '第一小学'].toSorted((a, b) => a.localeCompare(b)));
    expect(await sheets.undo(officer, schools, made.id)).toMatchObject({ ok: false, code: 'import-undone' });
  });

  test('is refused when somebody changed a record since the preview, and nothing of it is stored', async () => {
    const id = await aSchool('第一小学');
    const preview = must(
      await sheets.preview(
        officer,
        schools,
        'x.xlsx',
        await aWorkbook([
          { id, name: '改名', kind: '小学' },
          { name: '新', kind: '小学', areaCode: '黄口镇' },
        ]),
      ),
    );
    must(await change(context, officer, schools, id, 1, { name: '先改了' }));
    expect(await sheets.apply(officer, schools, { importId: preview.importId, rows: [2, 3], gone: [] })).toMatchObject({
      ok: false,
      code: 'import-stale',
    });
    expect(must(await list(context, officer, schools, { limit: 10, sort: 'name', filters: {} })).total).toBe(1);
    expect(must(await get(context, officer, schools, id))['name']).toBe('先改了');
  });

  test('an area outside one’s scope is a fault of its row', async () => {
    const clerk = anActor({ roles: ['townshipOfficer'], areaCode: '341322101' });
    const preview = must(
      await sheets.preview(clerk, schools, 'x.xlsx', await aWorkbook([{ name: '越界小学', kind: '小学', areaCode: '杨楼镇' }])),
    );
    expect(preview.rows[0]).toMatchObject({ status: 'faulty', problems: [{ column: '行政区', rule: 'area' }] });
  });

  test('keeps what a mask hides, and refuses one that was written over', async () => {
    const id = await aSchool('第一小学', { phone: '13812345678' });
    const other = await aSchool('第二小学', { phone: '13887654321' });
    const mask = must(await get(context, officer, schools, id))['phone'];
    const bytes = await aWorkbook([
      { id, name: '第一小学', kind: '小学', phone: mask },
      { id: other, name: '第二小学', kind: '小学', phone: '138••••4322' },
      { name: '第三小学', kind: '小学', phone: '139••••0000' },
    ]);
    const { rows } = must(await sheets.preview(officer, schools, 'x.xlsx', bytes));
    expect(rows.map(({ status, problems }) => [status, problems.map(({ column, rule }) => [column, rule])])).toEqual([
      ['same', []],
      ['faulty', [[heading('phone'), 'masked']]],
      ['faulty', [[heading('phone'), 'masked']]],
    ]);
  });

  test('reads a dictionary by code or name, and empties what no longer applies', async () => {
    const plan = registerById('plans') as RegisterDeclaration;
    const words = (key: string) => sheetColumns(plan).find((column) => column.key === key)?.heading ?? '';
    const enterprise = randomUUIDv7();
    must(
      await create(context, officer, registerById('enterprises') as RegisterDeclaration, enterprise, {
        name: '甲企业',
        industry: 'food',
        areaCode: '341322101',
      }),
    );
    const id = randomUUIDv7();
    must(await create(context, officer, plan, id, { name: '甲企业预案', kind: 'onSite', compiler: '甲企业', enterprise }));
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('预案');
    sheet.addRow(['系统编号', ...['name', 'kind', 'compiler', 'eventCode'].map(words)]);
    sheet.addRow([id, '甲企业预案', '村（社区）预案', '甲企业', null]);
    sheet.addRow([null, '防汛预案', '专项预案', '水利局', '11A01']);
    sheet.addRow([null, '防火预案', '专项预案', '林业局', '没有的灾种']);
    const preview = must(await sheets.preview(officer, plan, '预案.xlsx', Buffer.from(await book.xlsx.writeBuffer())));
    expect(preview.rows.map(({ status }) => status)).toEqual(['changed', 'new', 'faulty']);
    expect(preview.rows[0]?.changes).toEqual([
      { field: 'kind', before: 'onSite', after: 'village' },
      { field: 'enterprise', before: enterprise, after: null },
    ]);
    expect(preview.rows[2]?.problems.map(({ column, rule }) => [column, rule])).toEqual([[words('eventCode'), 'choice']]);
    must(await sheets.apply(officer, plan, { importId: preview.importId, rows: [2, 3], gone: [] }));
    expect(must(await get(context, officer, plan, id))).toMatchObject({ kind: 'village', enterprise: null, version: 2 });
  });

  test('works computed fields out again', async () => {
    const halls = {
      ...schools,
      fields: {
        name: schools.fields['name'],
        areaM2: { kind: 'measure', label: { zh: '面积', en: 'Area' }, unit: 'm²', decimals: 0 },
        capacity: {
          kind: 'count',
          label: { zh: '容量', en: 'Capacity' },
          unit: { zh: '人', en: 'people' },
          computed: ({ areaM2 }: Record<string, unknown>) => (typeof areaM2 === 'number' ? Math.floor(areaM2 / 3) : null),
        },
      },
    } as unknown as RegisterDeclaration;
    const stored = {
      id: randomUUIDv7(),
      areaCode: '341322101',
      version: 1,
      name: '礼堂',
      areaM2: 100,
      capacity: 33,
    } as unknown as AnyRecord;
    const row = (id: string | null, values: Record<string, unknown>) => ({ row: 2, id, areaCode: '341322101', values, problems: [] });
    const preview = await previewImport(
      halls,
      officer,
      [row(stored.id, { name: '礼堂', areaM2: 300 }), row(null, { name: '新礼堂', areaM2: 90 })],
      new Map([[stored.id, stored]]),
    );
    expect(preview.rows.map(({ problems }) => problems)).toEqual([[], []]);
    expect(preview.rows[0]?.changes.map(({ field, after }) => [field, after])).toEqual([
      ['areaM2', 300],
      ['capacity', 100],
    ]);
    expect(preview.rows[1]?.values).toEqual({ name: '新礼堂', areaM2: 90, capacity: 30 });
  });

  test.each([
    ['another template', () => aWorkbook([{ name: '甲', '!颜色': '红' }]), 'sheet-template'],
    ['merged cells', () => aWorkbook([{ name: '甲' }, { name: '乙' }], (sheet) => sheet.mergeCells('A2:A3')), 'sheet-merged'],
    ['a file that is no workbook', async () => Buffer.from('name,kind\n甲,小学'), 'sheet-unreadable'],
    ['an empty file', async () => Buffer.alloc(0), 'sheet-unreadable'],
    ['a package that claims to unpack to gigabytes', async () => claimsTooMuch(await aWorkbook([{ name: '甲' }])), 'sheet-bomb'],
  ])('refuses %s in clear words', async (_, make, code) => {
    const refused = await sheets.preview(officer, schools, 'x.xlsx', await make());
    expect(refused).toMatchObject({ ok: false, code });
  });
});

test('a template carries headings, notes and drop-downs', async () => {
  const out = new PassThrough();
  const bytes = buffer(out);
  must(await sheets.template(officer, schools, () => out));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await bytes) as unknown as ArrayBuffer);
  const sheet = book.worksheets[0] as ExcelJS.Worksheet;
  expect((sheet.getRow(1).values as string[]).filter(Boolean)).toEqual(sheetColumns(schools).map((column) => column.heading));
  expect(sheet.getRow(2).getCell(2).dataValidation?.type).toBe('list');
});

/** Patches the first directory entry of a zip to claim a huge size. */
function claimsTooMuch(bytes: Buffer): Buffer {
  const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  bytes.writeUInt32LE(0x7fffffff, at + 24);
  return bytes;
}
