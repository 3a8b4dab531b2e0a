import type { FileKind } from './fileKind.ts';

// A file on file: bytes are kept once under their SHA-256, a link ties them to one record or case and carries what is known
// about them. Access to the file is access to that record.

/** What a camera wrote into a photo. It is the camera's word, kept beside the unaltered original. */
export interface PhotoEvidence {
  /** Local time the camera wrote, `2026-07-01T09:30:00`, with its offset when it wrote one. */
  takenAt: string | null;
  /** GPS time, ISO instant. */
  satelliteAt: string | null;
  /** [lon, lat], degrees, WGS-84 as the camera wrote them. */
  place: [number, number] | null;
  /** Metres above sea level. */
  altitudeM: number | null;
  /** Direction of view, degrees from north, clockwise. */
  directionDeg: number | null;
  camera: string | null;
}

export interface FileLink {
  id: string;
  /** Of the bytes, lower-case hex. */
  sha256: string;
  subjectKind: string;
  subjectId: string;
  areaCode: string;
  name: string;
  kind: FileKind;
  bytes: number;
  /** Pixels, photos only. */
  width: number | null;
  height: number | null;
  evidence: PhotoEvidence | null;
  /** SHA-256 of the original when the sender chose to send a smaller copy. */
  shrunkFrom: string | null;
  note: string;
  /** `document` = made by the program. */
  origin: 'upload' | 'document';
  demo: boolean;
  addedAt: string;
  addedBy: string;
}
