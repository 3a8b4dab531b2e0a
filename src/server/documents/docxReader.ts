import PizZip from 'pizzip';
import { SaxesParser, type SaxesTagPlain } from 'saxes';

// As much of WordprocessingML (ECMA-376) as official documents hold: paragraphs, runs, tables, page size. The PDF is drawn
// from what is read here, so it says what the Word file says.

export interface Run {
  text: string;
  font: string;
  sizePt: number;
  bold: boolean;
}

export interface DocxParagraph {
  kind: 'paragraph';
  runs: Run[];
  align: 'left' | 'center' | 'right' | 'both';
  firstLinePt: number;
  leftPt: number;
  rightPt: number;
  beforePt: number;
  afterPt: number;
  /** Exact height of a line; null = by the font. */
  linePt: number | null;
}

export interface DocxCell {
  span: number;
  paragraphs: DocxParagraph[];
}

export interface DocxTable {
  kind: 'table';
  columnsPt: number[];
  rows: { leastPt: number; cells: DocxCell[] }[];
}

export interface DocxContent {
  widthPt: number;
  heightPt: number;
  margin: { top: number; right: number; bottom: number; left: number };
  blocks: (DocxParagraph | DocxTable)[];
}

const twipsPerPoint = 20;

/** Reads the body of a docx file. */
export function readDocx(docx: Uint8Array): DocxContent {
  const xml = new PizZip(docx).file('word/document.xml')?.asText();
  if (xml === undefined) throw new Error('the Word file has no document part');
  const reader = new BodyReader();
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => reader.open(tag));
  parser.on('text', (text) => reader.text(text));
  parser.on('closetag', (tag) => reader.close(tag.name));
  parser.write(xml).close();
  return reader.content;
}

function aParagraph(): DocxParagraph {
  return { kind: 'paragraph', runs: [], align: 'left', firstLinePt: 0, leftPt: 0, rightPt: 0, beforePt: 0, afterPt: 0, linePt: null };
}

class BodyReader {
  readonly content: DocxContent = { widthPt: 595.3, heightPt: 841.9, margin: { top: 72, right: 72, bottom: 72, left: 72 }, blocks: [] };
  #paragraph: DocxParagraph | null = null;
  #run: Run | null = null;
  #table: DocxTable | null = null;
  #isInText = false;

  open({ name, attributes }: SaxesTagPlain): void {
    const value = attributes['w:val'] ?? '';
    const points = (attribute: string) => Number(attributes[attribute] ?? 0) / twipsPerPoint;
    switch (name) {
      case 'w:p':
        this.#paragraph = aParagraph();
        break;
      case 'w:r':
        this.#run = { text: '', font: '', sizePt: 10.5, bold: false };
        break;
      case 'w:t':
        this.#isInText = true;
        break;
      case 'w:br':
        if (this.#run) this.#run.text += '\n';
        break;
      case 'w:tab':
        if (this.#run) this.#run.text += '　　';
        break;
      case 'w:rFonts':
        if (this.#run) this.#run.font = attributes['w:eastAsia'] ?? attributes['w:ascii'] ?? '';
        break;
      case 'w:sz':
        if (this.#run) this.#run.sizePt = Number(value) / 2;
        break;
      case 'w:b':
        if (this.#run) this.#run.bold = value !== 'false' && value !== '0';
        break;
      case 'w:jc':
        if (this.#paragraph && isAlign(value)) this.#paragraph.align = value;
        break;
      case 'w:ind':
        if (this.#paragraph)
          Object.assign(this.#paragraph, {
            firstLinePt: points('w:firstLine'),
            leftPt: points('w:left') || points('w:start'),
            rightPt: points('w:right') || points('w:end'),
          });
        break;
      case 'w:spacing':
        if (this.#paragraph && !this.#run)
          Object.assign(this.#paragraph, {
            beforePt: points('w:before'),
            afterPt: points('w:after'),
            linePt: attributes['w:lineRule'] === 'exact' ? points('w:line') : null,
          });
        break;
      case 'w:tbl':
        this.#table = { kind: 'table', columnsPt: [], rows: [] };
        break;
      case 'w:gridCol':
        this.#table?.columnsPt.push(points('w:w'));
        break;
      case 'w:tr':
        this.#table?.rows.push({ leastPt: 0, cells: [] });
        break;
      case 'w:trHeight': {
        const row = this.#table?.rows.at(-1);
        if (row) row.leastPt = points('w:val');
        break;
      }
      case 'w:tc':
        this.#table?.rows.at(-1)?.cells.push({ span: 1, paragraphs: [] });
        break;
      case 'w:gridSpan': {
        const cell = this.#table?.rows.at(-1)?.cells.at(-1);
        if (cell) cell.span = Number(value);
        break;
      }
      case 'w:pgSz':
        Object.assign(this.content, { widthPt: points('w:w'), heightPt: points('w:h') });
        break;
      case 'w:pgMar':
        this.content.margin = { top: points('w:top'), right: points('w:right'), bottom: points('w:bottom'), left: points('w:left') };
        break;
    }
  }

  text(text: string): void {
    if (this.#isInText && this.#run) this.#run.text += text;
  }

  close(name: string): void {
    if (name === 'w:t') this.#isInText = false;
    if (name === 'w:r' && this.#run) {
      if (this.#run.text !== '') this.#paragraph?.runs.push(this.#run);
      this.#run = null;
    }
    if (name === 'w:p' && this.#paragraph) {
      const cell = this.#table?.rows.at(-1)?.cells.at(-1);
      if (cell) cell.paragraphs.push(this.#paragraph);
      else this.content.blocks.push(this.#paragraph);
      this.#paragraph = null;
    }
    if (name === 'w:tbl' && this.#table) {
      this.content.blocks.push(this.#table);
      this.#table = null;
    }
  }
}

function isAlign(value: string): value is DocxParagraph['align'] {
  return value === 'left' || value === 'center' || value === 'right' || value === 'both';
}
