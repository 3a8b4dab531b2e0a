import { strToU8, zipSync } from 'fflate';

// The list of who and what is met, as rows for a spreadsheet and as an .xlsx workbook (ECMA-376 part 1, one sheet, inline text).

export type SheetRow = readonly (string | number)[];

/** Heading and one row for each thing: level, kind, name, people, contact, longitude, latitude. */
export function impactRows(found: readonly GeoJSON.Feature[], heading: SheetRow, kindOf: (kind: string) => string): SheetRow[] {
  return [
    heading,
    ...found.map(({ geometry, properties }) => {
      const text = (name: string) => (typeof properties?.[name] === 'string' ? properties[name] : '');
      const people: unknown = properties?.['people'];
      const [lon = '', lat = ''] = geometry.type === 'Point' ? geometry.coordinates : [];
      return [
        text('level'),
        kindOf(text('kind')),
        text('name'),
        typeof people === 'number' ? Math.round(people) : '',
        text('contact'),
        lon,
        lat,
      ];
    }),
  ];
}

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packed = 'http://schemas.openxmlformats.org/package/2006';

/** The bytes of a workbook with one sheet; texts stay texts, whatever they begin with. */
export function workbookOf(name: string, rows: readonly SheetRow[]): Uint8Array {
  const sheet = `${header}<worksheet xmlns="${main}"><sheetData>${rows.map(rowOf).join('')}</sheetData></worksheet>`;
  const files = {
    '[Content_Types].xml': `${header}<Types xmlns="${packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `${header}<Relationships xmlns="${packed}/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${header}<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="${escaped(name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31))}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${header}<Relationships xmlns="${packed}/relationships"><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

function rowOf(row: SheetRow, index: number): string {
  const cells = row.map((value, at) => cellOf(value, `${String.fromCharCode(65 + at)}${index + 1}`));
  return `<row r="${index + 1}">${cells.join('')}</row>`;
}

function cellOf(value: string | number, at: string): string {
  return typeof value === 'number'
    ? `<c r="${at}"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** Control characters are not allowed in XML at all. */
const escaped = (text: string): string =>
  text
    .replaceAll(/\p{Cc}/gu, (mark) => (mark === '\n' || mark === '\t' ? mark : ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
