import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { templateFile, type DocumentDeclaration, type DocumentValues } from '#kernel/document/document.ts';
import { blanksOf } from '#kernel/document/layout.ts';
import { documents } from '#rooms/documents.ts';
import { caseById } from '#rooms/rooms.ts';
import { lawInForce } from '#statutes/statutes.ts';
import { filledValues } from './document.fixture.ts';
import { readDocx } from './docxReader.ts';
import { drawPdf } from './drawPdf.ts';
import { fillTemplate, TemplateFault } from './fillTemplate.ts';
import { findFonts } from './fontFiles.ts';
import { templateOf } from './templateOf.ts';

// Every official document, filled and opened by a program that is not ours (LibreOffice), its text read by another (poppler).

const rooms = join(import.meta.dirname, '../../rooms');
const folder = mkdtempSync(join(tmpdir(), 'anlan-documents-'));
const templateBytes = (declaration: DocumentDeclaration) => readFileSync(join(rooms, templateFile(declaration)));
const fill = (declaration: DocumentDeclaration, overrides = {}) =>
  fillTemplate(templateBytes(declaration), filledValues(declaration, overrides));
const evil = "\"></w:t><w:p/>{party}{#demo}&amp;<script>＝cmd|' /C calc'!A1 \u0007 DDEAUTO $& 张三";

/** Pages each takes when filled as in the fixture: a form one sheet, a letter as long as it is. */
const pages: Record<string, number> = {
  caseDispositionReport: 2,
  executionApplication: 2,
  hearingRightsNotice: 2,
  incidentFirstReport: 2,
  incidentFollowUpReport: 2,
  noPenaltyDecision: 2,
  onSiteMeasureDecision: 2,
  penaltyDecision: 2,
  penaltyNotice: 2,
  rectificationOrder: 2,
};

beforeAll(async () => {
  const fonts = findFonts(folder);
  if (!fonts) throw new Error('no Chinese font on this computer: install fonts-noto-cjk');
  for (const declaration of documents) {
    const docx = fill(declaration);
    writeFileSync(join(folder, `${declaration.id}.docx`), docx);
    const drawn = await drawPdf(readDocx(docx), fonts, { title: declaration.label.zh, madeAt: new Date(0) });
    if (drawn.missing.length > 0) throw new Error(`${declaration.id} lacks the signs ${drawn.missing.join('')}`);
    writeFileSync(join(folder, `${declaration.id}.own.pdf`), drawn.pdf);
  }
  const [first] = documents as [DocumentDeclaration];
  writeFileSync(join(folder, 'evil.docx'), fill(first, { facts: evil, partyName: evil }));
  // A profile of its own: another LibreOffice may be running on this computer.
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const files = [...documents.map(({ id }) => `${id}.docx`), 'evil.docx'].map((name) => join(folder, name));
  execFileSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, ...files], { stdio: 'ignore' });
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Text without blanks and page numbers. */
function textOf(pdf: string): string {
  const text = execFileSync('pdftotext', ['-raw', join(folder, pdf), '-'], { encoding: 'utf8' });
  return text.replace(/— ?\d+ ?—/g, '').replace(/\s/g, '');
}

function pagesOf(pdf: string): number {
  return Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [join(folder, pdf)], { encoding: 'utf8' }))?.[1]);
}

