import type { Text } from '#kernel/language/text.ts';

// Answers of the Excel calls.

export interface SheetProblem {
  row: number;
  column: string;
  value: string;
  rule: string;
  text: Text;
}

export interface PreviewRow {
  row: number;
  status: 'new' | 'changed' | 'same' | 'faulty';
  id: string | null;
  title: string;
  values: Record<string, unknown>;
  changes: { field: string; before: unknown; after: unknown }[];
  problems: SheetProblem[];
}

export interface SheetPreview {
  importId: string;
  rows: PreviewRow[];
  gone: { id: string; version: number; title: string }[];
}

export interface SheetImport {
  id: string;
  file: string;
  by: string;
  at: string;
  undoneAt: string | null;
  added: number;
  changed: number;
  removed: number;
}
