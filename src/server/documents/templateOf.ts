import {
  AlignmentType,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type ISectionOptions,
} from 'docx';
import PizZip from 'pizzip';
import type { DocumentDeclaration } from '#kernel/document/document.ts';
import type { Block, FormCell, FormRow } from '#kernel/document/layout.ts';

// A layout as a Word template: A4 with the margins of official documents (GB/T 9704-2012: 37, 35, 28 and 26 mm; a
// form has narrower ones), title in
// 小标宋 of 22 points, body in 仿宋 of 16 points on lines of exactly 28 points; forms in 仿宋 of 12 points.

const twip = 20;
const mm = (millimetres: number) => Math.round((millimetres / 25.4) * 72 * twip);
const page = { width: mm(210), height: mm(297) };
const letterMargin = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer: mm(25) };
/** A form is to stand on one sheet. */
const formMargin = { top: mm(22), bottom: mm(20), left: mm(26), right: mm(24), header: mm(12), footer: mm(12) };

const fonts = { title: '方正小标宋简体', body: '仿宋_GB2312', label: '黑体' } as const;
type Font = (typeof fonts)[keyof typeof fonts];
const face = (font: Font) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: font });

const size = { title: 44, agency: 32, body: 32, form: 24, small: 24 } as const;
const lineHeight = { title: 34 * twip, body: 28 * twip, form: 18 * twip };
const exactly = (height: number) => ({ line: height, lineRule: LineRuleType.EXACT });

const run = (text: string, font: Font, halfPoints: number, bold = false) => new TextRun({ text, font: face(font), size: halfPoints, bold });

interface Style {
  font?: Font;
  size?: number;
  bold?: boolean;
  align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  line?: number;
  indent?: number;
  right?: number;
  before?: number;
  after?: number;
}

function paragraph(text: string, style: Style = {}): Paragraph {
  const halfPoints = style.size ?? size.body;
  return new Paragraph({
    alignment: style.align ?? AlignmentType.LEFT,
    spacing: { ...exactly(style.line ?? lineHeight.body), before: style.before ?? 0, after: style.after ?? 0 },
    indent: { firstLine: (style.indent ?? 0) * halfPoints * 10, right: (style.right ?? 0) * halfPoints * 10 },
    children: [run(text, style.font ?? fonts.body, halfPoints, style.bold)],
  });
}

/** The template as bytes of a docx file. */
export async function templateOf({ layout, label }: DocumentDeclaration): Promise<Buffer> {
  const margin = isForm(layout) ? formMargin : letterMargin;
  const textWidth = page.width - margin.left - margin.right;
  const section: ISectionOptions = {
    properties: { page: { size: { width: page.width, height: page.height }, margin } },
    footers: { default: pageNumber() },
    children: [
      // Vanishes where it does not apply (docxtemplater drops a paragraph that holds nothing but marks).
      paragraph('{#demo}'),
      paragraph('演示文书，不具有法律效力', { font: fonts.label, size: size.form, align: AlignmentType.CENTER, line: lineHeight.form }),
      paragraph('{/demo}'),
      ...layout.flatMap((block) => draw(block, textWidth)),
    ],
  };
  const document = new Document({
    title: label.zh,
    creator: '安澜',
    styles: { default: { document: { run: { font: face(fonts.body) } } } },
    sections: [section],
  });
  return withFontFallbacks(await Packer.toBuffer(document));
}

/** A sheet that is one form; a letter may hold a small table as well. */
function isForm(layout: readonly Block[]): boolean {
  return layout.some(({ kind }) => kind === 'form') && !layout.some(({ kind }) => kind === 'text');
}

function pageNumber(): Footer {
  const children = ['— ', PageNumber.CURRENT, ' —'].map(
    (part) => new TextRun({ children: [part], font: face(fonts.body), size: size.small }),
  );
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children })] });
}

function draw(block: Block, textWidth: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [
        paragraph('{agency}', { font: fonts.title, size: size.agency, align: AlignmentType.CENTER, line: lineHeight.title }),
        paragraph(block.text, {
          font: fonts.title,
          size: size.title,
          align: AlignmentType.CENTER,
          line: lineHeight.title,
          after: 6 * twip,
        }),
      ];
    case 'number':
      return [paragraph('{number}', { size: size.form, align: AlignmentType.RIGHT, line: lineHeight.form, after: 8 * twip })];
    case 'addressee':
      return [paragraph(block.text)];
    case 'text':
      return [paragraph(block.text, { indent: 2, align: AlignmentType.BOTH })];
    case 'line':
      return [paragraph(block.text, { bold: block.bold ?? false })];
    case 'repeat':
      return [paragraph(`{#${block.over}}`), ...block.blocks.flatMap((each) => draw(each, textWidth)), paragraph(`{/${block.over}}`)];
    case 'seal':
      return [
        paragraph('（印章）', { align: AlignmentType.RIGHT, right: 4, before: 28 * twip }),
        paragraph('{agency}', { align: AlignmentType.RIGHT, right: 2 }),
        paragraph('{madeOn}', { align: AlignmentType.RIGHT, right: 3 }),
      ];
    case 'remark':
      return [paragraph(block.text, { size: size.form, line: lineHeight.form, before: 10 * twip })];
    case 'form':
      return [form(block.columns, block.rows, textWidth)];
  }
}

function form(columns: readonly number[], rows: readonly FormRow[], textWidth: number): Table {
  const whole = columns.reduce((sum, width) => sum + width, 0);
  const widths = columns.map((width) => Math.round((width / whole) * textWidth));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    alignment: AlignmentType.CENTER,
    rows: rows.map(
      (each) =>
        new TableRow({
          height: { value: (each.lines ?? 1) * lineHeight.form + 8 * twip, rule: 'atLeast' },
          children: drawCells(each, widths),
        }),
    ),
  });
}

function drawCells({ cells, over }: FormRow, widths: readonly number[]): TableCell[] {
  let column = 0;
  return cells.map((cell, at) => {
    const span = cell.span ?? 1;
    const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0);
    column += span;
    const before = over && at === 0 ? `{#${over}}` : '';
    const after = over && at === cells.length - 1 ? `{/${over}}` : '';
    return new TableCell({
      columnSpan: span,
      width: { size: width, type: WidthType.DXA },
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      verticalAlign: VerticalAlignTable.CENTER,
      children: drawLines(cell, `${before}${cell.text}${after}`),
    });
  });
}

function drawLines({ label: isLabel }: FormCell, text: string): Paragraph[] {
  return text.split('\n').map((line) =>
    paragraph(line, {
      font: isLabel ? fonts.label : fonts.body,
      size: size.form,
      align: isLabel ? AlignmentType.CENTER : line.startsWith('签名') ? AlignmentType.RIGHT : AlignmentType.LEFT,
      line: lineHeight.form,
    }),
  );
}

const fallbacks: readonly [name: string, instead: string][] = [
  ['方正小标宋简体', '华文中宋'],
  ['仿宋_GB2312', '仿宋'],
  ['黑体', 'SimHei'],
];

/** Names the fonts to take where the official ones are not installed, and leaves out what would differ from run to run. */
function withFontFallbacks(docx: Buffer): Buffer {
  const zip = new PizZip(docx);
  const fontEntries = fallbacks.map(
    ([name, instead]) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  );
  zip.file(
    'word/fontTable.xml',
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fontEntries.join('')}</w:fonts>`,
  );
  const core = zip.file('docProps/core.xml');
  if (core) {
    zip.file('docProps/core.xml', core.asText().replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, ''));
  }
  for (const entry of Object.values(zip.files)) entry.date = new Date('2026-01-01T00:00:00Z');
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
