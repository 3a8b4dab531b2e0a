// CAP as a protocol: one document a stream, in CAP itself or in the national dialect. TCP does not carry it; the reader
// serves `anlan decode cap` and imports.

import { createDocumentDecoder } from '../documentStream.ts';
import type { DamageCode, Protocol } from '../protocol.ts';
import { readXml } from '../xml/xml.ts';
import type { CapAlert, CapProblem } from './alert.ts';
import type { NationalAlert } from './national.ts';
import { isNational, readNationalRoot } from './nationalRead.ts';
import { readCap } from './read.ts';

/** Largest document in bytes. */
const maxDocumentBytes = 1 << 20;

export type CapMessage =
  | { dialect: 'cap'; alert: CapAlert; notes: CapProblem[] }
  | { dialect: 'national'; alert: NationalAlert; notes: CapProblem[] };

export type CapDocument = ({ ok: true } & CapMessage) | { ok: false; problems: CapProblem[] };

export const cap: Protocol<CapMessage> = {
  id: 'cap',
  label: { zh: '通用预警协议', en: 'Common Alerting Protocol' },
  standard: 'OASIS CAP-V1.2-OS',
  transport: 'file',
  frameForm: 'text',
  maxFrameBytes: maxDocumentBytes,
  createDecoder: () => createDocumentDecoder({ maxBytes: maxDocumentBytes, read }),
  describe: ({ dialect, alert, notes }) => ({ dialect, ...alert, notes }),
};

/** Reads a document in either dialect. Never throws. */
export function readCapDocument(xml: string | Uint8Array): CapDocument {
  const document = readXml(xml);
  if (document.ok && isNational(document.root)) {
    const result = readNationalRoot(document.root);
    return result.ok ? { ...result, dialect: 'national' } : result;
  }
  const result = readCap(xml);
  return result.ok ? { ...result, dialect: 'cap' } : result;
}

type Read = { ok: true; message: CapMessage } | { ok: false; code: DamageCode; reason: string };

function read(document: Uint8Array): Read {
  const result = readCapDocument(document);
  if (result.ok) {
    const { ok: _, ...message } = result;
    return { ok: true, message };
  }
  const code = result.problems.some((problem) => problem.rule === 'unfinished') ? 'truncated' : 'invalidFormat';
  const reasons = result.problems.map((problem) => `${problem.path}: ${problem.rule}: ${problem.message}`);
  return { ok: false, code, reason: reasons.join(' ') };
}
