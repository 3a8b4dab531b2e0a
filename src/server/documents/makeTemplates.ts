import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { templateFile } from '#kernel/document/document.ts';
import { documents } from '#rooms/documents.ts';
import { templateOf } from './templateOf.ts';

// `node src/server/documents/makeTemplates.ts`: writes the Word template of every declared document. A template that went
// into use is never written again: raise the version of its declaration instead.

const rooms = join(import.meta.dirname, '../../rooms');

for (const declaration of documents) {
  const path = join(rooms, templateFile(declaration));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await templateOf(declaration));
  process.stdout.write(`${path}\n`);
}
