import { open } from 'node:fs/promises';
import { endingOf, fileKinds, isPhoto, kindNamed, kindOf, type FileKind } from '#kernel/file/fileKind.ts';
import type { PhotoEvidence } from '#kernel/file/fileLink.ts';
import { mostPixels, pictureSize } from '#kernel/file/pictureSize.ts';
import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import { gate, runWorker } from '../workers/runWorker.ts';
import type { Received } from './fileStore.ts';
import type { PhotoAnswer, PhotoJob } from './photoWorker.ts';
import { officeKind, readZipDirectory, type ZipEntry } from './zipDirectory.ts';

// Decides what an arrived file is and whether it is kept. The name must agree with the content: an ending is what people
// trust when they open a file.

export interface Inspected {
  kind: FileKind;
  width: number | null;
  height: number | null;
  evidence: PhotoEvidence | null;
}

const thumbnailSize = 480;
// Decoding a picture at the pixel limit takes some 250 MB beside the heap: one at a time.
const photoGate = gate(1);
const sizeHeader = 512 * 1024;

/** Whether a file may come in at all, from its first bytes and its name; gives the size limit. */
export function admit(head: Buffer, name: string): Outcome<{ limit: number }> {
  const found = kindOf(head);
  const named = kindNamed(name);
  const isText = found === 'text' && (named === 'txt' || named === 'csv' || named === 'geojson');
  const isOffice = found === 'zip' && (named === 'docx' || named === 'xlsx');
  if (isText || isOffice) return accept({ limit: fileKinds[named].limit });
  if (found === null || found === 'text' || found === 'zip') return isPhotoName(name) ? notAPhoto : unknownKind(name);
  if (named === found || endingOf(name) === '') return accept({ limit: fileKinds[found].limit });
  return isPhotoName(name) && !isPhoto(found) ? notAPhoto : mismatch(name, found);
}

/** Looks at the whole file: decodes a photo, reads the directory of an Office file, parses GeoJSON. */
export async function inspect(received: Received, name: string, thumbnailPath: string): Promise<Outcome<Inspected>> {
  const found = kindOf(received.head);
  const plain = (kind: FileKind) => accept({ kind, width: null, height: null, evidence: null });
  if (found === 'zip') return inspectOffice(received, name, plain);
  if (found === 'text') return inspectText(received, kindNamed(name) ?? 'txt', plain);
  if (found === null) return unknownKind(name);
  return isPhoto(found) ? inspectPhoto(received, found, thumbnailPath) : plain(found);
}

async function inspectPhoto({ path }: Received, kind: FileKind, thumbnailPath: string): Promise<Outcome<Inspected>> {
  const size = pictureSize(kind, await readStart(path, sizeHeader));
  if (!size || size.width < 1 || size.height < 1) return notAPhoto;
  if (size.width * size.height > mostPixels) {
    return refuse('photo-too-many-pixels', 422, {
      zh: `照片为 ${size.width}×${size.height} 像素，最多 ${mostPixels / 1_000_000} 百万像素`,
      en: `The picture has ${size.width} × ${size.height} pixels; at most ${mostPixels / 1_000_000} million are taken`,
    });
  }
  const job: PhotoJob = { path, thumbnailPath, thumbnailSize };
  const answer = await photoGate(() =>
    runWorker<PhotoJob, PhotoAnswer>(new URL('./photoWorker.ts', import.meta.url), job, { timeoutMs: 30_000, memoryMb: 256 }),
  );
  if (!answer.ok) return notAPhoto;
  const { width, height, evidence } = answer;
  return accept({ kind, width, height, evidence });
}

async function inspectOffice(
  { path, bytes }: Received,
  name: string,
  plain: (kind: FileKind) => Outcome<Inspected>,
): Promise<Outcome<Inspected>> {
  const entries = await directoryOf(path, bytes);
  const verdict = entries ? officeKind(entries) : 'foreign';
  if (verdict === 'docx' || verdict === 'xlsx') return kindNamed(name) === verdict ? plain(verdict) : mismatch(name, verdict);
  if (verdict === 'bomb')
    return refuse('file-unpacks-too-large', 422, {
      zh: '文件解开后大得不正常，已拒收',
      en: 'Unpacked, the file would be abnormally large; it was refused',
    });
  if (verdict === 'macros')
    return refuse('file-has-macros', 422, {
      zh: '文件带有宏，请另存为不带宏的 docx 或 xlsx',
      en: 'The file holds macros: save it as docx or xlsx without them',
    });
  return unknownKind(name);
}

async function directoryOf(path: string, bytes: number): Promise<ZipEntry[] | null> {
  const file = await open(path, 'r');
  try {
    return await readZipDirectory(file, bytes);
  } finally {
    await file.close();
  }
}

async function inspectText(
  { path, bytes }: Received,
  kind: FileKind,
  plain: (kind: FileKind) => Outcome<Inspected>,
): Promise<Outcome<Inspected>> {
  if (kind !== 'geojson') return plain(kind);
  try {
    const parsed = JSON.parse((await readStart(path, bytes)).toString('utf8').replace(/^\uFEFF/, '')) as { type?: unknown } | null;
    if (/^(FeatureCollection|Feature|(Multi)?(Point|LineString|Polygon)|GeometryCollection)$/.test(String(parsed?.type)))
      return plain('geojson');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return refuse('file-not-geojson', 422, { zh: '文件不是有效的 GeoJSON', en: 'The file is not valid GeoJSON' });
}

async function readStart(path: string, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(Math.min(length, (await file.stat()).size));
    await file.read(buffer, 0, buffer.length, 0);
    return buffer;
  } finally {
    await file.close();
  }
}

function isPhotoName(name: string): boolean {
  const named = kindNamed(name);
  return named !== null && isPhoto(named);
}

const notAPhoto = refuse('photo-broken', 422, {
  zh: '这不是照片，或照片已损坏：内容无法读出',
  en: 'This is not a photo, or it is damaged: its content cannot be read',
});

function unknownKind(name: string) {
  const known = [...new Set(Object.values(fileKinds).map(({ endings }) => endings[0]))].join('、');
  const ending = endingOf(name);
  return refuse('file-kind-unknown', 415, {
    zh: `不接收这种文件${ending && `（.${ending}）`}。可用：${known}`,
    en: `Files of this kind${ending && ` (.${ending})`} are not taken. Taken are: ${known.replaceAll('、', ', ')}`,
  });
}

function mismatch(name: string, found: FileKind) {
  const { label } = fileKinds[found];
  return refuse('file-kind-mismatch', 415, {
    zh: `文件名以 .${endingOf(name)} 结尾，内容却是${label.zh}；请改正文件名后重传`,
    en: `The name ends in .${endingOf(name)} but the content is a ${label.en}; correct the name and send it again`,
  });
}
