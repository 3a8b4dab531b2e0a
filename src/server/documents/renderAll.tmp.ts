import { writeFileSync, readFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { templateFile } from '#kernel/document/document.ts';
import { documents } from '#rooms/documents.ts';
import { filledValues } from './document.fixture.ts';
import { fillTemplate } from './fillTemplate.ts';
import { readDocx } from './docxReader.ts';
import { drawPdf } from './drawPdf.ts';
import { findFonts } from './fontFiles.ts';
mkdirSync('/tmp/docs', { recursive: true });
const fonts = findFonts('/nonexistent')!;
console.log(fonts);
for (const d of documents) {
  const docx = fillTemplate(readFileSync(join('src/rooms', templateFile(d))), filledValues(d));
  writeFileSync(`/tmp/docs/${d.id}.docx`, docx);
  const t = performance.now();
  const { pdf, pages, missing } = await drawPdf(readDocx(docx), fonts, { title: d.label.zh, madeAt: new Date(0) });
  writeFileSync(`/tmp/docs/${d.id}.own.pdf`, pdf);
  console.log(d.id, pages, missing, pdf.length, Math.round(performance.now() - t));
}
