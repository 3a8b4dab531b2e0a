// A photo made smaller in the browser before it is sent, when its owner wants that. What the camera wrote (EXIF) goes along
// unchanged, and the pixels keep the camera's orientation, so the two still agree.

const longestSide = 1920;
const quality = 0.8;

export interface Shrunk {
  photo: File;
  /** SHA-256 of the original, lower-case hex; null where the browser cannot compute it (plain http). */
  originalHash: string | null;
}

/** Null when nothing is gained: no JPEG, small already, or a browser that cannot. */
export async function shrinkPhoto(file: File): Promise<Shrunk | null> {
  if (file.type !== 'image/jpeg' || typeof OffscreenCanvas === 'undefined') return null;
  const original = new Uint8Array(await file.arrayBuffer());
  const picture = await decode(file);
  if (!picture) return null;
  const scale = longestSide / Math.max(picture.width, picture.height);
  if (scale >= 1) return null;
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const small = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality })).arrayBuffer());
  const whole = withCameraData(small, cameraData(original));
  if (whole.length >= original.length) return null;
  return { photo: new File([whole.slice()], file.name, { type: 'image/jpeg' }), originalHash: await sha256(original) };
}

async function decode(file: File): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'none' });
  } catch {
    // What this browser cannot read goes to the server as it is, which says what is wrong with it.
    return null;
  }
}

/** The APP1 segment that holds EXIF, marker and length included; null when there is none. */
export function cameraData(jpeg: Uint8Array): Uint8Array | null {
  for (let at = 2; at + 10 < jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda;) {
    const length = 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0);
    const isExif = jpeg[at + 1] === 0xe1 && String.fromCharCode(...jpeg.subarray(at + 4, at + 8)) === 'Exif';
    if (isExif) return jpeg.subarray(at, at + length);
    at += length;
  }
  return null;
}

/** A JPEG with that segment put behind its first two bytes. */
export function withCameraData(jpeg: Uint8Array, segment: Uint8Array | null): Uint8Array {
  if (!segment) return jpeg;
  const joined = new Uint8Array(jpeg.length + segment.length);
  joined.set(jpeg.subarray(0, 2));
  joined.set(segment, 2);
  joined.set(jpeg.subarray(2), 2 + segment.length);
  return joined;
}

async function sha256(bytes: Uint8Array): Promise<string | null> {
  if (!globalThis.isSecureContext) return null;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
