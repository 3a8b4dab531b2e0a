import { readFileSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { Transformer } from '@napi-rs/image';
import exifr from 'exifr';
import type { PhotoEvidence } from '#kernel/file/fileLink.ts';
import { isWholeJpeg } from '#kernel/file/pictureSize.ts';
import { readEvidence } from './photoEvidence.ts';

// One photo in a thread of its own: decode it (the proof that it is one), make the thumbnail, read what the camera wrote.

export interface PhotoJob {
  path: string;
  thumbnailPath: string;
  /** Longest side of the thumbnail, pixels. */
  thumbnailSize: number;
}

export type PhotoAnswer = { ok: true; width: number; height: number; evidence: PhotoEvidence | null } | { ok: false };

const quality = 78;

async function work({ path, thumbnailPath, thumbnailSize }: PhotoJob): Promise<PhotoAnswer> {
  const bytes = readFileSync(path);
  if (bytes[0] === 0xff && !isWholeJpeg(bytes)) return { ok: false };
  let thumbnail: Buffer;
  let size: { width: number; height: number };
  try {
    // Turned upright by the camera's own mark first, so width and height are those a person sees.
    const upright = new Transformer(bytes).rotate();
    size = upright.metadataSync();
    const scale = Math.min(1, thumbnailSize / Math.max(size.width, size.height));
    const width = Math.max(1, Math.round(size.width * scale));
    const height = Math.max(1, Math.round(size.height * scale));
    thumbnail = upright.resize(width, height).webpSync(quality);
  } catch {
    // The bytes begin like a photo and are none; what exactly is wrong with them helps nobody.
    return { ok: false };
  }
  writeFileSync(thumbnailPath, thumbnail);
  return { ok: true, width: size.width, height: size.height, evidence: await evidenceOf(bytes) };
}

async function evidenceOf(bytes: Buffer): Promise<PhotoEvidence | null> {
  try {
    return readEvidence(await exifr.parse(bytes, { tiff: true, exif: true, gps: true, reviveValues: false, translateValues: false }));
  } catch {
    // Damaged camera data does not make the photo worthless.
    return null;
  }
}

parentPort?.postMessage(await work(workerData as PhotoJob));
