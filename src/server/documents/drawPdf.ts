import PDFDocument from 'pdfkit';
import type { DocxCell, DocxContent, DocxParagraph, DocxTable } from './docxReader.ts';
import type { FontFile, FontRole } from './fontFiles.ts';
import { breakLines, partsOf } from './lineBreaking.ts';
import { PdfFonts, type DrawnPiece } from './pdfFonts.ts';

// Draws the content of a Word file as PDF: the same words on the same kind of page, for printing and for the archive.

interface Line {
  pieces: DrawnPiece[];
  widthPt: number;
  heightPt: number;
  indentPt: number;
  paragraph: DocxParagraph;
}

export interface DrawnPdf {
  pdf: Buffer;
  pages: number;
  /** Signs for which no font was found. */
  missing: string[];
}

const cellPadPt = { x: 4, y: 2 };
const border = 0.6;

/** @param facts title and moment that stand in the PDF's properties; the same input gives the same bytes */
export async function drawPdf(
  content: DocxContent,
  fonts: Record<FontRole, FontFile[]>,
  facts: { title: string; madeAt: Date },
): Promise<DrawnPdf> {
  const pdf = new PDFDocument({
    size: [content.widthPt, content.heightPt],
    margin: 0,
    bufferPages: true,
    info: { Title: facts.title, Creator: '安澜', Producer: '安澜', CreationDate: facts.madeAt, ModDate: facts.madeAt },
    lang: 'zh-CN',
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject));
  const artist = new Artist(pdf, content, new PdfFonts(pdf, fonts));
  artist.draw();
  const pages = pdf.bufferedPageRange().count;
  artist.numberPages(pages);
  pdf.end();
  await ended;
  return { pdf: Buffer.concat(chunks), pages, missing: [...artist.missing] };
}

class Artist {
  readonly #pdf: InstanceType<typeof PDFDocument>;
  readonly #content: DocxContent;
  readonly #fonts: PdfFonts;
  #y: number;

  constructor(pdf: InstanceType<typeof PDFDocument>, content: DocxContent, fonts: PdfFonts) {
    this.#pdf = pdf;
    this.#content = content;
    this.#fonts = fonts;
    this.#y = content.margin.top;
  }

  get missing(): ReadonlySet<string> {
    return this.#fonts.missing;
  }

  draw(): void {
    for (const block of this.#content.blocks) {
      if (block.kind === 'paragraph') this.#drawParagraph(block);
      else this.#drawTable(block);
    }
  }

  numberPages(pages: number): void {
    for (let page = 0; page < pages; page += 1) {
      this.#pdf.switchToPage(page);
      const pieces = this.#fonts.pieces(`— ${page + 1} —`, 'body', 12);
      const width = widthOf(pieces);
      this.#drawPieces(pieces, (this.#content.widthPt - width) / 2, this.#content.heightPt - this.#content.margin.bottom + 30);
    }
  }

