import type { PhotoEvidence } from '#kernel/file/fileLink.ts';

// What EXIF 2.32 says about a photo, in our terms. Values are the camera's word: a wrong clock stays a wrong clock.

interface Exif {
  DateTimeOriginal?: unknown;
  OffsetTimeOriginal?: unknown;
  GPSDateStamp?: unknown;
  GPSTimeStamp?: unknown;
  latitude?: unknown;
  longitude?: unknown;
  GPSAltitude?: unknown;
  GPSAltitudeRef?: unknown;
  GPSImgDirection?: unknown;
  Make?: unknown;
  Model?: unknown;
}

/** Null when the camera wrote nothing of use. */
export function readEvidence(exif: Exif | undefined): PhotoEvidence | null {
  if (!exif) return null;
  const evidence: PhotoEvidence = {
    takenAt: localTime(exif.DateTimeOriginal, exif.OffsetTimeOriginal),
    satelliteAt: satelliteTime(exif.GPSDateStamp, exif.GPSTimeStamp),
    place: placeOf(exif.longitude, exif.latitude),
    altitudeM: altitude(exif.GPSAltitude, exif.GPSAltitudeRef),
    directionDeg: within(exif.GPSImgDirection, 0, 360),
    camera: words(exif.Make, exif.Model),
  };
  return Object.values(evidence).some((value) => value !== null) ? evidence : null;
}

/** `2026:07:01 09:30:00` and `+08:00` become `2026-07-01T09:30:00+08:00`. */
function localTime(value: unknown, offset: unknown): string | null {
  const parts = typeof value === 'string' ? /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(value) : null;
  if (!parts || parts[1] === '0000') return null;
  const [, year, month, day, hour, minute, second] = parts;
  const zone = typeof offset === 'string' && /^[+-]\d\d:\d\d$/.test(offset) ? offset : '';
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`;
}

function satelliteTime(date: unknown, time: unknown): string | null {
  const day = typeof date === 'string' ? /^(\d{4}):(\d\d):(\d\d)/.exec(date) : null;
  const clock = numbers(time);
  if (!day || clock.length !== 3) return null;
  const [hour = 0, minute = 0, second = 0] = clock;
  const ms = Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3]), hour, minute, Math.floor(second));
  return Number.isFinite(ms) ? new Date(ms).toISOString() : null;
}

function numbers(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((each): each is number => typeof each === 'number') : [];
}

function placeOf(longitude: unknown, latitude: unknown): [number, number] | null {
  const lon = within(longitude, -180, 180);
  const lat = within(latitude, -90, 90);
  // 0, 0 is what cameras write that have no fix.
  return lon === null || lat === null || (lon === 0 && lat === 0) ? null : [lon, lat];
}

/** Reference 1 = below sea level. */
function altitude(value: unknown, reference: unknown): number | null {
  const metres = within(value, 0, 100_000);
  if (metres === null) return null;
  const isBelow = reference === 1 || (reference instanceof Uint8Array && reference[0] === 1);
  return Math.round((isBelow ? -metres : metres) * 10) / 10;
}

function within(value: unknown, min: number, max: number): number | null {
  return typeof value === 'number' && value >= min && value <= max ? value : null;
}

function words(...values: unknown[]): string | null {
  const found = values.flatMap((value) => (typeof value === 'string' ? [value.replaceAll('\u0000', '').trim()] : [])).filter(Boolean);
  return found.length === 0 ? null : found.join(' ').slice(0, 80);
}
