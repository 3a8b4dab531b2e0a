import type { Text } from '#kernel/language/text.ts';
import type { Fields } from '#kernel/register/register.ts';
import type { Block } from './layout.ts';
import type { DocumentSource } from './source.ts';

// An official document (公文、执法文书): what it is called, how it is numbered, which words stand in its blanks. The Word
// template lies beside the declaration; a made document keeps the version of the template it was filled in.

/** Words for the blanks of a template: one text each, or rows of texts for a repeated part. */
export type DocumentValues = Record<string, string | readonly Record<string, string>[]>;

export interface DocumentDeclaration {
  /** As in statutes/officialDocuments.table.ts. */
  id: string;
  label: Text;
  /** Case types it can be made of. */
  of: readonly string[];
  /** Grows by one with each change of the template; earlier templates stay in the folder. */
  version: number;
  /** Template file below src/rooms, without `.v<version>.docx`. */
  template: string;
  /** Word in the number, `（皖萧）应急罚〔2026〕12号`; documents with one word share one series. Null = not numbered. */
  numbering: { word: string } | null;
  /** Fields of the case that must be filled, so that no official document goes out with a hole. */
  requires: readonly string[];
  /** What is asked when it is made and is not on file. */
  asks?: Fields;
  values(source: DocumentSource): DocumentValues;
  /** What the template is made from. */
  layout: readonly Block[];
}

export function defineDocument(declaration: DocumentDeclaration): DocumentDeclaration {
  return declaration;
}

/** File name of a template, below src/rooms. */
export function templateFile({ template, version }: Pick<DocumentDeclaration, 'template' | 'version'>): string {
  return `${template}.v${version}.docx`;
}

export interface NumberParts {
  /** What the county puts in front: `皖萧`. */
  mark: string;
  word: string;
  year: number;
  /** 1, 2, 3 … in one year. */
  serial: number;
  demo: boolean;
}

/** `（皖萧）应急罚〔2026〕12号`; documents of the demo story count apart. */
export function documentNumber({ mark, word, year, serial, demo }: NumberParts): string {
  return `（${mark}）应急${word}〔${year}〕${demo ? '演示' : ''}${serial}号`;
}

/** A document that was made. */
export interface MadeDocument {
  id: string;
  document: string;
  label: Text;
  version: number;
  number: string | null;
  subjectKind: string;
  subjectId: string;
  areaCode: string;
  madeAt: string;
  madeBy: string;
  docx: { fileId: string; sha256: string };
  /** Null when the server had no Chinese font at hand: the Word file is the document. */
  pdf: { fileId: string; sha256: string } | null;
  voidedAt: string | null;
  voidedBy: string | null;
  voidedWhy: string | null;
  demo: boolean;
}
