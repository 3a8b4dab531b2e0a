import type PDFDocument from 'pdfkit';
import type { FontFile, FontRole } from './fontFiles.ts';
import type { Piece } from './lineBreaking.ts';

// Which font draws which sign, and how wide it is. A sign the first font lacks (a rare character in a name) is taken from the
// next one; a sign no font has is remembered, so that no box goes out in its place.

export interface DrawnPiece extends Piece {
  font: string;
  sizePt: number;
}

interface Opened {
  key: string;
  has: (codePoint: number) => boolean;
}

type Pdf = InstanceType<typeof PDFDocument>;

export class PdfFonts {
  readonly missing = new Set<string>();
  readonly #pdf: Pdf;
  readonly #files: Record<FontRole, FontFile[]>;
  readonly #opened = new Map<string, Opened>();
  readonly #widths = new Map<string, number>();

  constructor(pdf: Pdf, files: Record<FontRole, FontFile[]>) {
    this.#pdf = pdf;
    this.#files = files;
  }

  /** A part of a text as pieces that are each drawn with one font. */
  pieces(text: string, role: FontRole, sizePt: number): DrawnPiece[] {
    const made: DrawnPiece[] = [];
    for (const sign of text) {
      const font = this.#fontFor(sign, role);
      const last = made.at(-1);
      if (last?.font === font) last.text += sign;
      else made.push({ text: sign, widthPt: 0, font, sizePt });
    }
    for (const piece of made) piece.widthPt = this.#width(piece);
    return made;
  }

  #fontFor(sign: string, role: FontRole): string {
    const codePoint = sign.codePointAt(0) ?? 0;
    const files = this.#files[role];
    for (const file of files) {
      const opened = this.#open(file);
      if (opened.has(codePoint)) return opened.key;
    }
    // Blanks of unusual width need no glyph of their own.
    if (!/\s/u.test(sign)) this.missing.add(sign);
    return this.#open(files[0] as FontFile).key;
  }

  #open({ path, member }: FontFile): Opened {
    const key = `${path}#${member ?? ''}`;
    const held = this.#opened.get(key);
    if (held) return held;
    this.#pdf.registerFont(key, path, member ?? undefined);
    this.#pdf.font(key);
    // The parsed font behind the current one; pdfkit offers no other way to ask which signs it has.
    const { font } = (this.#pdf as unknown as { _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } } })._font;
    const opened = { key, has: (codePoint: number) => font.hasGlyphForCodePoint(codePoint) };
    this.#opened.set(key, opened);
    return opened;
  }

  #width({ text, font, sizePt }: DrawnPiece): number {
    const key = `${font} ${sizePt} ${text}`;
    const held = this.#widths.get(key);
    if (held !== undefined) return held;
    const width = this.#pdf.font(font).fontSize(sizePt).widthOfString(text);
    this.#widths.set(key, width);
    return width;
  }
}
