import type { Text } from '#kernel/language/text.ts';

// Which files may be kept, decided by what they contain. Nothing a browser would run (HTML, SVG, scripts) is among them.

interface Kind {
  label: Text;
  mime: string;
  /** Endings a name may have, lower case; the first is given to a name without one. */
  endings: readonly string[];
  /** Largest size, bytes. */
  limit: number;
  /** How it is looked at: in the page, or saved. */
  shown: 'photo' | 'inline' | 'saved';
}

const mb = 1024 * 1024;

export const fileKinds = {
  jpeg: { label: { zh: 'JPEG 照片', en: 'JPEG photo' }, mime: 'image/jpeg', endings: ['jpg', 'jpeg'], limit: 40 * mb, shown: 'photo' },
  png: { label: { zh: 'PNG 图片', en: 'PNG picture' }, mime: 'image/png', endings: ['png'], limit: 40 * mb, shown: 'photo' },
  webp: { label: { zh: 'WebP 图片', en: 'WebP picture' }, mime: 'image/webp', endings: ['webp'], limit: 40 * mb, shown: 'photo' },
  gif: { label: { zh: 'GIF 图片', en: 'GIF picture' }, mime: 'image/gif', endings: ['gif'], limit: 20 * mb, shown: 'photo' },
  pdf: { label: { zh: 'PDF 文档', en: 'PDF document' }, mime: 'application/pdf', endings: ['pdf'], limit: 100 * mb, shown: 'inline' },
  docx: {
    label: { zh: 'Word 文档', en: 'Word document' },
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    limit: 50 * mb,
    shown: 'saved',
  },
  xlsx: {
    label: { zh: 'Excel 工作簿', en: 'Excel workbook' },
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
    limit: 50 * mb,
    shown: 'saved',
  },
  mp4: { label: { zh: 'MP4 视频', en: 'MP4 video' }, mime: 'video/mp4', endings: ['mp4', 'm4v', 'mov'], limit: 1024 * mb, shown: 'inline' },
  mp3: { label: { zh: 'MP3 录音', en: 'MP3 recording' }, mime: 'audio/mpeg', endings: ['mp3'], limit: 200 * mb, shown: 'inline' },
  wav: { label: { zh: 'WAV 录音', en: 'WAV recording' }, mime: 'audio/wav', endings: ['wav'], limit: 500 * mb, shown: 'inline' },
  amr: { label: { zh: 'AMR 录音', en: 'AMR recording' }, mime: 'audio/amr', endings: ['amr'], limit: 50 * mb, shown: 'saved' },
  txt: {
    label: { zh: '文本', en: 'Text' },
    mime: 'text/plain; charset=utf-8',
    endings: ['txt', 'log', 'md'],
    limit: 20 * mb,
    shown: 'saved',
  },
  csv: { label: { zh: 'CSV 表格', en: 'CSV table' }, mime: 'text/csv; charset=utf-8', endings: ['csv'], limit: 50 * mb, shown: 'saved' },
  geojson: {
    label: { zh: 'GeoJSON 图层', en: 'GeoJSON layer' },
    mime: 'application/geo+json',
    endings: ['geojson'],
    limit: 20 * mb,
    shown: 'saved',
  },
} as const satisfies Record<string, Kind>;

export type FileKind = keyof typeof fileKinds;

/** Largest size of any file, bytes. */
export const largestFile = Math.max(...Object.values(fileKinds).map(({ limit }) => limit));

/** Bytes from the start of a file that `kindOf` needs. */
export const headLength = 4096;

/**
 * What a file is, by its first bytes. A ZIP archive is answered as `zip`: whether it is a Word or Excel file is seen from its
 * directory only. Text is answered as `text`: which of the text kinds it is, its name says.
 */
export function kindOf(head: Uint8Array): Exclude<FileKind, 'docx' | 'xlsx' | 'txt' | 'csv' | 'geojson'> | 'zip' | 'text' | null {
  const ascii = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to));
  if (starts(head, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (starts(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) && ascii(12, 16) === 'IHDR') return 'png';
  if (ascii(0, 4) === 'RIFF') return ascii(8, 12) === 'WEBP' ? 'webp' : ascii(8, 12) === 'WAVE' ? 'wav' : null;
  if (/^GIF8[79]a$/.test(ascii(0, 6))) return 'gif';
  if (/^%PDF-[12]\.\d/.test(ascii(0, 8))) return 'pdf';
  if (starts(head, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  if (ascii(4, 8) === 'ftyp') return /^(isom|iso[2-9]|mp4[12]|avc1|M4V |M4VP|MSNV|dash|3gp[4-9]|qt {2})$/.test(ascii(8, 12)) ? 'mp4' : null;
  if (/^#!AMR(-WB)?\n/.test(ascii(0, 9))) return 'amr';
  if (ascii(0, 3) === 'ID3' || isMp3Frame(head)) return 'mp3';
  return isPlainText(head) ? 'text' : null;
}

function starts(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/** An MPEG-1/2 layer III frame header: sync, a real bit rate and sampling rate. */
function isMp3Frame(head: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = head;
  return first === 0xff && (second & 0xe6) === 0xe2 && third >> 4 !== 0xf && third >> 4 !== 0 && (third & 0x0c) !== 0x0c;
}

/** No control characters but tab and line ends, and nothing that looks like a page or a script. */
function isPlainText(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  if (head.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) return false;
  const text = new TextDecoder('utf-8')
    .decode(head)
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase();
  if (text.startsWith('<') || text.startsWith('#!') || text.startsWith('%!ps')) return false;
  return !/<(script|html|svg|iframe|!doctype|\?xml|\?php)/.test(text);
}

/** The kind a name claims, or null when its ending is none of ours. */
export function kindNamed(name: string): FileKind | null {
  const ending = endingOf(name);
  const found = Object.entries(fileKinds).find(([, { endings }]) => (endings as readonly string[]).includes(ending));
  return found ? (found[0] as FileKind) : null;
}

/** Lower-case ending of a name without its dot; empty when there is none. */
export function endingOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

export const isPhoto = (kind: FileKind): boolean => fileKinds[kind].shown === 'photo';

/** What a file control accepts: endings and types, as the `accept` attribute wants them. */
export const acceptedFiles = Object.values(fileKinds)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(',');
