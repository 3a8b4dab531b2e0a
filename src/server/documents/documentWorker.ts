import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { DocumentValues } from '#kernel/document/document.ts';
import { readDocx } from './docxReader.ts';
import { drawPdf } from './drawPdf.ts';
import { fillTemplate } from './fillTemplate.ts';
import { findFonts } from './fontFiles.ts';

// One document in a thread of its own: fonts of twenty megabytes are read and cut down for it.

export interface DocumentJob {
  templatePath: string;
  values: DocumentValues;
  dataFolder: string;
  title: string;
  /** ISO instant. */
  madeAt: string;
}

export interface DocumentAnswer {
  docx: Uint8Array;
  /** Null when this computer has no Chinese font. */
  pdf: Uint8Array | null;
  pages: number | null;
  /** Signs that no font of this computer has; then there is no PDF either. */
  missing: string[];
}

async function work({ templatePath, values, dataFolder, title, madeAt }: DocumentJob): Promise<DocumentAnswer> {
  const docx = fillTemplate(readFileSync(templatePath), values);
  const fonts = findFonts(dataFolder);
  if (!fonts) return { docx, pdf: null, pages: null, missing: [] };
  const drawn = await drawPdf(readDocx(docx), fonts, { title, madeAt: new Date(madeAt) });
  const isWhole = drawn.missing.length === 0;
  return { docx, pdf: isWhole ? drawn.pdf : null, pages: isWhole ? drawn.pages : null, missing: drawn.missing };
}

parentPort?.postMessage(await work(workerData as DocumentJob));