  get #left(): number {
    return this.#content.margin.left;
  }

  get #width(): number {
    return this.#content.widthPt - this.#content.margin.left - this.#content.margin.right;
  }

  get #bottom(): number {
    return this.#content.heightPt - this.#content.margin.bottom;
  }

  #turnPage(): void {
    this.#pdf.addPage();
    this.#y = this.#content.margin.top;
  }

  #drawParagraph(paragraph: DocxParagraph): void {
    const lines = this.#linesOf(paragraph, this.#width);
    this.#y += paragraph.beforePt;
    for (const line of lines) {
      if (this.#y + line.heightPt > this.#bottom + 0.5) this.#turnPage();
      this.#drawLine(line, this.#left, this.#y, this.#width);
      this.#y += line.heightPt;
    }
    this.#y += paragraph.afterPt;
  }

  #linesOf(paragraph: DocxParagraph, width: number): Line[] {
    const size = Math.max(0, ...paragraph.runs.map(({ sizePt }) => sizePt)) || 10.5;
    const heightPt = paragraph.linePt ?? size * 1.4;
    const inner = width - paragraph.leftPt - paragraph.rightPt;
    // A line break typed by hand begins a line without the paragraph's indentation.
    const stretches: DrawnPiece[][] = [[]];
    for (const { text, font, sizePt } of paragraph.runs) {
      text.split('\n').forEach((stretch, at) => {
        if (at > 0) stretches.push([]);
        for (const part of partsOf(stretch)) stretches.at(-1)?.push(...this.#fonts.pieces(part, roleOf(font), sizePt));
      });
    }
    return stretches.flatMap((pieces, at) => {
      const firstLinePt = at === 0 ? paragraph.firstLinePt : 0;
      return breakLines(pieces, inner - firstLinePt, inner).map((line, n): Line => {
        const indentPt = paragraph.leftPt + (n === 0 ? firstLinePt : 0);
        return { pieces: line, widthPt: widthOf(line), heightPt, indentPt, paragraph };
      });
    });
  }

  #drawLine({ pieces, widthPt, heightPt, indentPt, paragraph }: Line, x: number, y: number, width: number): void {
    const free = width - indentPt - paragraph.rightPt - widthPt;
    const shift = paragraph.align === 'center' ? free / 2 : paragraph.align === 'right' ? free : 0;
    const size = pieces[0]?.sizePt ?? 0;
    // The line of writing lies where the signs stand in the middle of the line's height.
    this.#drawPieces(pieces, x + indentPt + shift, y + heightPt / 2 + size * 0.38);
  }

  #drawPieces(pieces: readonly DrawnPiece[], x: number, baseline: number): void {
    let at = x;
    for (const { text, font, sizePt, widthPt } of joined(pieces)) {
      this.#pdf.font(font).fontSize(sizePt).text(text, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
      at += widthPt;
    }
  }

  #drawTable({ columnsPt, rows }: DocxTable): void {
    for (const row of rows) {
      let column = 0;
      const cells = row.cells.map((cell) => {
        const widthPt = columnsPt.slice(column, column + cell.span).reduce((sum, each) => sum + each, 0);
        const leftPt = columnsPt.slice(0, column).reduce((sum, each) => sum + each, 0);
        column += cell.span;
        return { leftPt, widthPt, lines: this.#cellLines(cell, widthPt) };
      });
      this.#drawRow(cells, row.leastPt);
    }
  }

  #cellLines(cell: DocxCell, widthPt: number): Line[] {
    return cell.paragraphs.flatMap((paragraph) => this.#linesOf(paragraph, widthPt - 2 * cellPadPt.x));
  }

  /** A row that does not fit goes on the next page; one higher than a page is cut between lines. */
  #drawRow(cells: { leftPt: number; widthPt: number; lines: Line[] }[], leastPt: number): void {
    const whole = Math.max(leastPt, ...cells.map(({ lines }) => heightOf(lines) + 2 * cellPadPt.y));
    const page = this.#bottom - this.#content.margin.top;
    if (this.#y + whole > this.#bottom && this.#y > this.#content.margin.top && whole <= page) this.#turnPage();
    let rest = cells;
    for (;;) {
      const room = this.#bottom - this.#y - 2 * cellPadPt.y;
      const now = rest.map((cell) => ({ ...cell, lines: linesThatFit(cell.lines, room) }));
      rest = rest.map((cell, at) => ({ ...cell, lines: cell.lines.slice(now[at]?.lines.length) }));
      const isLast = rest.every(({ lines }) => lines.length === 0);
      const content = Math.max(...now.map(({ lines }) => heightOf(lines))) + 2 * cellPadPt.y;
      const height = isLast ? Math.max(content, Math.min(leastPt, whole <= page ? leastPt : 0)) : this.#bottom - this.#y;
      for (const cell of now) this.#drawCell(cell, height);
      this.#y += height;
      if (isLast) return;
      this.#turnPage();
    }
  }

  #drawCell({ leftPt, widthPt, lines }: { leftPt: number; widthPt: number; lines: Line[] }, height: number): void {
    const x = this.#left + leftPt;
    this.#pdf.lineWidth(border).rect(x, this.#y, widthPt, height).stroke();
    let y = this.#y + (height - heightOf(lines)) / 2;
    for (const line of lines) {
      this.#drawLine(line, x + cellPadPt.x, y, widthPt - 2 * cellPadPt.x);
      y += line.heightPt;
    }
  }
}

function roleOf(font: string): FontRole {
  if (font.includes('标宋')) return 'title';
  return font.includes('黑') ? 'label' : 'body';
}

const widthOf = (pieces: readonly DrawnPiece[]) => pieces.reduce((sum, { widthPt }) => sum + widthPt, 0);
const heightOf = (lines: readonly Line[]) => lines.reduce((sum, { heightPt }) => sum + heightPt, 0);

function linesThatFit(lines: readonly Line[], room: number): Line[] {
  let height = 0;
  const cut = lines.findIndex((line) => (height += line.heightPt) > room);
  // At least one line, or a row could never end.
  return lines.slice(0, cut === -1 ? lines.length : Math.max(1, cut));
}

/** Neighbours of one font as one piece: fewer pieces, and text that can be searched. */
function joined(pieces: readonly DrawnPiece[]): DrawnPiece[] {
  const made: DrawnPiece[] = [];
  for (const piece of pieces) {
    const last = made.at(-1);
    if (last && last.font === piece.font && last.sizePt === piece.sizePt) {
      last.text += piece.text;
      last.widthPt += piece.widthPt;
    } else made.push({ ...piece });
  }
  return made;
}