function embeddedFonts(pdf: string): { name: string; embedded: boolean }[] {
  const lines = execFileSync('pdffonts', [join(folder, pdf)], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .slice(2);
  return lines.map((line) => ({ name: line.split(/\s+/)[0] ?? '', embedded: / yes (yes|no) (yes|no) +\d+ +\d+$/.test(line) }));
}

function flat(values: DocumentValues): string[] {
  return Object.values(values).flatMap((value) => (typeof value === 'string' ? [value] : value.flatMap((row) => Object.values(row))));
}

describe.each(documents.map((declaration) => [declaration.label.zh, declaration] as const))('%s', (_label, declaration) => {
  test('is one the law names, of case types there are, and asks only for fields they have', () => {
    expect(lawInForce.document(declaration.id)).toEqual(declaration.label);
    expect(declaration.of.filter((type) => !caseById(type))).toEqual([]);
    const fields = caseById(declaration.of[0] ?? '')?.fields ?? {};
    expect(declaration.requires.filter((name) => !(name in fields))).toEqual([]);
  });

  test('gives its template every word it asks for', () => {
    const values = filledValues(declaration);
    const isGiven = (blank: string) => {
      const [name = '', inner] = blank.split('.');
      const rows = values[name];
      return inner === undefined ? typeof rows === 'string' : Array.isArray(rows) && rows.every((row) => inner in row);
    };
    expect(blanksOf(declaration.layout).filter((blank) => !isGiven(blank))).toEqual([]);
  });

  test('its template is the one its layout makes', async () => {
    const xml = (docx: Uint8Array) => new PizZip(docx).file('word/document.xml')?.asText();
    expect(xml(templateBytes(declaration))).toBe(xml(await templateOf(declaration)));
  });

  test('LibreOffice shows every value, on the pages it should take, and our own PDF says the same on as many', () => {
    const text = textOf(`${declaration.id}.pdf`);
    const used = new Set(blanksOf(declaration.layout).flatMap((blank) => blank.split('.')[0] ?? []));
    const values = Object.fromEntries(Object.entries(filledValues(declaration)).filter(([name]) => used.has(name)));
    for (const value of flat(values)) for (const line of value.split('\n')) expect(text).toContain(line.replace(/\s/g, ''));
    expect(text).not.toMatch(/[{}]|undefined|null/);
    expect(textOf(`${declaration.id}.own.pdf`)).toBe(text);
    expect([pagesOf(`${declaration.id}.pdf`), pagesOf(`${declaration.id}.own.pdf`)]).toEqual([
      pages[declaration.id] ?? 1,
      pages[declaration.id] ?? 1,
    ]);
  });

  test('has no boxes in place of signs: every font is a Chinese one and travels in the PDF', () => {
    const own = embeddedFonts(`${declaration.id}.own.pdf`);
    expect(own.length).toBeGreaterThan(0);
    for (const { name, embedded } of own) expect([name, embedded]).toEqual([expect.stringMatching(/CJK|Hei|Song|Fang|Sun/i), true]);
    for (const { name, embedded } of embeddedFonts(`${declaration.id}.pdf`)) expect([name, embedded]).toEqual([name, true]);
  });
});

test('markup, blanks, fields and control characters in a value come out as typed', () => {
  expect(textOf('evil.pdf')).toContain(evil.replace('\u0007', '').replace(/\s/g, ''));
  const xml = new PizZip(readFileSync(join(folder, 'evil.docx'))).file('word/document.xml')?.asText() ?? '';
  expect(xml).not.toMatch(/<script|instrText|fldSimple/);
});

test('a template that asks for what nobody gave makes no document', () => {
  const [first] = documents as [DocumentDeclaration];
  expect(() => fillTemplate(templateBytes(first), {})).toThrow(TemplateFault);
  expect(() => fillTemplate(Buffer.from('no template'), {})).toThrow(TemplateFault);
});

test('a sign no font has is named, so that no box goes out in its place', async () => {
  const [first] = documents as [DocumentDeclaration];
  const fonts = findFonts(folder);
  const drawn = await drawPdf(readDocx(fill(first, { facts: '姓名\u{10FFFD}' })), fonts as never, { title: 'x', madeAt: new Date(0) });
  expect(drawn.missing).toEqual(['\u{10FFFD}']);
});

test('a row longer than a page goes on over the pages, nothing lost', async () => {
  const [first] = documents as [DocumentDeclaration];
  const facts = Array.from({ length: 120 }, (_, n) => `第${n + 1}项问题：防火间距不足。`).join('\n');
  const drawn = await drawPdf(readDocx(fill(first, { facts })), findFonts(folder) as never, { title: 'x', madeAt: new Date(0) });
  writeFileSync(join(folder, 'long.pdf'), drawn.pdf);
  const text = textOf('long.pdf');
  expect(pagesOf('long.pdf')).toBeGreaterThan(2);
  for (const line of facts.split('\n')) expect(text).toContain(line);
});
