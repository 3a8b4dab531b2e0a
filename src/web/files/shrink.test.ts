import { expect, test } from 'vitest';
import { cameraData, withCameraData } from './shrink.ts';

const exif = [0xff, 0xe1, 0, 10, 0x45, 0x78, 0x69, 0x66, 0, 0, 7, 7];
const photo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, ...exif, 0xff, 0xda, 0, 2, 9, 9, 0xff, 0xd9]);
const small = Uint8Array.from([0xff, 0xd8, 0xff, 0xdb, 0, 2, 0xff, 0xda, 0, 2, 3, 0xff, 0xd9]);

test('what the camera wrote goes along into the smaller copy, byte for byte', () => {
  const segment = cameraData(photo);
  expect(Array.from(segment ?? [])).toEqual(exif);
  const joined = withCameraData(small, segment);
  expect(Array.from(joined.subarray(0, 2))).toEqual([0xff, 0xd8]);
  expect(Array.from(cameraData(joined) ?? [])).toEqual(exif);
  expect(joined.length).toBe(small.length + exif.length);
});

test('a photo without camera data stays as it is', () => {
  expect(cameraData(small)).toBeNull();
  expect(withCameraData(small, null)).toBe(small);
});
