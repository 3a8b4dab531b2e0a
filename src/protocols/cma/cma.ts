// Weather warnings as a protocol: one document a stream, for imports and `anlan decode cma`.

import { createDocumentDecoder } from '../documentStream.ts';
import type { DamageCode, Protocol } from '../protocol.ts';
import { readWarning, type CmaWarning } from './warning.ts';

const maxDocumentBytes = 1 << 20;

export const cma: Protocol<CmaWarning> = {
  id: 'cma',
  label: { zh: '气象预警信号', en: 'weather warnings' },
  standard: 'CMA order 16 (2007); CAP 1.2 or the dialect of the national platform',
  transport: 'file',
  frameForm: 'text',
  maxFrameBytes: maxDocumentBytes,
  createDecoder: () => createDocumentDecoder({ maxBytes: maxDocumentBytes, read }),
  describe: (warning) => {
    const { xml: _, ...said } = warning;
    return said;
  },
};

type Read = { ok: true; message: CmaWarning } | { ok: false; code: DamageCode; reason: string };

function read(document: Uint8Array): Read {
  const result = readWarning(document);
  if (result.ok) return { ok: true, message: result.warning };
  const code = result.problems.some(({ rule }) => rule === 'unfinished') ? 'truncated' : 'invalidFormat';
  return { ok: false, code, reason: result.problems.map(({ path, rule, message }) => `${path}: ${rule}: ${message}`).join(' ') };
}
